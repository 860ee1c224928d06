/** Quantile `q` (0 to 1) of a non-empty list, linearly interpolated. */
export const quantile = (values: ArrayLike<number>, q: number): number =>
  quantileOfSorted(Float64Array.from(values).sort(), q);

/** The same of a list that ascends. */
export function quantileOfSorted(sorted: Float64Array, q: number): number {
  const place = q * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
}

/**
 * The value at place `rank` of the ascending order, of what stands in `from` to `until` (both included): where the places
 * before hold no more and those after no less, this is the rank among all. Reorders in place, in time linear in their
 * number (Hoare's selection).
 */
export function selectRank(values: Float64Array, rank: number, from: number, until: number): number {
  let [left, right] = [from, until];
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? NaN;
    let [i, j] = [left, right];
    while (i <= j) {
      while ((values[i] ?? NaN) < pivot) i++;
      while ((values[j] ?? NaN) > pivot) j--;
      if (i > j) break;
      const moved = values[i] ?? NaN;
      values[i++] = values[j] ?? NaN;
      values[j--] = moved;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return values[rank] ?? NaN;
}

/**
 * The middle two of what stands in `from` to `until` (both included) in ascending order, the middle one twice where there
 * is one; NaN of none. Reorders in place.
 */
export function selectMiddle(
  values: Float64Array,
  from = 0,
  until = values.length - 1,
): readonly [number, number] {
  if (until < from) return [NaN, NaN];
  const half = (from + until + 1) >> 1;
  const upper = selectRank(values, half, from, until);
  return [(until - from) % 2 === 0 ? upper : selectRank(values, half - 1, from, half - 1), upper];
}

/** Median of what stands in `from` to `until` (both included): the mean of the middle two; NaN of none. Reorders in place. */
export function selectMedian(values: Float64Array, from?: number, until?: number): number {
  const [lower, upper] = selectMiddle(values, from, until);
  return (lower + upper) / 2;
}

/** The same of a list, which is left as it is. */
export const median = (values: readonly number[]): number => selectMedian(new Float64Array(values));

/** Standard deviations from the middle to the 10th and 90th percentile of a normal distribution. */
export const NORMAL_DECILE = 1.2816;
