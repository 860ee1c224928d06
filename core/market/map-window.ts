import { DAY_S, HOUR_S, QUARTER_HOUR_S } from './time.ts';
import type { VenueId } from './venue-id.ts';

/** What of a market's leverage a map shows: all of it if nobody acts, or what is expected to be force-closed. */
export const MAP_KINDS = ['exposure', 'forced'] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** Whose past can be asked for: that of our maps, or the leverage ladder that others draw, on the same bars. */
export const PAST_KINDS = [...MAP_KINDS, 'ladder'] as const;
export type PastKind = (typeof PAST_KINDS)[number];

/** How much of the past is looked at. */
export const MAP_PERIODS = ['day', 'week', 'month'] as const;
export type MapPeriod = (typeof MAP_PERIODS)[number];

/** Distances from the price, which stand for leverage: under 2 %, to 5 %, to 10 %, beyond. */
export const DISTANCE_TIERS = ['near', 'middle', 'far', 'beyond'] as const;
export type DistanceTier = (typeof DISTANCE_TIERS)[number];

/** The past has a column for each quarter of an hour of the last two days, for each hour of the 28 before. */
export const FINE_COLUMN_S = QUARTER_HOUR_S;
/** Of the days before {@link FINE_HISTORY_S}. */
export const COARSE_COLUMN_S = HOUR_S;
/** How far back fine columns reach, seconds. */
export const FINE_HISTORY_S = 2 * DAY_S;
/** How far back any column reaches, seconds. */
export const HISTORY_S = 30 * DAY_S;

/**
 * A window of the map's past as worker and views pass it on. Column `i` is the map as it was known at
 * `fromS + i * columnS`, epoch seconds; nothing later has changed it. What is not known is a column of zeros whose
 * totals are null.
 */
export interface MapWindow {
  readonly market: string;
  readonly map: PastKind;
  /** All polled venues together, or the map of one venue's own open interest. */
  readonly venue: 'all' | VenueId;
  readonly fromS: number;
  readonly columnS: number;
  readonly columns: number;
  /** Bin `firstBin + j` covers `ln(price)` in `[(firstBin + j) * logStep, (firstBin + j + 1) * logStep)`. */
  readonly logStep: number;
  readonly firstBin: number;
  readonly bins: number;
  /**
   * `columns * bins` bytes in base64, a column after the other, dollars as `map-cells.ts` has them: longs in bins below
   * the column's price, shorts above it.
   */
  readonly cells: string;
  /** USD by column; null where the column is not known. */
  readonly price: readonly (number | null)[];
  /** All dollars of a side by column, those too that lie outside the window or that no price liquidates. */
  readonly totalLongUsd: readonly (number | null)[];
  readonly totalShortUsd: readonly (number | null)[];
}

/** Cells of an answer at most: 150 kB as text. */
export const MOST_WINDOW_CELLS = 108_000;

/** The bytes of `window.cells`, by `column * bins + bin`. */
export function cellsOf({ cells }: Pick<MapWindow, 'cells'>): Uint8Array {
  const text = atob(cells);
  return Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
