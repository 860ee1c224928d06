import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { say } from '../../core/i18n/say.ts';
import type { Shading } from '../../core/report/heat-map/shade.ts';

interface ThresholdProps extends Pick<MapChoices, 'low' | 'high' | 'bright'> {
  readonly shading: Shading | null;
  readonly onChange: (change: { readonly low: number } | { readonly high: number }) => void;
}

/** The handles come no nearer to each other than this, in percent. */
const APART = 1;

/** Two handles between which cells are drawn, in percentiles of those in view, and the dollars at which they cut. */
export function Threshold({ low, high, bright, shading, onChange }: ThresholdProps) {
  const [lowPercent, highPercent] = [low, high].map((share) => Math.round(share * 100));
  const [from = 0, until = 100] = [lowPercent, highPercent];
  const text = cutText(bright, shading);
  return (
    <div class="heat-threshold" role="group" aria-label={say('heat.threshold')}>
      <div class="two-handles" style={{ '--from': `${from}%`, '--until': `${until}%` }}>
        <input
          type="range"
          min={0}
          max={100}
          value={from}
          aria-label={say('heat.threshold.low')}
          aria-valuetext={`${from} %. ${text}`}
          onInput={({ currentTarget }) => {
            const next = Math.min(Number(currentTarget.value), until - APART);
            currentTarget.value = String(next);
            onChange({ low: next / 100 });
          }}
        />
        <input
          type="range"
          min={0}
          max={100}
          value={until}
          aria-label={say('heat.threshold.high')}
          aria-valuetext={`${until} %. ${text}`}
          onInput={({ currentTarget }) => {
            const next = Math.max(Number(currentTarget.value), from + APART);
            currentTarget.value = String(next);
            onChange({ high: next / 100 });
          }}
        />
      </div>
      <p class="secondary">
        {from}–{until} %: {text}
      </p>
    </div>
  );
}

function cutText(bright: MapChoices['bright'], shading: Shading | null): string {
  const [low] = shading?.fromUsd ?? [];
  if (shading === null || low === undefined || low === Infinity) return say('heat.threshold.nothing');
  if (bright === 'outstanding') return say('heat.threshold.outstanding');
  const high = shading.untilUsd;
  return high === Infinity
    ? say('heat.threshold.from', { low })
    : say('heat.threshold.between', { low, high });
}
