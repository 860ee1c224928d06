/**
 * Spreads `values` with a Gaussian of `sdBins` standard deviation, reflected at both ends so that the sum stays.
 * `sdBins` of 0 returns a copy.
 */
export function smoothGaussian(values: Float64Array, sdBins: number): Float64Array {
  const length = values.length;
  const kernel = gaussianKernel(sdBins);
  if (kernel.length === 1 || length < 2) return values.slice();
  const reach = kernel.length - 1;
  const smooth = new Float64Array(length);
  for (let from = 0; from < length; from++) {
    const value = values[from] ?? 0;
    if (value === 0) continue;
    const isInside = from >= reach && from + reach < length;
    for (let offset = -reach; offset <= reach; offset++) {
      const to = isInside ? from + offset : reflect(from + offset, length);
      smooth[to] = (smooth[to] ?? 0) + value * (kernel[Math.abs(offset)] ?? 0);
    }
  }
  return smooth;
}

/** Weights at distance 0, 1, 2... out to four standard deviations; both halves and the middle sum to 1. */
export function gaussianKernel(sdBins: number): Float64Array {
  const reach = Math.ceil(4 * sdBins);
  const kernel = Float64Array.from({ length: reach + 1 }, (_, i) =>
    sdBins > 0 ? Math.exp(-0.5 * (i / sdBins) ** 2) : 1,
  );
  const sum = kernel.reduce((total, weight, i) => total + (i === 0 ? weight : 2 * weight), 0);
  return kernel.map((weight) => weight / sum);
}

function reflect(index: number, length: number): number {
  const period = 2 * length;
  const folded = ((index % period) + period) % period;
  return folded < length ? folded : period - 1 - folded;
}
