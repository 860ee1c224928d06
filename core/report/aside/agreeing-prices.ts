import { PRICE_TOLERANCE, whoAgrees } from '../../market/agreement.ts';
import { MINUTE_MS } from '../../market/time.ts';

/** Prices told further apart in time than this are not compared: the newest count. */
export const PRICE_LAG_MS = MINUTE_MS;

/** A price that no other venue tells may stand so far from the last known one; further, its own bars have to follow. */
const LONE_JUMP = 0.2;

/** So far may all of them together; no market halves or doubles before its bars say so. */
const JUMP_OF_ALL = 1;

/**
 * Indices of the prices that are believed.
 * @param prices USD, one a venue; NaN: it tells none
 * @param past the last close that was believed, USD; null without a recent one
 * @see whoAgrees
 */
export function agreeingPrices(prices: readonly number[], past: number | null): ReadonlySet<number> {
  const known = prices.flatMap((one, index) => (one > 0 ? [index] : []));
  const isNear = (index: number, jump: number): boolean =>
    Math.abs(Math.log((prices[index] ?? NaN) / (past ?? NaN))) <= Math.log(1 + jump);
  if (known.length === 1) return new Set(known.filter((index) => isNear(index, LONE_JUMP)));
  const bits = whoAgrees(prices, prices.length, PRICE_TOLERANCE, past ?? NaN);
  return new Set(
    known.filter((index) => (bits & (1 << index)) !== 0 && (past === null || isNear(index, JUMP_OF_ALL))),
  );
}
