/**
 * Spreads `values`, 0 or more, with a Gaussian of `sdBins` standard deviation, reflected at both ends so that the sum stays.
 * `sdBins` of 0 returns a copy.
 */
export function smoothGaussian(values: Float64Array, sdBins: number): Float64Array {
  const smooth = new Float64Array(values.length);
  smoothInto(smooth, values, gaussianBell(sdBins));
  return smooth;
}

/** The same with a known {@link gaussianBell}, into `smooth`, as long as `values` and all 0. */
export function smoothInto(smooth: Float64Array, values: Float64Array, bell: Float64Array): void {
  if (bell.length === 1 || values.length < 2) smooth.set(values);
  else if (values.length < bell.length) spread(values, bell, smooth);
  else {
    gatherEnds(values, bell, smooth);
    gather(values, bell, smooth);
  }
}

/** {@link gaussianKernel} from its end to the middle and out to its end again. */
export function gaussianBell(sdBins: number): Float64Array {
  const kernel = gaussianKernel(sdBins);
  const reach = kernel.length - 1;
  const bell = new Float64Array(2 * reach + 1);
  for (let at = 0; at < bell.length; at++) bell[at] = kernel[Math.abs(at - reach)] ?? 0;
  return bell;
}

/** Adds what each bin spreads over the others, back and forth between the ends where it reaches beyond them. */
function spread(values: Float64Array, bell: Float64Array, smooth: Float64Array): void {
  const reach = bell.length >> 1;
  for (let from = 0; from < values.length; from++) {
    const value = values[from] ?? 0;
    for (let offset = -reach; offset <= reach; offset++) {
      const to = reflect(from + offset, values.length);
      smooth[to] = (smooth[to] ?? 0) + value * (bell[reach + offset] ?? 0);
    }
  }
}

/** Sums for the bins within reach of an end: what comes straight, and what the end reflects. */
function gatherEnds(values: Float64Array, bell: Float64Array, smooth: Float64Array): void {
  const reach = bell.length >> 1;
  const last = values.length - 1;
  for (let to = 0; to < reach; to++) {
    const farthest = to + reach;
    let low = 0;
    let high = 0;
    // Both side by side: each addition waits for the one before it in its own sum alone.
    for (let from = 0, back = farthest; from <= farthest; from++, back--) {
      const value = values[from] ?? 0;
      if (from + to < reach) low += value * (bell[reach + from + to + 1] ?? 0);
      low += value * (bell[reach + from - to] ?? 0);
      const other = values[last - back] ?? 0;
      high += other * (bell[reach + back - to] ?? 0);
      if (back + to < reach) high += other * (bell[reach + back + to + 1] ?? 0);
    }
    smooth[to] = low;
    smooth[last - to] = high;
  }
}

/** Sums for the bins that nothing is reflected to. */
function gather(values: Float64Array, bell: Float64Array, smooth: Float64Array): void {
  const reach = bell.length >> 1;
  let first = 0;
  while (values[first] === 0) first++;
  if (first === values.length) return;
  let last = values.length - 1;
  while (values[last] === 0) last--;
  const until = Math.min(values.length - reach, last + reach + 1);
  let to = Math.max(reach, first - reach);
  // Four side by side: each addition waits for the one before it in its own sum alone.
  for (; to + 3 < until; to += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let at = 0, source = to - reach; at < bell.length; at++, source++) {
      const weight = bell[at] ?? 0;
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
    for (let at = 0; at < bell.length; at++) sum += (bell[at] ?? 0) * (values[to - reach + at] ?? 0);
    smooth[to] = sum;
  }
}

/** Weights at distance 0, 1, 2... out to four standard deviations; both halves and the middle sum to 1. */
export function gaussianKernel(sdBins: number): Float64Array {
  const reach = Math.ceil(4 * sdBins);
  const kernel = new Float64Array(reach + 1);
  let sum = 0;
  for (let i = 0; i <= reach; i++) {
    const weight = sdBins > 0 ? Math.exp(-0.5 * (i / sdBins) ** 2) : 1;
    kernel[i] = weight;
    sum += i === 0 ? weight : 2 * weight;
  }
  for (let i = 0; i <= reach; i++) kernel[i] = (kernel[i] ?? 0) / sum;
  return kernel;
}

function reflect(index: number, length: number): number {
  const period = 2 * length;
  const folded = ((index % period) + period) % period;
  return folded < length ? folded : period - 1 - folded;
}
