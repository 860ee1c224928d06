import type { PatternReport } from '../market/market-report.ts';
import { candleAt, type DailyCandle } from './daily-candle.ts';
import { DAY_S } from '../market/time.ts';
import { aggregatePeriods } from './periods.ts';
import { REVERSAL_ATR, type Swing } from './swings.ts';
import { TOLERANCE_ATR } from './track-level.ts';

/** Largest body of a doji as a share of its range. */
const DOJI_BODY = 0.1;
/** Smallest range of a doji, in average true ranges of a day; a still candle decides nothing. */
const DOJI_RANGE_ATR = 0.5;
/** How far back dojis are told. */
const DOJI_DAYS = 3;
const DOJI_WEEKS = 2;

const MIN_SEPARATION_DAYS = 5;
const MAX_SEPARATION_DAYS = 60;
/** Tops differ by at most this many average true ranges, or by 1 % of the price. */
const TOP_TOLERANCE_ATR = 0.5;
const TOP_TOLERANCE = 0.01;
/** A confirmed pattern is told for so long. */
const CONFIRMED_DAYS = 30;

/**
 * Dojis of the last days and weeks, double tops and bottoms, the newest first. `at` is 00:00 UTC of the day that
 * completed the figure: the doji's last day, the second top's day.
 * @param atr average true range, USD, above 0
 */
export function findPatterns(
  candles: readonly DailyCandle[],
  swings: readonly Swing[],
  atr: number,
): PatternReport[] {
  return [
    ...findDojis(candles, atr),
    ...findDoubles(candles, swings, atr, 'high'),
    ...findDoubles(candles, swings, atr, 'low'),
  ].sort((a, b) => b.at - a.at);
}

function findDojis(candles: readonly DailyCandle[], atr: number): PatternReport[] {
  return (['day', 'week'] as const).flatMap((period) =>
    aggregatePeriods(candles, period)
      .slice(period === 'day' ? -DOJI_DAYS : -DOJI_WEEKS)
      .filter(({ open, high, low, close }) => {
        const range = high - low;
        return range >= DOJI_RANGE_ATR * atr && Math.abs(close - open) <= DOJI_BODY * range;
      })
      .map(({ lastDayS }) => ({
        kind: 'doji' as const,
        timeframe: period,
        confirmed: true,
        at: lastDayS * 1000,
        target: null,
      })),
  );
}

/**
 * Two swing highs of one height with a valley between them (mirrored for lows). Confirmed by a daily close under the
 * valley, void after a close above both tops. One second top makes one figure, with the first top nearest in height.
 */
function findDoubles(
  candles: readonly DailyCandle[],
  allSwings: readonly Swing[],
  atr: number,
  kind: 'high' | 'low',
): PatternReport[] {
  const swings = allSwings.filter((swing) => swing.kind === kind);
  return swings.flatMap((second) => {
    const pairs = swings.flatMap((first) => {
      const double = matchDouble(candles, first, second, atr);
      return double === null ? [] : [double];
    });
    const nearest = pairs.sort((a, b) => a.difference - b.difference)[0];
    return nearest === undefined ? [] : [nearest.pattern];
  });
}

/** The figure that two swings of one kind make, with the difference of their heights; null if they make none. */
function matchDouble(
  candles: readonly DailyCandle[],
  first: Swing,
  second: Swing,
  atr: number,
): { readonly pattern: PatternReport; readonly difference: number } | null {
  const days = (second.openTimeS - first.openTimeS) / DAY_S;
  if (days < MIN_SEPARATION_DAYS || days > MAX_SEPARATION_DAYS) return null;
  const difference = Math.abs(second.price - first.price);
  if (difference > Math.max(TOP_TOLERANCE_ATR * atr, TOP_TOLERANCE * second.price)) return null;

  const isTop = second.kind === 'high';
  const sign = isTop ? 1 : -1;
  const upper = Math.max(first.price, second.price);
  const lower = Math.min(first.price, second.price);
  const [far, near] = isTop ? [upper, lower] : [lower, upper];
  const between = candles.slice(first.index + 1, second.index);
  if (between.some((candle) => sign * (candle[second.kind] - far) > 0)) return null;
  const valley = isTop
    ? Math.min(...between.map((candle) => candle.low))
    : Math.max(...between.map((candle) => candle.high));
  if (sign * (near - valley) < REVERSAL_ATR * atr) return null;

  const outcome = resolveDouble(candles, second.index + 1, sign, far, valley, TOLERANCE_ATR * atr);
  if (outcome === 'void') return null;
  const pattern: PatternReport = {
    kind: isTop ? 'double-top' : 'double-bottom',
    timeframe: 'day',
    confirmed: outcome === 'confirmed',
    at: second.openTimeS * 1000,
    target: valley - (far - valley),
    points: [first, second].map((swing) => ({ at: swing.openTimeS * 1000, price: swing.price })),
  };
  return { pattern, difference };
}

function resolveDouble(
  candles: readonly DailyCandle[],
  fromIndex: number,
  sign: 1 | -1,
  top: number,
  valley: number,
  tolerance: number,
): 'confirmed' | 'open' | 'void' {
  for (let index = fromIndex; index < candles.length; index++) {
    const { close } = candleAt(candles, index);
    if (sign * (close - top) > tolerance) return 'void';
    if (sign * (valley - close) > tolerance) {
      return candles.length - index <= CONFIRMED_DAYS ? 'confirmed' : 'void';
    }
  }
  return 'open';
}
