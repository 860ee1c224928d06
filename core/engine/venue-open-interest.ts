/** A venue's open interest with gaps and faults filled, bar after bar. */
export interface OpenInterestReader {
  /** First known value, coins; NaN if there is none. */
  readonly firstBase: number;
  /** Coins at the close of the bar in `row`, of rows that do not descend; NaN for a venue that never reports any. */
  readonly at: (row: number) => number;
}

/** A change by more than this share in one bar is believed only when the next known value confirms it. */
const GLITCH_SHARE = 0.15;

/**
 * Reads `openInterestBase` (NaN, infinite or negative: unknown): after the first known value the last believed one, before
 * it the first. A value that jumps by more than 15 % is held back until the next known value is within 15 % of it, so a
 * single wild value never shows, and no value is revised by a later one.
 */
export function readOpenInterest(openInterestBase: Float64Array): OpenInterestReader {
  const firstBase = openInterestBase.find(isKnown) ?? NaN;
  let believedBase = firstBase;
  let doubtedBase = NaN;
  let next = 0;
  return {
    firstBase,
    at: (row) => {
      for (; next <= row; next++) {
        const value = openInterestBase[next] ?? NaN;
        if (!isKnown(value)) continue;
        const isBelieved = isNear(value, believedBase) || isNear(value, doubtedBase);
        if (isBelieved) believedBase = value;
        doubtedBase = isBelieved ? NaN : value;
      }
      return believedBase;
    },
  };
}

const isKnown = (value: number): boolean => value >= 0 && value < Infinity;

const isNear = (value: number, reference: number): boolean =>
  Math.abs(value - reference) <= GLITCH_SHARE * reference;
