import { BAR_INTERVAL_S, BARS_NEEDED } from '../market/bars.ts';
import type { CandleInterval, PagedSeries } from '../venues/venue.ts';
import type { SeriesWant } from './coverage.ts';

const DAY_S = 86_400;
const HOUR_S = 3_600;

/** Hours before the five-minute bars, from which the engine guesses how the first positions were spread. */
const BURN_IN_S = 180 * DAY_S;

/** The stretches of time that a market's map is made of, as of a moment. Open times, ends excluded. */
export interface Windows {
  /** First five-minute bar; a midnight, so that the map is the same all day long whenever it is made. */
  readonly originS: number;
  /** End of the last closed five-minute bar. */
  readonly untilS: number;
  readonly burnInFromS: number;
}

export function windowsAt(nowMs: number): Windows {
  const untilS = Math.floor(nowMs / 1000 / BAR_INTERVAL_S) * BAR_INTERVAL_S;
  const midnightS = Math.floor((untilS - BAR_INTERVAL_S) / DAY_S) * DAY_S;
  const originS = midnightS - BARS_NEEDED * BAR_INTERVAL_S;
  return { originS, untilS, burnInFromS: originS - BURN_IN_S };
}

export type SeriesKind = 'candles' | 'open-interest' | 'burn-in';

export const CANDLE_INTERVAL: Readonly<Record<Exclude<SeriesKind, 'open-interest'>, CandleInterval>> = {
  candles: '5m',
  'burn-in': '1h',
};

export const SERIES_INTERVAL_S: Readonly<Record<SeriesKind, number>> = {
  candles: BAR_INTERVAL_S,
  'open-interest': BAR_INTERVAL_S,
  'burn-in': HOUR_S,
};

/**
 * Bars that closed longer ago than this are settled: the engine's stored state ends with them, and a later change of
 * one makes it anew.
 */
export const SETTLED_AFTER_S = 1800;

/** Rows of a series that the map needs and the venue can have. */
export function wantOf(
  kind: SeriesKind,
  { pageRows, depthS }: Pick<PagedSeries<unknown>, 'pageRows' | 'depthS'>,
  nowMs: number,
): SeriesWant {
  const { originS, untilS, burnInFromS } = windowsAt(nowMs);
  const intervalS = SERIES_INTERVAL_S[kind];
  const wanted = kind === 'burn-in' ? { fromS: burnInFromS, untilS: originS } : { fromS: originS, untilS };
  const oldestS = depthS === null ? -Infinity : Math.ceil((nowMs / 1000 - depthS) / intervalS) * intervalS;
  return {
    fromS: Math.max(wanted.fromS, oldestS),
    untilS: wanted.untilS,
    intervalS,
    pageRows,
    isPast: kind === 'burn-in',
  };
}
