import type { CalibrationBar } from '../../engine/forecast/calibration.ts';
import type { VenueSeries } from '../../engine/index.ts';
import { holdOpenInterest } from '../../engine/venue-open-interest.ts';
import type { Bar } from '../../market/bars.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { VenueId } from '../../market/venue-id.ts';
import { listenedShareOf, type Stretch } from '../forced-orders/listening.ts';
import { atMarketPrice } from '../forced-orders/market-price.ts';
import type { HeardVenues } from '../forced-orders/read-orders.ts';

/** What was heard of a market while its bars lasted. */
export interface HeardMarket {
  readonly series: readonly VenueSeries[];
  readonly heard: HeardVenues;
  /** Ascending in time; those before the first bar that is asked for are passed over. */
  readonly orders: readonly ForcedOrder[];
}

/** Each venue's part of the open interest, 0 to 1. */
type VenueShares = Readonly<Partial<Record<VenueId, number>>>;

/** The open interest of each venue over the sum of all, in the bar that opens at a time; times must not descend. */
export function createVenueShares(series: readonly VenueSeries[]): (openTimeS: number) => VenueShares {
  const readers = series.map(({ venue, bars }) => ({
    venue,
    openTimeS: bars.openTimeS,
    held: holdOpenInterest(bars.openInterestBase),
    next: 0,
  }));
  return (openTimeS) => {
    const shares: Partial<Record<VenueId, number>> = {};
    let total = 0;
    for (const reader of readers) {
      while ((reader.openTimeS[reader.next] ?? Infinity) <= openTimeS) reader.next++;
      const { held, next } = reader;
      const base = next > 0 ? (held.valuesBase[next - 1] ?? NaN) : held.firstBase;
      if (!(base > 0)) continue;
      shares[reader.venue] = base;
      total += base;
    }
    for (const { venue } of readers) {
      const base = shares[venue];
      if (base !== undefined) shares[venue] = base / total;
    }
    return shares;
  };
}

/** What calibration is told of each bar; times must ascend from call to call. */
export function createEvidence(
  { series, heard, orders }: HeardMarket,
  intervalS: number,
): (bar: Pick<Bar, 'openTimeS' | 'low' | 'high'>) => CalibrationBar {
  const venues = Object.entries(heard) as [VenueId, { readonly stretches: readonly Stretch[] }][];
  const sharesAt = createVenueShares(series);
  let next = 0;
  return ({ openTimeS, low, high }) => {
    const fromMs = openTimeS * 1000;
    const untilMs = (openTimeS + intervalS) * 1000;
    while ((orders[next]?.atMs ?? Infinity) < fromMs) next++;
    const first = next;
    while ((orders[next]?.atMs ?? Infinity) < untilMs) next++;
    const listened: Partial<Record<VenueId, number>> = {};
    let isHeard = false;
    for (const [venue, { stretches }] of venues) {
      const share = listenedShareOf(stretches, fromMs, untilMs);
      if (share === 0) continue;
      listened[venue] = share;
      isHeard = true;
    }
    const fired = isHeard ? orders.slice(first, next) : [];
    return {
      startS: openTimeS,
      endS: openTimeS + intervalS,
      prints: fired
        .filter(({ venue }) => (listened[venue] ?? 0) > 0)
        .map((order) => atMarketPrice(order, low, high)),
      listened,
      ...(isHeard ? { shares: sharesAt(openTimeS) } : {}),
    };
  };
}
