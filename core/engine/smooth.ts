/**
 * Spreads `values`, 0 or more, with a Gaussian of `sdBins` standard deviation, reflected at both ends so that the sum stays.
 * `sdBins` of 0 returns a copy.
 */
export function smoothGaussian(values: Float64Array, sdBins: number): Float64Array {
  const length = values.length;
  const kernel = gaussianKernel(sdBins);
  if (kernel.length === 1 || length < 2) return values.slice();
  const reach = kernel.length - 1;
  const smooth = new Float64Array(length);
  if (length <= 2 * reach) spread(values, kernel, smooth);
  else {
    gatherEnds(values, kernel, smooth);
    gather(values, kernel, smooth);
  }
  return smooth;
}

/** Adds what each bin spreads over the others, back and forth between the ends where it reaches beyond them. */
function spread(values: Float64Array, kernel: Float64Array, smooth: Float64Array): void {
  const reach = kernel.length - 1;
  for (let from = 0; from < values.length; from++) {
    const value = values[from] ?? 0;
    for (let offset = -reach; offset <= reach; offset++) {
      const to = reflect(from + offset, values.length);
      smooth[to] = (smooth[to] ?? 0) + value * (kernel[Math.abs(offset)] ?? 0);
    }
  }
}

/** Sums for the bins within reach of an end: what comes straight, and what the end reflects. */
function gatherEnds(values: Float64Array, kernel: Float64Array, smooth: Float64Array): void {
  const reach = kernel.length - 1;
  const last = values.length - 1;
  for (let to = 0; to < reach; to++) {
    let [low, high] = [0, 0];
    for (let from = 0; from <= to + reach; from++) {
      const value = values[from] ?? 0;
      if (from + to < reach) low += value * (kernel[from + to + 1] ?? 0);
      low += value * (kernel[Math.abs(to - from)] ?? 0);
    }
    for (let from = to + reach; from >= 0; from--) {
      const value = values[last - from] ?? 0;
      high += value * (kernel[Math.abs(to - from)] ?? 0);
      if (from + to < reach) high += value * (kernel[from + to + 1] ?? 0);
    }
    smooth[to] = low;
    smooth[last - to] = high;
  }
}

/** Sums for the bins that nothing is reflected to. */
function gather(values: Float64Array, kernel: Float64Array, smooth: Float64Array): void {
  const reach = kernel.length - 1;
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, at) => kernel[Math.abs(at - reach)] ?? 0);
  const first = values.findIndex((value) => value !== 0);
  if (first < 0) return;
  const last = values.findLastIndex((value) => value !== 0);
  const until = Math.min(values.length - reach, last + reach + 1);
  let to = Math.max(reach, first - reach);
  // Four side by side: each addition waits for the one before it in its own sum alone.
  for (; to + 3 < until; to += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0, source = to - reach; at < weights.length; at++, source++) {
      const weight = weights[at] ?? 0;
      a += weight * (values[source] ?? 0);
      b += weight * (values[source + 1] ?? 0);
      c += weight * (values[source + 2] ?? 0);
      d += weight * (values[source + 3] ?? 0);
    }
    smooth[to] = a;
    smooth[to + 1] = b;
    smooth[to + 2] = c;
    smooth[to + 3] = d;
  }
  for (; to < until; to++) {
    let sum = 0;
    for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (values[to - reach + at] ?? 0);
    smooth[to] = sum;
  }
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
