import { madeOnce } from '../market/made-once.ts';

/** A venue's open interest with gaps and faults filled. */
export interface HeldOpenInterest {
  /** Coins by bar; all NaN for a venue that never reports any. */
  readonly valuesBase: Float64Array;
  /** First known value; NaN if there is none. */
  readonly firstBase: number;
}

/** A change by more than this share in one bar is believed only when the next known value confirms it. */
const GLITCH_SHARE = 0.15;

/**
 * Fills `openInterestBase` (NaN, infinite or negative: unknown): after the first known value with the last believed one,
 * before it with the first. A value that jumps by more than 15 % is held back until the next known value is within 15 %
 * of it, so a single wild value never shows, and no value is revised by a later one.
 */
export const holdOpenInterest = madeOnce((openInterestBase: Float64Array): HeldOpenInterest => {
  const valuesBase = new Float64Array(openInterestBase.length);
  const firstBase = openInterestBase.find(isKnown) ?? NaN;
  let believedBase = firstBase;
  let doubtedBase = NaN;
  for (let index = 0; index < openInterestBase.length; index++) {
    const value = openInterestBase[index] ?? NaN;
    const isTold = isKnown(value);
    const isBelieved = isTold && (isNear(value, believedBase) || isNear(value, doubtedBase));
    if (isBelieved) believedBase = value;
    if (isTold) doubtedBase = isBelieved ? NaN : value;
    valuesBase[index] = believedBase;
  }
  return { valuesBase, firstBase };
});

const isKnown = (value: number): boolean => value >= 0 && value < Infinity;

const isNear = (value: number, reference: number): boolean =>
  Math.abs(value - reference) <= GLITCH_SHARE * reference;
