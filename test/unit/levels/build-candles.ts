import { type DailyCandle } from '../../../core/levels/daily-candle.ts';
import { DAY_S } from '../../../core/market/time.ts';

/** 2026-01-05, a Monday. */
export const MONDAY_S = Date.UTC(2026, 0, 5) / 1000;

/** Daily candles from `startS` on, each [high, low, close] or [open, high, low, close]; opens follow closes else. */
export function buildCandles(rows: readonly (readonly number[])[], startS = MONDAY_S): DailyCandle[] {
  let previousClose: number | undefined;
  return rows.map((row, index) => {
    const [high = 0, low = 0, close = 0] = row.length === 4 ? row.slice(1) : row;
    const open = row.length === 4 ? (row[0] ?? close) : (previousClose ?? close);
    previousClose = close;
    return { openTimeS: startS + index * DAY_S, open, high, low, close, volumeBase: 1 };
  });
}
