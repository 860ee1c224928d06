import { barAt, type Bars, type Candle } from '../market/bars.ts';
import { madeOnce } from '../market/made-once.ts';
import { DAY_S } from '../market/time.ts';

/** A daily candle; its day runs from `openTimeS` (00:00 UTC) for {@link DAY_S} seconds. Prices in USD. */
export type DailyCandle = Pick<Candle, 'openTimeS' | 'open' | 'high' | 'low' | 'close' | 'volumeBase'>;

/** When `candle` closed, epoch milliseconds. */
export const closeTimeMs = (candle: DailyCandle): number => (candle.openTimeS + DAY_S) * 1000;

/** The candles that had closed by `atMs`; `candles` ascend in time. */
export function candlesClosedBy(candles: readonly DailyCandle[], atMs: number): readonly DailyCandle[] {
  const end = candles.findLastIndex((candle) => closeTimeMs(candle) <= atMs) + 1;
  return end === candles.length ? candles : firstCandles(candles, end);
}

const firstCandles = madeOnce((candles: readonly DailyCandle[], end: number) => candles.slice(0, end));

/** Daily bars as candles. */
export const dailyCandlesOf = madeOnce((bars: Bars): readonly DailyCandle[] =>
  Array.from(bars.openTimeS, (_, index) => {
    const { openTimeS, open, high, low, close, volumeBase } = barAt(bars, index);
    return { openTimeS, open, high, low, close, volumeBase };
  }),
);

/** The candle at `index`. @throws RangeError outside the candles. */
export function candleAt(candles: readonly DailyCandle[], index: number): DailyCandle {
  const candle = candles[index];
  if (candle === undefined) throw new RangeError(`candle ${index} of ${candles.length}`);
  return candle;
}

/**
 * Average true range in USD: the plain mean of the last `days` true ranges, a gap to the previous close included.
 * Null while fewer than `days` + 1 candles are known.
 */
export function averageTrueRange(candles: readonly DailyCandle[], days = 14): number | null {
  if (candles.length < days + 1) return null;
  let sum = 0;
  for (let i = candles.length - days; i < candles.length; i++) {
    const { high, low } = candleAt(candles, i);
    const previousClose = candleAt(candles, i - 1).close;
    sum += Math.max(high, previousClose) - Math.min(low, previousClose);
  }
  return sum / days;
}
