import type { VenueId } from '../market/venue-id.ts';

/**
 * One market among all, in figures that venues tell of all their perpetuals at once. Null is what no venue tells in that
 * form, or what too little is kept for.
 */
export interface ScreenedMarket {
  readonly market: string;
  /** USD, where most of it is traded. */
  readonly price: number;
  /** Changes of the price by what it was, less 1. */
  readonly hourChange: number | null;
  readonly dayChange: number | null;
  /** One side, of the venues that tell it of all their perpetuals at once. */
  readonly openInterestUsd: number | null;
  /** Changes of the coins of it, of the venues that told it then and now. */
  readonly openInterestHourChange: number | null;
  readonly openInterestDayChange: number | null;
  /** Weighted by the day's volume; fraction of notional in eight hours. */
  readonly fundingRate8h: number | null;
  /** How much it has risen in a day, of the venues that told it then and now. */
  readonly fundingDayChange: number | null;
  /** When the first of its venues settles funding next, epoch milliseconds. */
  readonly nextFundingAtMs: number | null;
  /** Traded in 24 hours. */
  readonly turnoverUsd: number | null;
  /** That by the median of the days before. */
  readonly turnoverRatio: number | null;
  /** Open interest by the day's volume, of the venues that tell both: days that it would take to trade all of it. */
  readonly crowding: number | null;
  /** The venues that the figures are from, the one that trades most of it first. */
  readonly venues: readonly VenueId[];
}

/** What markets can be ranked by. */
export const SCREENED_FIGURES = [
  'openInterestHourChange',
  'openInterestDayChange',
  'fundingRate8h',
  'fundingDayChange',
  'hourChange',
  'dayChange',
  'turnoverRatio',
  'crowding',
  'openInterestUsd',
  'turnoverUsd',
] as const satisfies readonly (keyof ScreenedMarket)[];

export type ScreenedFigure = (typeof SCREENED_FIGURES)[number];
