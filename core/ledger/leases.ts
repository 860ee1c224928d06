import * as v from 'valibot';

import { isMarketId, marketId } from '../market/asset.ts';
import type { SavedPosition } from '../market/position.ts';
import { finite } from '../market/number-schemas.ts';
import { isVenueId, type VenueId } from '../market/venue-id.ts';
import { type Fact, one } from './fact.ts';
import { byName, fieldsOf } from '../market/schemas.ts';

/** How long an open page is believed to be open without a word from it. All times here are the device's. */
export const LEASE_MS = 90_000;

/** More markets than this would wait for each other's budgets. */
const MOST_MARKETS = 12;

/** However much the user watches, so many of the pages in front of them are polled too. */
const LEAST_ON_PAGES = 4;

/** However much is held at addresses, so many of the watch list are polled too. */
const LEAST_LISTED = 4;

/** What an open page shows. */
const lease = fieldsOf({
  /** Market id. */
  market: v.string(),
  /** The venue or site whose page it is. */
  venue: v.string(),
  untilMs: finite,
});

export type Lease = v.InferOutput<typeof lease>;

/** The lease of each open page, by the page's own name: a page has one. */
export type Leases = Readonly<Record<string, Lease>>;

/** `session:leases`. */
export const leases: Fact<Leases> = one(byName(lease), {});

/** Leases after `page` asked for a market, without those that have ended. */
export const renewLease = (
  leases: Leases,
  page: string,
  shown: Pick<Lease, 'market' | 'venue'>,
  nowMs: number,
): Leases => ({
  ...activeLeases(leases, nowMs),
  [page]: { market: shown.market, venue: shown.venue, untilMs: nowMs + LEASE_MS },
});

/** Leases that hold at `nowMs`; one that ends later than a lease can was made under another clock. */
export const activeLeases = (leases: Leases, nowMs: number): Leases =>
  Object.fromEntries(
    Object.entries(leases).filter(([, { untilMs }]) => untilMs > nowMs && untilMs <= nowMs + LEASE_MS),
  );

/** Markets on open pages, the last asked for before the others. */
export const marketsOnPages = (leases: Leases, nowMs: number): readonly string[] => [
  ...new Set(
    Object.values(activeLeases(leases, nowMs))
      .toSorted((a, b) => b.untilMs - a.untilMs)
      .map(({ market }) => market),
  ),
];

/** Polled venues with an open page of their own. */
export const venuesOnPages = (leases: Leases, nowMs: number): ReadonlySet<VenueId> =>
  new Set(
    Object.values(activeLeases(leases, nowMs))
      .map(({ venue }) => venue)
      .filter(isVenueId),
  );

/**
 * Markets to poll, those on open pages first, then positions, then the watch list. Where they are too many, pages give
 * way to what the user holds and has listed, and what is held at addresses, in the order in which it comes, to what was
 * typed in and to a part of the list.
 */
export function watchedMarkets(
  leases: Leases,
  positions: readonly SavedPosition[],
  watchList: readonly string[],
  nowMs: number,
): readonly string[] {
  const typed = marketsOf(positions.filter(({ origin }) => origin === undefined));
  const isTyped = new Set(typed);
  const listed = watchList.filter((market) => !isTyped.has(market));
  const room = MOST_MARKETS - typed.length - Math.min(LEAST_LISTED, listed.length);
  const read = marketsOf(positions)
    .filter((market) => !isTyped.has(market))
    .slice(0, Math.max(0, room));
  const own = [...new Set([...typed, ...read, ...listed])].slice(0, MOST_MARKETS);
  const isOwn = new Set(own);
  const onPages = marketsOnPages(leases, nowMs);
  const others = onPages
    .filter((market) => !isOwn.has(market))
    .slice(0, Math.max(LEAST_ON_PAGES, MOST_MARKETS - own.length));
  const isPolled = new Set([...own, ...others]);
  return [...new Set([...onPages.filter((market) => isPolled.has(market)), ...own])];
}

/** A contract whose name is that of no market is shown as its venue told it, and not polled. */
const marketsOf = (positions: readonly SavedPosition[]): readonly string[] =>
  [...new Set(positions.map(marketId))].filter(isMarketId);
