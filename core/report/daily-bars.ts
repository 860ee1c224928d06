import { sum } from '../engine/skill/information-gain.ts';
import { DAY_S } from '../market/time.ts';
import { type Bars, createBars } from '../market/bars.ts';
import { madeOnce } from '../market/made-once.ts';

/** A day counts if this share of its bars is there. */
const LEAST_COVERAGE = 0.8;

/**
 * UTC days out of shorter bars, for days that have ended by `atS` and are nearly complete. Open interest is that of the
 * last bar; taker volume is unknown where one bar does not know it.
 */
export const dailyBars = (bars: Bars, atS: number): Bars =>
  endedBefore(bars, Math.floor(atS / DAY_S) * DAY_S);

/** Those that have ended by a midnight. */
const endedBefore = madeOnce((bars: Bars, midnightS: number): Bars => {
  const days = daysOf(bars, midnightS);
  const daily = createBars(days.length, DAY_S);
  days.forEach(({ timeS, from, until }, day) => {
    daily.openTimeS[day] = timeS;
    daily.open[day] = bars.open[from] ?? NaN;
    daily.close[day] = bars.close[until - 1] ?? NaN;
    daily.high[day] = highest(bars.high, from, until);
    daily.low[day] = lowest(bars.low, from, until);
    daily.volumeBase[day] = sum(bars.volumeBase.subarray(from, until));
    daily.turnoverUsd[day] = sum(bars.turnoverUsd.subarray(from, until));
    daily.takerBuyBase[day] = sum(bars.takerBuyBase.subarray(from, until));
    daily.openInterestBase[day] = bars.openInterestBase[until - 1] ?? NaN;
  });
  return daily;
});

function highest(column: Float64Array, from: number, until: number): number {
  let most = -Infinity;
  for (let row = from; row < until; row++) most = Math.max(most, column[row] ?? NaN);
  return most;
}

function lowest(column: Float64Array, from: number, until: number): number {
  let least = Infinity;
  for (let row = from; row < until; row++) least = Math.min(least, column[row] ?? NaN);
  return least;
}

interface Day {
  readonly timeS: number;
  readonly from: number;
  readonly until: number;
}

function daysOf(bars: Bars, atS: number): readonly Day[] {
  const days: Day[] = [];
  const length = bars.openTimeS.length;
  for (let from = 0; from < length;) {
    const timeS = Math.floor((bars.openTimeS[from] ?? 0) / DAY_S) * DAY_S;
    let until = from;
    while (until < length && (bars.openTimeS[until] ?? 0) < timeS + DAY_S) until++;
    const isCovered = (until - from) * bars.intervalS >= LEAST_COVERAGE * DAY_S;
    if (isCovered && timeS + DAY_S <= atS) days.push({ timeS, from, until });
    from = until;
  }
  return days;
}
