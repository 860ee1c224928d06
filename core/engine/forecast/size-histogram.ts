/** Logarithmic classes of size: a tenth of an e-folding each, from exp(-20) to exp(30). */
const STEP = 0.1;
const LOWEST_LOG = -20;
const CLASSES = 500;

/** Above this the inflated counts are brought back to 1. */
const REBASE_ABOVE = 50;

/** Sizes of forced orders seen so far, old ones fading; plain data. */
export interface SizeHistogram {
  readonly counts: Float64Array;
  total: number;
  /** Age, in memories, at which an order counts 1; a later one counts more, which fades the earlier ones. */
  origin: number;
}

/** A histogram of nothing. */
export const createSizeHistogram = (): SizeHistogram => ({
  counts: new Float64Array(CLASSES),
  total: 0,
  origin: NaN,
});

/**
 * Adds one order (or window) of `size` above 0.
 * @param atMemories its time in units of the memory over which earlier ones fade to 1/e
 */
export function addSize(histogram: SizeHistogram, size: number, atMemories: number): void {
  if (Number.isNaN(histogram.origin)) histogram.origin = atMemories;
  if (atMemories - histogram.origin > REBASE_ABOVE) rebase(histogram, atMemories);
  const weight = Math.exp(atMemories - histogram.origin);
  const index = Math.floor((Math.log(size) - LOWEST_LOG) / STEP);
  const clipped = Math.min(Math.max(index, 0), CLASSES - 1);
  histogram.counts[clipped] = (histogram.counts[clipped] ?? 0) + weight;
  histogram.total += weight;
}

function rebase(histogram: SizeHistogram, atMemories: number): void {
  const factor = Math.exp(histogram.origin - atMemories);
  histogram.total = 0;
  for (let index = 0; index < CLASSES; index++) {
    const count = (histogram.counts[index] ?? 0) * factor;
    histogram.counts[index] = count;
    histogram.total += count;
  }
  histogram.origin = atMemories;
}

/** Size at quantile `q` (0 to 1), to within 5 %; null of an empty histogram. */
export function sizeQuantile(histogram: SizeHistogram, q: number): number | null {
  if (histogram.total <= 0) return null;
  let left = q * histogram.total;
  for (let index = 0; index < CLASSES; index++) {
    left -= histogram.counts[index] ?? 0;
    if (left <= 0) return Math.exp(LOWEST_LOG + (index + 0.5) * STEP);
  }
  return Math.exp(LOWEST_LOG + CLASSES * STEP);
}
