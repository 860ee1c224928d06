import { candleAt, type DailyCandle } from './daily-candle.ts';

/**
 * Simple average of the last `days` daily closes at every candle, USD; NaN where fewer closes are known.
 * @returns as long as `candles`
 */
export function simpleMovingAverage(candles: readonly DailyCandle[], days: number): Float64Array {
  const averages = new Float64Array(candles.length).fill(NaN);
  for (let i = days - 1; i < candles.length; i++) {
    // Summed anew each time: a running sum drifts by rounding over years.
    let sum = 0;
    for (let j = i - days + 1; j <= i; j++) sum += candleAt(candles, j).close;
    averages[i] = sum / days;
  }
  return averages;
}
