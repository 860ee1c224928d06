import { formatPrice } from '../ui/format.ts';
import { type PlotArea, plotIn } from '../ui/plot-area.ts';
import { ticks } from '../ui/ticks.ts';
import type { CanvasRoom } from '../ui/use-canvas-room.ts';
import type { BandRows } from './band-rows.ts';

/** Where everything of one drawing stands; lengths and positions in device pixels, whole ones for edges. */
export interface BandFrame extends PlotArea {
  /** Edges of the rows from the highest price down; one more than there are rows. */
  readonly edges: readonly number[];
  /** Height of the price's pixel row. */
  readonly yOf: (price: number) => number;
  readonly priceOf: (y: number) => number;
  /** Right end of a bar of so many dollars. */
  readonly xOf: (usd: number) => number;
  /** Right end of the running dollars, which have a scale of their own. */
  readonly totalXOf: (usd: number) => number;
  readonly priceTicks: readonly number[];
  readonly usdTicks: readonly number[];
}

const PRICE_TICK_PX = 28;
const USD_TICK_PX = 64;

/** Bars and curve leave this share of the width free. */
const FULL = 1.04;

/** Price upright, dollars across. Rows touch: their edges are whole pixels, so that no gap is wider than another. */
export function frameBands(room: CanvasRoom, bands: BandRows, decimals: number): BandFrame {
  const { rows, largestUsd, largestTotalUsd } = bands;
  const [low, high] = [rows[0]?.low ?? 0, rows.at(-1)?.high ?? 1];
  const area = plotIn(room, formatPrice(high, decimals).length);
  const { ratio, left, top, width, height } = area;
  const yOf = (at: number) => Math.round(top + ((high - at) / (high - low)) * height);
  const across = (most: number) => (usd: number) => left + Math.round((usd / ((most || 1) * FULL)) * width);
  return {
    ...area,
    edges: [high, ...rows.map((row) => row.low).toReversed()].map(yOf),
    yOf,
    priceOf: (y) => high - ((y - top) / height) * (high - low),
    xOf: across(largestUsd),
    totalXOf: across(largestTotalUsd),
    priceTicks: ticks(low, high, (height / ratio / PRICE_TICK_PX) | 0),
    usdTicks: ticks(0, largestUsd * FULL, (width / ratio / USD_TICK_PX) | 0).slice(1),
  };
}

/** Index, ascending in price, of the row at `y`; null outside. */
export function rowAt({ edges }: BandFrame, y: number): number | null {
  const below = edges.findIndex((edge) => edge > y);
  return below <= 0 ? null : edges.length - 1 - below;
}
