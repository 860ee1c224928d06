import { say } from '../../core/i18n/say-own.ts';
import { useMemo } from 'preact/hooks';

import type { MapReport } from '../../core/market/market-report.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { dollarsBetween } from '../../core/risk/advice/path-to-liquidation.ts';
import { formatPrice, glanceDecimals } from '../ui/format.ts';
import { freeLabels } from '../ui/lay-out-labels.ts';
import type { PositionFigures } from './position-figures.ts';

const WIDTH = 96;
const HEIGHT = 168;
const ROWS = 42;
/** Of the range between the outermost lines, added at both ends. */
const PADDING = 0.12;
/** Smallest range, a fraction of the price. */
const LEAST_RANGE = 0.03;
const LABEL_HEIGHT = 12;

/** The market's bands around the position's own prices, price upright, dollars across. */
export function BandStrip({ figures }: { readonly figures: PositionFigures }) {
  const { report, price, position, answer } = figures;
  const { liquidationPrice } = answer.liquidation;
  const map = report?.map ?? null;
  const { stopPrice, entryPrice, targets } = position;
  const range = useMemo(
    () =>
      price === null ? null : rangeOf(price, [liquidationPrice, stopPrice, entryPrice, ...pricesOf(targets)]),
    [price, liquidationPrice, stopPrice, entryPrice, targets],
  );
  const bars = useMemo(() => (map === null || range === null ? [] : barsOf(map, range)), [map, range]);
  if (price === null || range === null) return null;
  const decimals = glanceDecimals(price, report?.tickSize ?? null);
  const y = (at: number): number => (Math.log(range.high / at) / Math.log(range.high / range.low)) * HEIGHT;
  const lines = spread(
    [
      { kind: 'own', at: liquidationPrice, label: say('position-strip.liquidation') },
      { kind: 'mark', at: price, label: say('position-strip.price') },
      { kind: 'own thin', at: stopPrice, label: say('position-strip.stop') },
      { kind: 'own thin', at: entryPrice, label: say('position-strip.entry') },
      ...pricesOf(targets).map((at) => ({ kind: 'own thin', at, label: say('position-strip.target') })),
    ],
    y,
  );
  const most = Math.max(...bars.map(({ longUsd, shortUsd }) => Math.max(longUsd, shortUsd)), 1);
  return (
    <svg
      class="band-strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={say('position-strip.about', {
        low: formatPrice(range.low, decimals),
        high: formatPrice(range.high, decimals),
      })}
    >
      {bars.map(({ at, longUsd, shortUsd }) => (
        <g key={at}>
          <rect class="long" x={0} y={at} width={(longUsd / most) * WIDTH} height={HEIGHT / ROWS - 1} />
          <rect class="short" x={0} y={at} width={(shortUsd / most) * WIDTH} height={HEIGHT / ROWS - 1} />
        </g>
      ))}
      {lines.map(({ kind, label, line, text }) => (
        <g key={`${label} ${line}`} class={kind}>
          <line x1={0} x2={WIDTH} y1={line} y2={line} />
          {text !== null && (
            <text x={WIDTH - 1} y={text}>
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

const pricesOf = (targets: SavedPosition['targets'] = []): readonly number[] =>
  targets.map((target) => target.price);

interface Range {
  readonly low: number;
  readonly high: number;
}

function rangeOf(price: number, others: readonly (number | null)[]): Range {
  // What lies further than a doubling or a halving would press everything else into a line.
  const near = others.filter((at) => at !== null).filter((at) => at > price / 2 && at < price * 2);
  const [low, high] = [Math.min(price, ...near), Math.max(price, ...near)];
  const pad = Math.max(Math.log(high / low), LEAST_RANGE) * PADDING + (high === low ? LEAST_RANGE : 0);
  return { low: low * Math.exp(-pad), high: high * Math.exp(pad) };
}

interface Bar {
  /** Upper edge, px. */
  readonly at: number;
  readonly longUsd: number;
  readonly shortUsd: number;
}

function barsOf(map: MapReport, { low, high }: Range): readonly Bar[] {
  const step = Math.log(high / low) / ROWS;
  return Array.from({ length: ROWS }, (_, row) => {
    const [bottom, top] = [high * Math.exp(-(row + 1) * step), high * Math.exp(-row * step)];
    return {
      at: (row * HEIGHT) / ROWS,
      longUsd: dollarsBetween(map, map.longExposureUsd, bottom, top),
      shortUsd: dollarsBetween(map, map.shortExposureUsd, bottom, top),
    };
  });
}

interface Line {
  readonly kind: string;
  readonly label: string;
  readonly line: number;
  /** Baseline of the label; null where another stands there already. */
  readonly text: number | null;
}

/** Lines at their height, the most important first; a label that would lie on another is left out. */
function spread(
  lines: readonly { readonly kind: string; readonly at: number | null; readonly label: string }[],
  y: (at: number) => number,
): readonly Line[] {
  const placed = lines.flatMap(({ kind, at, label }) => {
    const line = at === null ? NaN : y(at);
    if (!(line >= 0 && line <= HEIGHT)) return [];
    return [{ kind, label, line, text: line < LABEL_HEIGHT ? line + LABEL_HEIGHT - 2 : line - 3 }];
  });
  const isFree = freeLabels(
    placed.map(({ text }) => text),
    LABEL_HEIGHT,
  );
  return placed.map((one, index) => (isFree[index] ? one : { ...one, text: null }));
}
