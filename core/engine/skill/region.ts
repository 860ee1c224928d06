import type { PositionSide } from '../../market/forced-order.ts';
import type { PlacedOrder } from '../placement.ts';
import { lowerBound } from '../../market/lower-bound.ts';
import type { PricePath } from './price-path.ts';
import { DAY_S } from '../../market/time.ts';

/** Width of a scoring bin in log distance. */
export const BIN_WIDTH = 0.0025;
/** A last bin narrower than this joins its neighbour. */
const STUB_WIDTH = 0.0005;
/** A side that the price moved less than this is not scored. */
const MIN_REACH = 0.003;
/** Orders up to this far beyond the extreme count to the last bin. */
const BEYOND_TOLERANCE = 0.001;
/** Least share of the horizon that the recorder must have listened and the path must be known. */
const MIN_COVERAGE = 0.9;

/** `first`: only orders in a stretch that set a new extreme since the forecast; `all`: every order on the way. */
export type EventDefinition = 'first' | 'all';

/** What the evaluator reads of a forced order: `price` is where the market was when it fired. */
export type ObservedOrder = Pick<PlacedOrder, 'atMs' | 'side' | 'price' | 'marketPrice' | 'notionalUsd'> &
  Partial<Pick<PlacedOrder, 'venue'>>;

/** When a recorder listened, epoch seconds. */
export interface ListeningWindow {
  readonly startS: number;
  readonly endS: number;
}

/** What happened on one side of the price after one forecast; bins are log distances from the price, outward. */
export interface Region {
  readonly atS: number;
  /** UTC day of the forecast, in days since the epoch. */
  readonly day: number;
  readonly side: PositionSide;
  readonly price: number;
  /** Edges of the bins, ascending from 0 to the realised extreme. */
  readonly edges: Float64Array;
  /** Dollars of forced orders by bin. */
  readonly usd: Float64Array;
  /** The same of each venue that had any, where orders are told apart. */
  readonly usdByVenue?: Readonly<Record<string, Float64Array>>;
  /** Number of forced orders by bin. */
  readonly orders: Float64Array;
}

/** What happened after some forecasts, and what of it is not scored. */
export interface Outcome {
  readonly regions: readonly Region[];
  /** Sides of windows not scored, by reason. */
  readonly skipped: { readonly shortReach: number; readonly notListened: number; readonly noPath: number };
  /** Dollars of orders on the other side of the price, or farther beyond the extreme than the tolerance. */
  readonly droppedUsd: number;
}

/**
 * Forecast times with what is known of the time after them; {@link observeOutcome} leaves out what is known too
 * little.
 */
export interface OutcomeInput {
  readonly path: PricePath;
  /** Ascending in time. */
  readonly orders: readonly ObservedOrder[];
  readonly windows: readonly ListeningWindow[];
  /** Times of the forecasts, epoch seconds. */
  readonly timesS: readonly number[];
  readonly horizonS: number;
  readonly definition: EventDefinition;
}

/** Edges of 25 bp bins from 0 to `reach`, the last one cut there; a stub joins its neighbour. */
export function regionEdges(reach: number): Float64Array {
  const whole = Math.floor(reach / BIN_WIDTH + 1e-9);
  const stub = reach - whole * BIN_WIDTH;
  const count = Math.max(1, stub < STUB_WIDTH ? whole : whole + 1);
  const edges = Float64Array.from({ length: count + 1 }, (_, bin) => bin * BIN_WIDTH);
  edges[count] = reach;
  return edges;
}

/**
 * Forced orders after each forecast by their distance from its price, over the stretch that the price then
 * reached: the target of every skill figure. Only windows that were listened to count.
 * @see the conventions of the evaluator in the model notes, section C5
 */
export function observeOutcome(input: OutcomeInput): Outcome {
  const orderTimesS = Float64Array.from(input.orders, (order) => order.atMs / 1000);
  const regions: Region[] = [];
  const skipped = { shortReach: 0, notListened: 0, noPath: 0 };
  let droppedUsd = 0;
  for (const atS of input.timesS) {
    const range = pathRange(input.path, atS, input.horizonS);
    if (range === null) skipped.noPath += 2;
    else if (listenedShare(input.windows, atS, atS + input.horizonS) < MIN_COVERAGE) skipped.notListened += 2;
    else {
      for (const side of ['long', 'short'] as const) {
        const observed = observeSide(input, orderTimesS, atS, side, range);
        if (observed === null) skipped.shortReach++;
        else {
          regions.push(observed.region);
          droppedUsd += observed.droppedUsd;
        }
      }
    }
  }
  return { regions, skipped, droppedUsd };
}

interface PathRange {
  readonly from: number;
  readonly until: number;
  readonly price: number;
}

function pathRange(path: PricePath, atS: number, horizonS: number): PathRange | null {
  const from = lowerBound(path.startS, atS);
  const until = lowerBound(path.endS, atS + horizonS + 1e-6);
  const price = path.close[from - 1];
  let knownS = 0;
  for (let row = from; row < until; row++) knownS += (path.endS[row] ?? 0) - (path.startS[row] ?? 0);
  const ageS = atS - (path.endS[from - 1] ?? -Infinity);
  if (price === undefined || ageS > (1 - MIN_COVERAGE) * horizonS) return null;
  return knownS < MIN_COVERAGE * horizonS ? null : { from, until, price };
}

/** Share of [fromS, untilS) in which the recorder listened, 0 to 1. */
export function listenedShare(windows: readonly ListeningWindow[], fromS: number, untilS: number): number {
  let listenedS = 0;
  for (const window of windows) {
    listenedS += Math.max(0, Math.min(window.endS, untilS) - Math.max(window.startS, fromS));
  }
  return listenedS / (untilS - fromS);
}

function observeSide(
  input: OutcomeInput,
  orderTimesS: Float64Array,
  atS: number,
  side: PositionSide,
  { from, until, price }: PathRange,
): { region: Region; droppedUsd: number } | null {
  const { path } = input;
  const distanceOf = (level: number): number =>
    side === 'long' ? Math.log(price / level) : Math.log(level / price);
  const extremes = side === 'long' ? path.low : path.high;
  let reach = 0;
  for (let row = from; row < until; row++) reach = Math.max(reach, distanceOf(extremes[row] ?? price));
  if (reach < MIN_REACH) return null;
  const edges = regionEdges(reach);
  const bins = edges.length - 1;
  const usdByVenue: Record<string, Float64Array> = {};
  const region: Region = {
    atS,
    day: Math.floor(atS / DAY_S),
    side,
    price,
    edges,
    usd: new Float64Array(bins),
    usdByVenue,
    orders: new Float64Array(bins),
  };
  let droppedUsd = 0;
  let reached = 0;
  for (let row = from; row < until; row++) {
    const before = reached;
    reached = Math.max(reached, distanceOf(extremes[row] ?? price));
    if (input.definition === 'first' && reached === before) continue;
    const last = lowerBound(orderTimesS, path.endS[row] ?? 0);
    for (let index = lowerBound(orderTimesS, path.startS[row] ?? 0); index < last; index++) {
      const order = input.orders[index];
      if (order === undefined || order.side !== side) continue;
      // What fired while the price set a new extreme, fired where it had not been before.
      const distance =
        input.definition === 'first'
          ? Math.min(Math.max(distanceOf(order.price), before), reached)
          : distanceOf(order.marketPrice ?? order.price);
      if (distance < 0 || distance > reach + BEYOND_TOLERANCE) {
        droppedUsd += order.notionalUsd;
        continue;
      }
      const bin = Math.min(bins - 1, Math.floor(distance / BIN_WIDTH + 1e-9));
      region.usd[bin] = (region.usd[bin] ?? 0) + order.notionalUsd;
      region.orders[bin] = (region.orders[bin] ?? 0) + 1;
      if (order.venue === undefined) continue;
      const ofVenue = (usdByVenue[order.venue] ??= new Float64Array(bins));
      ofVenue[bin] = (ofVenue[bin] ?? 0) + order.notionalUsd;
    }
  }
  return { region, droppedUsd };
}
