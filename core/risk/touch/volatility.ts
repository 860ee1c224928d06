/** One bar's prices. */
export interface PriceBar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** Parkinson (1980): variance of one bar from its range. */
export function parkinsonVariance({ high, low }: PriceBar): number {
  return Math.log(high / low) ** 2 / (4 * Math.LN2);
}

/** Garman and Klass (1980): variance of one bar from range and body. */
export function garmanKlassVariance({ open, high, low, close }: PriceBar): number {
  return 0.5 * Math.log(high / low) ** 2 - (2 * Math.LN2 - 1) * Math.log(close / open) ** 2;
}

/** Rogers and Satchell (1991): variance of one bar, unbiased under drift. */
export function rogersSatchellVariance({ open, high, low, close }: PriceBar): number {
  return Math.log(high / close) * Math.log(high / open) + Math.log(low / close) * Math.log(low / open);
}

/** Yang and Zhang (2000): variance of one bar from two bars or more, gaps between them included. @throws RangeError for fewer */
export function yangZhangVariance(bars: readonly PriceBar[]): number {
  const n = bars.length - 1;
  if (n < 1) throw new RangeError(`${bars.length} bars`);
  const gaps: number[] = [];
  const bodies: number[] = [];
  let rogersSatchell = 0;
  for (let index = 1; index <= n; index += 1) {
    const bar = bars[index];
    const before = bars[index - 1];
    if (bar === undefined || before === undefined) continue;
    gaps.push(Math.log(bar.open / before.close));
    bodies.push(Math.log(bar.close / bar.open));
    rogersSatchell += rogersSatchellVariance(bar) / n;
  }
  if (n === 1) return rogersSatchell;
  const k = 0.34 / (1.34 + (n + 1) / (n - 1));
  return sampleVariance(gaps) + k * sampleVariance(bodies) + (1 - k) * rogersSatchell;
}

function sampleVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Sum of squared log returns between neighbouring closes: variance of the whole stretch. */
export function realisedVariance(closes: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 1; index < closes.length; index += 1) {
    sum += Math.log((closes[index] ?? NaN) / (closes[index - 1] ?? NaN)) ** 2;
  }
  return sum;
}
