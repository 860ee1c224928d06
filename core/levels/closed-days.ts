import { madeOnce } from '../market/made-once.ts';
import type { PatternReport } from '../market/market-report.ts';
import { simpleMovingAverage } from './averages.ts';
import { averageTrueRange, candleAt, type DailyCandle } from './daily-candle.ts';
import type { LevelCandidate } from './kinds/kind.ts';
import { type Candidate, candidatesOfDays } from './kinds/list.ts';
import { findPatterns } from './patterns.ts';
import { findSwings, type Swing } from './swings.ts';
import { type LevelTrack, trackLevel } from './track-level.ts';

/** What daily closes have done to a level. */
export type TrackOf = (level: LevelCandidate) => LevelTrack;

/** What closed candles say whenever they are looked at; prices in USD. */
interface ClosedDays {
  /** Last daily close; null while no candle has closed. */
  readonly price: number | null;
  readonly averages: { readonly sma50: number | null; readonly sma200: number | null };
  /** Null of fewer than 15 candles, and of a market that does not move. */
  readonly moving: {
    readonly atr: number;
    /** Of the last days, by their place among all candles. */
    readonly swings: readonly Swing[];
    /** All that do not depend on the moment. */
    readonly candidates: readonly Candidate[];
    readonly patterns: readonly PatternReport[];
    readonly trackOf: TrackOf;
  } | null;
}

/** Swings older than this are forgotten. */
const SWING_DAYS = 180;

/** Once a day: what follows from the candles alone. @param closed ascending in time */
export const closedDays = madeOnce((closed: readonly DailyCandle[]): ClosedDays => {
  const atr = averageTrueRange(closed);
  const price = closed.at(-1)?.close ?? null;
  const averages = { sma50: lastAverage(closed, 50), sma200: lastAverage(closed, 200) };
  if (atr === null || atr === 0 || price === null) return { price, averages, moving: null };
  const recent = closed.slice(-SWING_DAYS);
  const swings = findSwings(recent, atr);
  const offset = closed.length - recent.length;
  return {
    price,
    averages,
    moving: {
      atr,
      swings: swings.map((swing) => ({ ...swing, index: swing.index + offset })),
      candidates: candidatesOfDays(closed),
      patterns: findPatterns(recent, swings, atr),
      trackOf: tracksOf(closed, atr),
    },
  };
});

const lastAverage = (candles: readonly DailyCandle[], days: number): number | null => {
  const value = simpleMovingAverage(candles.slice(-days), days).at(-1);
  return value === undefined || Number.isNaN(value) ? null : value;
};

/** Follows each level through the candles once: one by the same name, since the same candle and of the same edges is the same. */
function tracksOf(candles: readonly DailyCandle[], atr: number): TrackOf {
  const known = new Map<string, LevelTrack>();
  return (level) => {
    const { id, fromIndex, side, low, high, edgesAt } = level;
    const follow = (): LevelTrack =>
      trackLevel(candles, atr, { fromIndex, side: side ?? sideAt(candles, level), edgesAt });
    // There is nothing to follow, and clusters move with the price.
    if (fromIndex >= candles.length) return follow();
    const name = [id, fromIndex, side, low, high].join(' ');
    const track = known.get(name) ?? follow();
    known.set(name, track);
    return track;
  };
}

/** The price at the start stands above a support. */
function sideAt(
  candles: readonly DailyCandle[],
  { fromIndex, edgesAt }: LevelCandidate,
): 'support' | 'resistance' {
  const index = Math.min(fromIndex, candles.length - 1);
  const { low, high } = edgesAt(index);
  return candleAt(candles, index).close >= (low + high) / 2 ? 'support' : 'resistance';
}
