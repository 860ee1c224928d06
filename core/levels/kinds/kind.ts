import type { DailyCandle } from '../daily-candle.ts';
import type { Swing } from '../swings.ts';
import type { EdgesAt } from '../track-level.ts';

/** One reason to watch a price, before reasons at the same price are merged; prices in USD. */
export interface LevelCandidate {
  /** No other candidate has it. */
  readonly id: string;
  readonly low: number;
  readonly high: number;
  /**
   * Share of a full score that this reason alone gives, 0 to 1: an assumption to be judged by the record; levels are reference
   * points, not forecasts.
   */
  readonly strength: number;
  /** Codes of what is said of it, each with its figures after blanks. */
  readonly sources: readonly string[];
  /** Candle from which the level is followed. */
  readonly fromIndex: number;
  /** Side at the start; null where the price at the start decides. */
  readonly side: 'support' | 'resistance' | null;
  readonly edgesAt: EdgesAt;
}

/** Forced orders waiting in a band, as the report's clusters describe them. */
export interface ClusterEdges {
  readonly id: string;
  readonly side: 'long' | 'short';
  readonly low: number;
  readonly high: number;
  /** Part of its side's mass that lies in the cluster, 0 to 1. */
  readonly shareOfSide: number;
}

/** What is known at one moment. */
export interface Moment {
  /** Epoch seconds. */
  readonly nowS: number;
  readonly closed: readonly DailyCandle[];
  /** Average true range, USD, above 0. */
  readonly atr: number;
  /** Of the last days, by their place among the closed candles. */
  readonly swings: readonly Swing[];
  readonly clusters: readonly ClusterEdges[];
}

/** One kind of thing for which the market minds a price. */
export interface LevelKind {
  readonly id: string;
  /** What follows from closed candles alone, ascending in time and at least 15: asked for once a day. */
  readonly ofDays?: (closed: readonly DailyCandle[]) => readonly LevelCandidate[];
  /** What depends on the moment too: asked for whenever levels are looked at. */
  readonly ofMoment?: (moment: Moment) => readonly LevelCandidate[];
  /** Its edges are prices that were really printed: it leads those near it, and joins none. */
  readonly leads?: true;
  /** A second one near the first is no further reason. */
  readonly countsOnce?: true;
}

/** Levels farther than this fraction of the price are not told. */
export const REACH = 0.3;

/** Days that levels without a date of birth are followed. */
export const FOLLOW_DAYS = 90;

/** Edges that never move, USD. */
export const fixedEdges =
  (low: number, high: number): EdgesAt =>
  () => ({ low, high });
