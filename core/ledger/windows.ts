import { BAR_INTERVAL_S, BARS_NEEDED } from '../market/bars.ts';
import type { CandleInterval } from '../market/time-range.ts';
import { CHUNK_KINDS, type SeriesKind } from './chunk-kinds.ts';
import type { SeriesWant } from './coverage.ts';
import { DAY_S, HOUR_S } from '../market/time.ts';

/** Hours before the five-minute bars, from which the engine guesses how the first positions were spread. */
const BURN_IN_S = 180 * DAY_S;

/**
 * A venue is not asked for more pages of hours than this: hours only start the map, and those of the venues with
 * large pages are enough for it.
 */
const MOST_BURN_IN_PAGES = 8;

/** Days of candles for levels: averages of 200 days and a year of extremes. */
export const LEVEL_DAYS = 400;

/**
 * Days of open interest, and of the candles that make dollars of it: three years, of which two venues tell all days. Before
 * them one venue alone would speak for the rest.
 */
export const PAST_DAYS = 1096;

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

export type CandleKind = 'candles' | 'burn-in' | 'daily';

/** What tells the open interest of days, the more trusted first. */
export const OPEN_INTEREST_DAY_KINDS = [
  'daily-open-interest',
  'archived-open-interest',
] as const satisfies readonly SeriesKind[];

export const CANDLE_INTERVAL: Readonly<Record<CandleKind, CandleInterval>> = {
  candles: '5m',
  'burn-in': '1h',
  daily: '1d',
};

/**
 * Bars that closed longer ago than this may be settled: the engine's stored state ends with them, and a later change of
 * one makes it anew.
 */
export const SETTLED_AFTER_S = 1800;

/** How a venue tells a series: rows of one answer at most, and how far back from now it answers, seconds; null = without limit. */
interface Pages {
  readonly pageRows: number;
  readonly depthS: number | null;
}

/** Rows of a series that the map needs and the venue can have. */
export function wantOf(kind: SeriesKind, { pageRows, depthS }: Pages, nowMs: number): SeriesWant {
  const { intervalS, wanted } = CHUNK_KINDS[kind];
  const stretch = stretchOf(wanted, pageRows, nowMs);
  const oldestS = depthS === null ? -Infinity : Math.ceil((nowMs / 1000 - depthS) / intervalS) * intervalS;
  return {
    fromS: Math.max(stretch.fromS, oldestS),
    untilS: stretch.untilS,
    intervalS,
    pageRows,
    isPast: wanted === 'burn-in',
  };
}

type Wanted = (typeof CHUNK_KINDS)[SeriesKind]['wanted'];

function stretchOf(wanted: Wanted, pageRows: number, nowMs: number): { fromS: number; untilS: number } {
  const { originS, untilS, burnInFromS } = windowsAt(nowMs);
  switch (wanted) {
    case 'bars':
      return { fromS: originS, untilS };
    case 'burn-in':
      return {
        fromS: Math.max(burnInFromS, originS - MOST_BURN_IN_PAGES * pageRows * HOUR_S),
        untilS: originS,
      };
    case 'days':
      return pastDays(nowMs);
    case 'days-and-midnight': {
      // That of the last midnight is of a day that has only begun.
      const { fromS, untilS } = pastDays(nowMs);
      return { fromS, untilS: untilS + DAY_S };
    }
  }
}

function pastDays(nowMs: number): { fromS: number; untilS: number } {
  const midnightS = Math.floor(nowMs / 1000 / DAY_S) * DAY_S;
  return { fromS: midnightS - PAST_DAYS * DAY_S, untilS: midnightS };
}
