/** Logarithmic classes of event size: e-foldings of a tenth, from exp(-20) to exp(30) coins. */
const STEP = 0.1;
const LOWEST_LOG = -20;
const CLASSES = 500;

/** Sizes of forced orders seen so far, old ones fading; plain data. */
export interface SizeHistogram {
  readonly counts: Float64Array;
  total: number;
}

/** A histogram of nothing. */
export const createSizeHistogram = (): SizeHistogram => ({ counts: new Float64Array(CLASSES), total: 0 });

/** Adds one order of `quantityBase` coins (above 0) with weight `weight`. */
export function addSize(histogram: SizeHistogram, quantityBase: number, weight: number): void {
  const index = Math.floor((Math.log(quantityBase) - LOWEST_LOG) / STEP);
  const clipped = Math.min(Math.max(index, 0), CLASSES - 1);
  histogram.counts[clipped] = (histogram.counts[clipped] ?? 0) + weight;
  histogram.total += weight;
}

/** Coins at quantile `q` (0 to 1), to within 5 %; null of an empty histogram. */
export function sizeQuantile(histogram: SizeHistogram, q: number): number | null {
  if (histogram.total <= 0) return null;
  let left = q * histogram.total;
  for (let index = 0; index < CLASSES; index++) {
    left -= histogram.counts[index] ?? 0;
    if (left <= 0) return Math.exp(LOWEST_LOG + (index + 0.5) * STEP);
  }
  return Math.exp(LOWEST_LOG + CLASSES * STEP);
}
