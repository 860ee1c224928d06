import { isCompleteFeed } from '../../market/feeds.ts';
import type { HeardOrder } from '../../market/forced-order.ts';
import { binOf } from '../../market/liquidation-map.ts';
import { HOUR_S } from '../../market/time.ts';
import type { EngineParameters } from '../parameters.ts';
import { placeOrder, type Traded } from '../placement.ts';
import { forcedWeights } from './calibrated-weights.ts';
import type { Belief, Calibration } from './calibration.ts';
import { observationWeights } from './observation-weights.ts';
import { addSize, sizeQuantile } from './size-histogram.ts';
import type { SweptCells, SweptSide } from './swept-cells.ts';

/** An order is blamed on mass that was swept this many bins or less from its price. */
const TOLERANCE_BINS = 2;
/** Share of a class's whole swept mass that counts as near every order of the bar. */
const BACKGROUND_SHARE = 0.02;
/** Orders count for at most this quantile of sizes. */
const CAP_QUANTILE = 0.95;

/** Forced orders of one bar. */
export interface FiredOrders extends Traded {
  readonly startS: number;
  /** Ascending in time. */
  readonly orders: readonly HeardOrder[];
}

/**
 * Shares the coins of a bar's forced orders among the classes that it swept, in place: one step of expectation
 * maximisation.
 * @param isComplete whether sampled feeds are left out
 * @param memoryS time over which sizes fade
 */
export function blameOrders(
  calibration: Calibration,
  parameters: EngineParameters,
  cells: SweptCells,
  bar: FiredOrders,
  { isComplete, memoryS }: { readonly isComplete: boolean; readonly memoryS: number },
): void {
  const { startS, orders } = bar;
  const counted = isComplete ? orders.filter(({ venue }) => isCompleteFeed(venue)) : orders;
  for (const { quantityBase, atMs } of counted) {
    addSize(calibration.sizes, quantityBase, atMs / 1000 / memoryS);
  }
  const { rates, capBase } = beliefOf(calibration, parameters, Math.floor(startS / HOUR_S));
  const weights = isComplete ? null : observationWeights(counted);
  for (let index = 0; index < counted.length; index++) {
    const order = counted[index];
    if (order === undefined || cells[order.side].length === 0) continue;
    const { side, quantityBase } = order;
    const forced = (weights?.[index] ?? 1) * Math.min(quantityBase, capBase);
    const bin = binOf(placeOrder(order, calibration.margins, bar), parameters.logStep);
    blame(calibration[side].forced, cells[side], rates[side], bin, forced);
  }
}

function beliefOf(calibration: Calibration, parameters: EngineParameters, hour: number): Belief {
  if (calibration.belief?.hour === hour) return calibration.belief;
  const rates = forcedWeights(calibration, parameters);
  const capBase = sizeQuantile(calibration.sizes, CAP_QUANTILE) ?? Infinity;
  calibration.belief = { hour, rates, capBase };
  return calibration.belief;
}

/**
 * Shares `forced` coins among the classes that lost mass, in proportion to what each was expected to be forced at `bin`:
 * its rate times its mass near the bin and a little of its mass elsewhere. A sum over cells, because a bar sweeps few.
 */
function blame(
  target: Float64Array,
  { length, classes, bins, masses }: SweptSide,
  rates: Float64Array,
  bin: number,
  forced: number,
): void {
  const expectedOf = (at: number): number => {
    const isNear = Math.abs((bins[at] ?? 0) - bin) <= TOLERANCE_BINS;
    const counted = isNear ? 1 + BACKGROUND_SHARE : BACKGROUND_SHARE;
    return (rates[classes[at] ?? 0] ?? 0) * (masses[at] ?? 0) * counted;
  };
  let expected = 0;
  for (let at = 0; at < length; at++) expected += expectedOf(at);
  if (!(expected > 0)) return;
  const share = forced / expected;
  for (let at = 0; at < length; at++) {
    const k = classes[at] ?? 0;
    target[k] = (target[k] ?? 0) + share * expectedOf(at);
  }
}
