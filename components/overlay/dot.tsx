import { say } from '../../core/i18n/say.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { formatPercent } from '../ui/format.ts';
import { least } from './nearest.ts';
import type { DragProps } from './use-drag.ts';

/** Distance at which the ring of the dot is empty. */
const FAR = 0.05;
const RADIUS = 12;

interface DotProps {
  readonly report: MarketReport | null;
  readonly move: DragProps;
  readonly onOpen: () => void;
}

/** The smallest form: a ring that fills as the nearest cluster comes nearer. */
export function Dot({ report, move, onOpen }: DotProps) {
  const nearest = least(report?.clusters ?? [], ({ distance }) => Math.abs(distance));
  const filled = nearest === null ? 0 : Math.max(0, 1 - Math.abs(nearest.distance) / FAR);
  const text =
    nearest === null
      ? say('dot.open')
      : say(`dot.open.${nearest.side}`, { away: formatPercent(nearest.distance, 1, true) });
  const length = 2 * Math.PI * RADIUS;
  return (
    <button type="button" class="dot" aria-label={text} title={text} {...move} onClick={onOpen}>
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
        <circle class="dot-track" cx="14" cy="14" r={RADIUS} />
        <circle
          class={`dot-ring ${nearest?.side ?? ''}`}
          cx="14"
          cy="14"
          r={RADIUS}
          stroke-dasharray={`${filled * length} ${length}`}
          transform="rotate(-90 14 14)"
        />
        <path class="dot-line" d="M6 14h16" />
      </svg>
    </button>
  );
}
