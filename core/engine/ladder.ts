import type { PositionSide } from '../market/forced-order.ts';
import { binMidPrice, type LiquidationMap } from '../market/liquidation-map.ts';
import { roundStep, roundTo } from '../market/round-step.ts';

/** Dollars that would break on the way from the price to `price`. */
export interface Rung {
  readonly price: number;
  readonly side: PositionSide;
  readonly exposureUsd: number;
  readonly forcedUsd: number;
}

/** How far the ladder reaches, as a fraction of the price. */
const REACH = 0.3;
const MOST_RUNGS_A_SIDE = 30;

/**
 * Cumulative dollars from the map's price to round prices out to 30 %, ascending in price: longs below, shorts above.
 * Mass inside a bin is spread evenly over its log price.
 */
export function atRiskLadder(map: LiquidationMap, price: number = map.price): readonly Rung[] {
  const step = roundStep((REACH * price) / MOST_RUNGS_A_SIDE);
  const rungs: Rung[] = [];
  const first = Math.ceil(((1 - REACH) * price) / step - 1e-9);
  const last = Math.floor(((1 + REACH) * price) / step + 1e-9);
  for (let count = first; count <= last; count++) {
    const rung = roundTo(count * step, step);
    if (rung !== price && rung > 0) rungs.push({ price: rung, ...atRiskTo(map, price, rung) });
  }
  return rungs;
}

/** Dollars of the side that breaks when the price goes from `price` to `target`. */
export function atRiskTo(map: LiquidationMap, price: number, target: number): Omit<Rung, 'price'> {
  const side = target < price ? 'long' : 'short';
  const between = (base: Float64Array) =>
    usdBetween(map, base, Math.min(price, target), Math.max(price, target));
  return side === 'long'
    ? { side, exposureUsd: between(map.longExposureBase), forcedUsd: between(map.longForcedBase) }
    : { side, exposureUsd: between(map.shortExposureBase), forcedUsd: between(map.shortForcedBase) };
}

/** Dollars of a column of `map` between two prices. */
function usdBetween(map: LiquidationMap, base: Float64Array, low: number, high: number): number {
  const from = Math.log(low) / map.logStep - map.firstBin;
  const until = Math.log(high) / map.logStep - map.firstBin;
  const last = Math.min(base.length - 1, Math.floor(until));
  let sum = 0;
  for (let index = Math.max(0, Math.floor(from)); index <= last; index++) {
    const share = Math.min(until, index + 1) - Math.max(from, index);
    sum += (base[index] ?? 0) * binMidPrice(map.firstBin + index, map.logStep) * Math.max(0, share);
  }
  return sum;
}
