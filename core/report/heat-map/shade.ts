import { cellOfUsd, usdOfCell } from '../../market/map-cells.ts';

/** Shades of a side from nothing (0) to the brightest: fine enough that no step looks like a level. */
export const SHADES = 24;

/** The brightest shade begins here. */
const BRIGHTEST_SHARE = 0.99;

/**
 * Where the shades begin, as shares of the cells in view that hold anything: the lower quarter stays dark, and the brighter
 * a shade the fewer cells have it.
 */
const SHADE_SHARES = Array.from(
  { length: SHADES },
  (_, shade) => BRIGHTEST_SHARE - (BRIGHTEST_SHARE - 0.25) * (1 - shade / (SHADES - 1)) ** 1.6,
);

/** Which cells are shown, by rank among those in view; 0.25 and 1 unless the user moved a handle. */
export interface Threshold {
  readonly low: number;
  readonly high: number;
}

/** The lower quarter is left dark, nothing is cut off above. */
export const DEFAULT_THRESHOLD: Threshold = { low: 0.25, high: 1 };

/** From dollars to shades. */
export interface Shading {
  /** Least dollars of each shade, ascending, USD. */
  readonly fromUsd: readonly number[];
  /** Above these the cells are cut off too; Infinity: none is. */
  readonly untilUsd: number;
}

/**
 * Shades by rank, so that a map of any size has all of them: traders look for where more stands than elsewhere.
 * @param cells of what is in view, as `map-cells.ts` has them
 */
export function shadingOf(cells: Uint8Array, threshold: Threshold = DEFAULT_THRESHOLD): Shading {
  const counts = new Float64Array(256);
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  const filled = cells.length - (counts[0] ?? 0);
  const usdAt = (share: number): number => {
    let left = share * filled;
    for (let cell = 1; cell < 256; cell++) {
      left -= counts[cell] ?? 0;
      if (left < 0) return usdOfCell(cell);
    }
    return Infinity;
  };
  const { low, high } = threshold;
  const stretch = (1 - low) / (1 - DEFAULT_THRESHOLD.low);
  return {
    fromUsd: SHADE_SHARES.map((share) => usdAt(1 - (1 - share) * stretch)),
    untilUsd: high >= 1 ? Infinity : usdAt(high),
  };
}

/** The shade of `usd`: 0 for nothing, {@link SHADES} for the most. */
export function shadeOf({ fromUsd, untilUsd }: Shading, usd: number): number {
  if (usd > untilUsd) return 0;
  let [shade, above] = [0, SHADES];
  while (shade < above) {
    const middle = (shade + above) >> 1;
    if (usd >= (fromUsd[middle] ?? Infinity)) shade = middle + 1;
    else above = middle;
  }
  return shade;
}

/** Share of log price on either side that a bin is compared with. */
const SURROUNDINGS = 0.025;

/**
 * Cells multiplied by the square of their share of what surrounds them at their price, so that far cells, where most
 * leverage lies, do not outshine what stands out nearer: "what stands out". Sides are not mixed.
 * @param priceBin by column, counted from the first bin
 */
export function outstanding(
  cells: Uint8Array,
  bins: number,
  priceBin: ArrayLike<number>,
  logStep: number,
): Uint8Array {
  const reach = Math.max(1, Math.round(SURROUNDINGS / logStep));
  const made = new Uint8Array(cells.length);
  const sums = new Float64Array(bins + 1);
  for (let start = 0, column = 0; start < cells.length; start += bins, column++) {
    const known = cells.subarray(start, start + bins);
    const first = known.findIndex((cell) => cell > 0);
    const end = known.findLastIndex((cell) => cell > 0) + 1;
    for (let bin = 0; bin < bins; bin++)
      sums[bin + 1] = (sums[bin] ?? 0) + usdOfCell(cells[start + bin] ?? 0);
    const price = Math.min(Math.max(Math.floor(priceBin[column] ?? 0), 0), bins);
    for (let bin = 0; bin < bins; bin++) {
      const usd = usdOfCell(cells[start + bin] ?? 0);
      if (usd === 0) continue;
      const from = Math.max(bin - reach, bin > price ? price + 1 : first);
      const until = Math.min(bin + reach + 1, bin < price ? price : end);
      const mean = ((sums[until] ?? 0) - (sums[from] ?? 0)) / Math.max(1, until - from);
      made[start + bin] = cellOfUsd(usd * (usd / mean) ** 2);
    }
  }
  return made;
}
