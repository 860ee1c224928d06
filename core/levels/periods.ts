import { monthNumber } from '../market/utc-date.ts';
import { weekNumber } from './calendar.ts';
import { candleAt, type DailyCandle } from './daily-candle.ts';
import { DAY_S } from '../market/time.ts';

export type PeriodName = 'day' | 'week' | 'month';

/** Daily candles of a whole UTC day, week (Monday to Sunday) or month, as one candle. */
export interface PeriodCandle {
  readonly period: PeriodName;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly firstDayS: number;
  readonly lastDayS: number;
  /** Position of the first daily candle after the period. */
  readonly nextIndex: number;
}

const NUMBER_OF: Readonly<Record<PeriodName, (timeS: number) => number>> = {
  day: (timeS) => Math.floor(timeS / DAY_S),
  week: weekNumber,
  month: monthNumber,
};

/**
 * Complete periods, ascending in time. A period is complete when its last day has closed; the first one is left out
 * when its beginning is missing.
 */
export function aggregatePeriods(candles: readonly DailyCandle[], period: PeriodName): PeriodCandle[] {
  const numberOf = NUMBER_OF[period];
  const periods: PeriodCandle[] = [];
  let start = 0;
  for (let end = 1; end <= candles.length; end++) {
    const first = candleAt(candles, start);
    const last = candleAt(candles, end - 1);
    const number = numberOf(first.openTimeS);
    if (end < candles.length && numberOf(candleAt(candles, end).openTimeS) === number) continue;
    const isWhole =
      numberOf(first.openTimeS - DAY_S) !== number && numberOf(last.openTimeS + DAY_S) !== number;
    if (isWhole) {
      const days = candles.slice(start, end);
      periods.push({
        period,
        open: first.open,
        high: Math.max(...days.map((day) => day.high)),
        low: Math.min(...days.map((day) => day.low)),
        close: last.close,
        firstDayS: first.openTimeS,
        lastDayS: last.openTimeS,
        nextIndex: end,
      });
    }
    start = end;
  }
  return periods;
}
