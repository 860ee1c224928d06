import type { LevelState } from '../market/market-report.ts';
import { candleAt, closeTimeMs, type DailyCandle } from './daily-candle.ts';
import { DAY_S } from '../market/time.ts';

/** Edges of a level at a candle, USD; a moving average differs from day to day. */
export type EdgesAt = (index: number) => { readonly low: number; readonly high: number };

/** What the daily closes have done to a level so far. */
export interface LevelTrack {
  /**
   * The part the level plays: `resistance` holds the price below it. Kept through a break, so that `closed-beyond`
   * and `reclaimed` mean something, and exchanged after ten closes beyond.
   */
  readonly side: 'support' | 'resistance';
  readonly state: LevelState;
  /** Daily close that brought the state, epoch milliseconds; null while nothing has happened. */
  readonly stateAt: number | null;
  /** Entries into the level that an excursion separates. */
  readonly touches: number;
  /** States of the last {@link TRACK_DAYS} days, the oldest first. */
  readonly track: readonly { readonly state: LevelState; readonly at: number }[];
}

/** How far back a level's states are told. */
const TRACK_DAYS = 30;

/** How near counts as a touch, and how far beyond counts as a close beyond, in average true ranges. */
export const TOLERANCE_ATR = 0.1;
/** Distance that ends a touch, in average true ranges. */
const EXCURSION_ATR = 0.5;
/** Closes beyond after which support is resistance and the other way round. */
const CLOSES_TO_CHANGE_SIDES = 10;

/**
 * Follows a level through the daily candles from `fromIndex` on.
 *
 *     untouched -> touched -> rejected -> touched ...      (wicks and distance)
 *          any of these -> closed-beyond -> reclaimed      (daily closes at 00:00 UTC only)
 *                             closed-beyond x 10 closes -> untouched, sides exchanged
 *
 * A wick through the level without a close beyond is a touch. A failed breakout is `reclaimed` at the first close
 * that is no longer beyond the far edge.
 * @param atr average true range, USD, above 0
 */
export function trackLevel(
  candles: readonly DailyCandle[],
  atr: number,
  level: { readonly fromIndex: number; readonly side: 'support' | 'resistance'; readonly edgesAt: EdgesAt },
): LevelTrack {
  const current: { -readonly [K in keyof Omit<LevelTrack, 'track'>]: LevelTrack[K] } = {
    side: level.side,
    state: 'untouched',
    stateAt: null,
    touches: 0,
  };
  const states: { state: LevelState; at: number }[] = [];
  let closesBeyond = 0;
  let isAway = true;

  for (let index = level.fromIndex; index < candles.length; index++) {
    const candle = candleAt(candles, index);
    const { low, high } = level.edgesAt(index);
    // Distances in the direction of a break: positive is beyond.
    const isUp = current.side === 'resistance';
    const closePastFar = isUp ? candle.close - high : low - candle.close;
    const closePastNear = isUp ? candle.close - low : high - candle.close;
    const wickPastNear = isUp ? candle.high - low : high - candle.low;
    const enter = (next: LevelState): void => {
      current.state = next;
      current.stateAt = closeTimeMs(candle);
      states.push({ state: next, at: current.stateAt });
    };

    if (current.state === 'closed-beyond') {
      if (closePastFar <= 0) {
        enter('reclaimed');
        isAway = false;
      } else if (++closesBeyond >= CLOSES_TO_CHANGE_SIDES) {
        current.side = isUp ? 'support' : 'resistance';
        current.touches = 0;
        enter('untouched');
        isAway = true;
        continue;
      }
    } else if (closePastFar >= TOLERANCE_ATR * atr) {
      enter('closed-beyond');
      closesBeyond = 1;
      if (isAway) current.touches++;
      isAway = false;
    } else if (isAway && wickPastNear >= -TOLERANCE_ATR * atr) {
      current.touches++;
      enter('touched');
      isAway = false;
    }
    if (current.state !== 'closed-beyond' && closePastNear <= -EXCURSION_ATR * atr) {
      isAway = true;
      if (current.state === 'touched') enter('rejected');
    }
  }
  const since = (candles.at(-1)?.openTimeS ?? 0) - TRACK_DAYS * DAY_S;
  return { ...current, track: states.filter(({ at }) => at > since * 1000) };
}
