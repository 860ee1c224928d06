import type { VenueSeries } from '../../engine/index.ts';
import { lowerBound } from '../../market/lower-bound.ts';
import { readOpenInterest } from '../../engine/venue-open-interest.ts';
import type { VenueId } from '../../market/venue-id.ts';

/** Each venue's part of the open interest in one bar after another. */
export interface VenueShares {
  /** Goes to the bar that opens at a time, epoch seconds; times must not descend. */
  readonly seek: (openTimeS: number) => void;
  /** Open interest of `venue` over the sum of all, 0 to 1; undefined where it is not known. */
  readonly of: (venue: VenueId) => number | undefined;
}

/** Of one market's venues; until a venue's first figure that figure stands for it, in gaps the last believed one. */
export function createVenueShares(series: readonly VenueSeries[]): VenueShares {
  const readers = series.map(({ venue, bars }) => ({
    venue,
    openTimeS: bars.openTimeS,
    openInterest: readOpenInterest(bars.openInterestBase),
    next: 0,
    base: 0,
  }));
  let total = 0;
  let isFirst = true;
  return {
    seek: (openTimeS) => {
      total = 0;
      for (const reader of readers) {
        if (isFirst) reader.next = lowerBound(reader.openTimeS, openTimeS);
        while ((reader.openTimeS[reader.next] ?? Infinity) <= openTimeS) reader.next++;
        const { openInterest, next } = reader;
        const base = next > 0 ? openInterest.at(next - 1) : openInterest.firstBase;
        reader.base = base > 0 ? base : 0;
        total += reader.base;
      }
      isFirst = false;
    },
    of: (venue) => {
      for (const reader of readers) if (reader.venue === venue && reader.base > 0) return reader.base / total;
      return undefined;
    },
  };
}
