import { say } from '../../core/i18n/say.ts';

interface ReachSwitchProps {
  readonly span: number;
  readonly onSpan: (span: number) => void;
}

const SPANS = [0.05, 0.12, 0.25] as const;

/** How far from the price the bands reach. */
export const ReachSwitch = ({ span, onSpan }: ReachSwitchProps) => (
  <div class="segments" role="group" aria-label={say('map.reach')}>
    {SPANS.map((choice) => (
      <button type="button" key={choice} aria-pressed={span === choice} onClick={() => onSpan(choice)}>
        ±{choice * 100}%
      </button>
    ))}
  </div>
);
