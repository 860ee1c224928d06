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
  let next = -1;
  return {
    firstBase,
    at: (row) => {
      if (next < 0) next = confirmedRow(openInterestBase, row);
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

/**
 * Where to read from to know what is believed in `row`: the row before the last value that is near the one before it. Such a
 * value is believed whatever came earlier, since the one before it is believed or held back. 0 where there is none.
 */
function confirmedRow(openInterestBase: Float64Array, row: number): number {
  let later = NaN;
  for (let at = row; at >= 0; at--) {
    const value = openInterestBase[at] ?? NaN;
    if (!isKnown(value)) continue;
    if (isNear(later, value)) return at;
    later = value;
  }
  return 0;
}

const isKnown = (value: number): boolean => value >= 0 && value < Infinity;

const isNear = (value: number, reference: number): boolean =>
  Math.abs(value - reference) <= GLITCH_SHARE * reference;
