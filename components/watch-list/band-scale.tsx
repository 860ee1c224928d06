import type { ClusterReport } from '../../core/market/market-report.ts';

const WIDTH = 44;
const HEIGHT = 14;
/** What the strip reaches on each side, a fraction of the price. */
const REACH = 0.06;

interface BandScaleProps {
  readonly price: number;
  readonly down: ClusterReport | null;
  readonly up: ClusterReport | null;
}

/** The nearest band on each side of the price, at scale; what lies further stands at the end. */
export function BandScale({ price, down, up }: BandScaleProps) {
  const x = (at: number): number => {
    const share = Math.max(-REACH, Math.min(REACH, at / price - 1)) / REACH;
    return ((1 + share) * WIDTH) / 2;
  };
  return (
    <svg
      class="band-scale"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <line class="way" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {[down, up].map((band) => {
        if (band === null) return null;
        const [from, until] = [x(band.low), x(band.high)];
        const width = Math.max(3, until - from);
        return (
          <rect
            key={band.side}
            class={band.side}
            x={Math.min(from, WIDTH - width)}
            y={2}
            {...{ width }}
            height={HEIGHT - 4}
          />
        );
      })}
      <line class="mark" x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} />
    </svg>
  );
}
