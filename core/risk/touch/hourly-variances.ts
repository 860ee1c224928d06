import type { Bars } from '../../market/bars.ts';
import { madeOnce } from '../../market/made-once.ts';
import { garmanKlassVariance } from './volatility.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';

/** Hours that a forecast looks at one by one; what is older is told by days. */
export const RECENT_HOURS_S = 30 * DAY_S;

/** An hour with less than this share of its bars is left out. */
const ENOUGH = 0.8;

/** Smallest variance of an hour, so that a still market has a logarithm. */
const LEAST_VARIANCE = 1e-10;

/** Variances of closed hours in columns, ascending in time; hours that are not known are missing. */
export interface HourlyVariances {
  readonly openTimeS: Float64Array;
  /** Of the log return, above 0. */
  readonly variance: Float64Array;
}

/** No hour is known, as of bars that are longer than one. */
export const NO_HOURS: HourlyVariances = { openTimeS: new Float64Array(0), variance: new Float64Array(0) };

/** By the range and body of each whole hour from `fromS` on (Garman and Klass), of bars of an hour or less. */
export function hourlyVariances(bars: Bars, fromS = -Infinity): HourlyVariances {
  const { openTimeS, intervalS } = bars;
  if (!(intervalS <= HOUR_S)) return NO_HOURS;
  let start = openTimeS.length;
  while (start > 0 && (openTimeS[start - 1] ?? 0) >= fromS) start -= 1;
  return hoursFrom(bars, start);
}

/** Those of the bars from row `start` on. */
const hoursFrom = madeOnce((bars: Bars, start: number): HourlyVariances => {
  const { openTimeS, intervalS } = bars;
  const length = openTimeS.length;
  const most = length - start;
  const times = new Float64Array(most);
  const variances = new Float64Array(most);
  let hours = 0;
  for (let from = start; from < length;) {
    const hourS = Math.floor((openTimeS[from] ?? 0) / HOUR_S) * HOUR_S;
    let until = from;
    let high = -Infinity;
    let low = Infinity;
    for (; until < length && (openTimeS[until] ?? 0) < hourS + HOUR_S; until += 1) {
      high = Math.max(high, bars.high[until] ?? NaN);
      low = Math.min(low, bars.low[until] ?? NaN);
    }
    const [open, close] = [bars.open[from] ?? NaN, bars.close[until - 1] ?? NaN];
    const isClosed = (openTimeS[until - 1] ?? 0) + intervalS >= hourS + HOUR_S;
    if (isClosed && (until - from) * intervalS >= ENOUGH * HOUR_S) {
      times[hours] = hourS;
      variances[hours] = Math.max(garmanKlassVariance({ open, high, low, close }), LEAST_VARIANCE);
      hours += 1;
    }
    from = until;
  }
  return { openTimeS: times.subarray(0, hours), variance: variances.subarray(0, hours) };
});
