import { say } from '../../core/i18n/say.ts';
import type { HeatPast } from './heat-past.ts';

interface TimeSliderProps {
  readonly past: HeatPast;
  readonly nowS: number;
  /** Null: now. */
  readonly momentS: number | null;
  readonly onMoment: (atS: number | null) => void;
}

/** Goes back in time by columns, as far as they are known. */
export function TimeSlider({ past, nowS, momentS, onMoment }: TimeSliderProps) {
  const first = past.priceBin.findIndex((bin) => !Number.isNaN(bin));
  const last = past.priceBin.findLastIndex((bin) => !Number.isNaN(bin));
  if (first < 0) return null;
  const timeOf = (column: number): number => past.fromS + column * past.columnS;
  const column = momentS === null ? last + 1 : Math.round((momentS - past.fromS) / past.columnS);
  const text = momentS === null ? say('heat.now') : say('heat.moment', { atMs: momentS * 1000 });
  return (
    <label class="heat-time">
      <span class="secondary">{say('heat.back')}</span>
      <input
        type="range"
        min={first}
        max={last + 1}
        value={column}
        aria-valuetext={text}
        onInput={({ currentTarget }) => {
          const next = Number(currentTarget.value);
          onMoment(next > last || timeOf(next) > nowS ? null : timeOf(next));
        }}
      />
    </label>
  );
}
