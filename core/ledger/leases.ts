import { marketId } from '../market/asset.ts';
import type { SavedPosition } from '../market/position.ts';
import type { Leases } from './ports.ts';

/** How long an open page is believed to be open without a word from it. All times here are the device's. */
export const LEASE_MS = 90_000;

/** More markets than this would wait for each other's budgets. */
const MOST_MARKETS = 12;

/** Leases after a page asked for `name`, a market or a venue, without those that have ended. */
export const renewLease = (leases: Leases, name: string, nowMs: number): Leases => ({
  ...activeLeases(leases, nowMs),
  [name]: nowMs + LEASE_MS,
});

/** Leases that hold at `nowMs`; one that ends later than a lease can was made under another clock. */
export const activeLeases = (leases: Leases, nowMs: number): Leases =>
  Object.fromEntries(
    Object.entries(leases).filter(([, untilMs]) => untilMs > nowMs && untilMs <= nowMs + LEASE_MS),
  );

/** Markets to poll, those on open pages first (the last asked for before the others), then positions, then the watch list. */
export function watchedMarkets(
  leases: Leases,
  positions: readonly SavedPosition[],
  watchList: readonly string[],
  nowMs: number,
): readonly string[] {
  const onPages = Object.entries(activeLeases(leases, nowMs))
    .toSorted(([, a], [, b]) => b - a)
    .map(([market]) => market);
  const held = positions.map(marketId);
  return [...new Set([...onPages, ...held, ...watchList])].slice(0, MOST_MARKETS);
}
