import { candleAt, type DailyCandle } from './daily-candle.ts';

/** A turning point of the daily price that later candles have confirmed. */
export interface Swing {
  readonly kind: 'high' | 'low';
  /** Position of its candle. */
  readonly index: number;
  readonly openTimeS: number;
  /** The raw extreme, USD. */
  readonly price: number;
  /** The smaller of the moves into and out of it before a further extreme, USD. */
  readonly prominence: number;
}

/** Candles on each side that a swing must top. */
const FRACTAL_ORDER = 5;

/** Move out of a swing that confirms it, in average true ranges. */
export const REVERSAL_ATR = 1.5;

/**
 * Swing highs and lows, ascending in time: the extreme of five candles to each side (both sides closed) whose
 * prominence is at least 1.5 average true ranges. Those are the pivots a zigzag of that reversal would keep.
 * @param atr average true range, USD, above 0
 */
export function findSwings(candles: readonly DailyCandle[], atr: number): Swing[] {
  const swings: Swing[] = [];
  for (let index = FRACTAL_ORDER; index < candles.length - FRACTAL_ORDER; index++) {
    for (const kind of ['high', 'low'] as const) {
      if (!isFractal(candles, index, kind)) continue;
      const prominence = Math.min(excursion(candles, index, kind, -1), excursion(candles, index, kind, 1));
      if (prominence < REVERSAL_ATR * atr) continue;
      const { openTimeS, [kind]: price } = candleAt(candles, index);
      swings.push({ kind, index, openTimeS, price, prominence });
    }
  }
  return swings;
}

/** Of equal extremes the first one counts. */
function isFractal(candles: readonly DailyCandle[], index: number, kind: 'high' | 'low'): boolean {
  const sign = kind === 'high' ? 1 : -1;
  const price = sign * candleAt(candles, index)[kind];
  for (let offset = 1; offset <= FRACTAL_ORDER; offset++) {
    if (sign * candleAt(candles, index - offset)[kind] >= price) return false;
    if (sign * candleAt(candles, index + offset)[kind] > price) return false;
  }
  return true;
}

/** Largest move away from the extreme at `index`, walking in `direction` until the price goes beyond it. */
function excursion(
  candles: readonly DailyCandle[],
  index: number,
  kind: 'high' | 'low',
  direction: 1 | -1,
): number {
  const price = candleAt(candles, index)[kind];
  let largest = 0;
  for (let i = index + direction; i >= 0 && i < candles.length; i += direction) {
    const { high, low } = candleAt(candles, i);
    if (kind === 'high' ? high > price : low < price) break;
    largest = Math.max(largest, kind === 'high' ? price - low : high - price);
  }
  return largest;
}
