import { join } from 'node:path';
import { lowerBound } from '../../../core/market/lower-bound.ts';
import {
  type BySide,
  FINE_LENGTH,
  FINE_STEP,
  meanNear,
} from '../../../core/engine/forecast/relative-lattice.ts';
import { readForcedOrders } from '../../../core/headless/csv-formats.ts';
import type { Bars } from '../../../core/market/bars.ts';
import type { PositionSide } from '../../../core/market/forced-order.ts';
import { DAY_S, HOUR_S } from '../../../core/market/time.ts';
import { readTotals } from './totals.ts';

/** Where forced orders are recorded, below the folder of recordings; `always`: a dollar of either side each hour. */
export type NewsFile =
  | { readonly prints: string; readonly venue?: string }
  | { readonly totals: string }
  | { readonly always: true };

/** Forced dollars of elsewhere, and where this market traded meanwhile. */
export interface NewsOrder {
  readonly atS: number;
  readonly side: PositionSide;
  readonly usd: number;
  /** Log prices. */
  readonly low: number;
  readonly high: number;
}

/** What was heard of elsewhere about one side of the price. */
export interface News {
  /** Dollars that were forced when the market was there, fading, over their mean near the price; 1 everywhere if there are none. */
  readonly relative: Float64Array;
  /** Dollars an hour lately over those of the week. */
  readonly flow: number;
}

/** What was forced at a price is forgotten as the price refills. */
const FADE_S = 8 * HOUR_S;
const LATELY_S = 2 * HOUR_S;
const WEEK_S = 7 * DAY_S;
/** An order speaks of prices this near to where the market was, log. */
const REACH = 0.002;

/** The orders of `file`, ascending in time, at the prices that `bars` had then. */
export function readNews(file: NewsFile, folder: string, bars: Bars): readonly NewsOrder[] {
  const isHourly = !('prints' in file);
  const spanS = isHourly ? HOUR_S : bars.intervalS;
  return ('always' in file ? everyHour(bars) : heardIn(file, folder)).flatMap(({ atS, side, usd }) => {
    const startS = Math.floor(atS / spanS) * spanS;
    const from = lowerBound(bars.openTimeS, startS);
    const until = lowerBound(bars.openTimeS, startS + spanS);
    if (from === until || usd === 0) return [];
    const low = Math.log(Math.min(...bars.low.slice(from, until)));
    const high = Math.log(Math.max(...bars.high.slice(from, until)));
    // Nobody knows of an hour's dollars before it is over.
    return [{ atS: isHourly ? startS + spanS - 1 : atS, side, usd, low, high }];
  });
}

type Heard = Pick<NewsOrder, 'atS' | 'side' | 'usd'>;

const everyHour = ({ openTimeS }: Bars): readonly Heard[] =>
  Array.from(openTimeS)
    .filter((openS) => openS % HOUR_S === 0)
    .flatMap((atS): readonly Heard[] => [
      { atS, side: 'long', usd: 1 },
      { atS, side: 'short', usd: 1 },
    ]);

function heardIn(file: Exclude<NewsFile, { always: true }>, folder: string): readonly Heard[] {
  if ('totals' in file) {
    return readTotals(join(folder, file.totals)).flatMap(({ atS, long, short }): readonly Heard[] => [
      { atS, side: 'long', usd: long },
      { atS, side: 'short', usd: short },
    ]);
  }
  return readForcedOrders(join(folder, file.prints))
    .filter(({ venue }) => file.venue === undefined || venue === file.venue)
    .map(({ atS, side, notionalUsd }) => ({ atS, side, usd: notionalUsd }))
    .sort((a, b) => a.atS - b.atS);
}

/** What `orders`, ascending in time, say when the price is `price`. */
export function newsOf(
  orders: readonly NewsOrder[],
): (atS: number, price: number) => Readonly<Record<keyof BySide, News>> {
  const timesS = orders.map((order) => order.atS);
  return (atS, price) => {
    const known = orders.slice(lowerBound(timesS, atS - WEEK_S), lowerBound(timesS, atS));
    const sinceS = Math.min(WEEK_S, atS - (timesS[0] ?? atS));
    const of = (side: PositionSide): News => {
      const own = known.filter((order) => order.side === side);
      return { relative: relativeOf(own, atS, Math.log(price), side), flow: flowOf(own, atS, sinceS) };
    };
    return { long: of('long'), short: of('short') };
  };
}

function flowOf(orders: readonly NewsOrder[], atS: number, sinceS: number): number {
  let [lately, whole] = [0, 0];
  for (const order of orders) {
    whole += order.usd;
    lately += order.usd * Math.exp((order.atS - atS) / LATELY_S);
  }
  return whole > 0 ? lately / LATELY_S / (whole / sinceS) : 1;
}

function relativeOf(
  orders: readonly NewsOrder[],
  atS: number,
  centre: number,
  side: PositionSide,
): Float64Array {
  const usd = new Float64Array(FINE_LENGTH);
  for (const { atS: firedS, usd: forced, low, high } of orders) {
    const [nearest, farthest] =
      side === 'long' ? [centre - high, centre - low] : [low - centre, high - centre];
    const from = Math.max(0, Math.round((nearest - REACH) / FINE_STEP));
    const until = Math.min(FINE_LENGTH, Math.round((farthest + REACH) / FINE_STEP));
    const each = (forced * Math.exp((firedS - atS) / FADE_S)) / (farthest - nearest + 2 * REACH);
    for (let step = from; step < until; step++) usd[step] = (usd[step] ?? 0) + each;
  }
  const mean = meanNear(usd);
  return mean > 0 ? usd.map((value) => value / mean) : usd.fill(1);
}
