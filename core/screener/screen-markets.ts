import type { ListedTicker } from '../market/listed-ticker.ts';
import { quantile } from '../market/quantile.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { ScreenedMarket } from './screened-market.ts';

/** What a venue said at one time, by market. */
export type Board = ReadonlyMap<string, ListedTicker>;

/** What a venue says of its perpetuals now, and what it said before; null where nothing is kept of that time. */
export interface VenueBoards {
  readonly venue: VenueId;
  readonly now: Board;
  readonly hourAgo: Board | null;
  readonly dayAgo: Board | null;
  /** What was traded in 24 hours, USD, by market, as it was told at this time of the days before, as far as that is kept. */
  readonly daysBefore: readonly ReadonlyMap<string, number>[];
}

/** Prices of one name that differ by more are of two assets. */
const LARGEST_PRICE_GAP = 0.2;

/** Fewer days say nothing of what is usual. */
const LEAST_DAYS = 3;

/** A change is told where venues with so much of today's open interest told it then too. */
const LEAST_SHARE = 0.5;

/** One venue's part in a market. */
interface Part {
  readonly venue: VenueId;
  readonly now: ListedTicker;
  readonly hourAgo: ListedTicker | null;
  readonly dayAgo: ListedTicker | null;
  readonly turnoversBefore: readonly number[];
}

/** Every market that any of the venues tells of. What is told of a namesake at another price is left out. */
export function screenMarkets(boards: readonly VenueBoards[]): readonly ScreenedMarket[] {
  const markets = new Set(boards.flatMap(({ now }) => [...now.keys()]));
  return [...markets].flatMap((market) => {
    const parts = boards.flatMap((board) => partOf(board, market) ?? []).toSorted(byTurnover);
    const [first] = parts;
    if (first === undefined) return [];
    const same = parts.filter(({ now }) => Math.abs(now.price / first.now.price - 1) <= LARGEST_PRICE_GAP);
    return [screen(market, first, same)];
  });
}

function partOf({ venue, now, hourAgo, dayAgo, daysBefore }: VenueBoards, market: string): Part | null {
  const told = now.get(market);
  if (told === undefined) return null;
  return {
    venue,
    now: told,
    hourAgo: hourAgo?.get(market) ?? null,
    dayAgo: dayAgo?.get(market) ?? null,
    turnoversBefore: daysBefore.flatMap((day) => day.get(market) ?? []),
  };
}

const turnoverOf = ({ now }: Part): number => now.turnoverUsd ?? 0;
const byTurnover = (a: Part, b: Part): number => turnoverOf(b) - turnoverOf(a);

function screen(market: string, first: Part, parts: readonly Part[]): ScreenedMarket {
  const tellers = parts.filter(({ now }) => now.openInterestBase !== null);
  const usdOf = ({ now }: Part): number => (now.openInterestBase ?? 0) * now.price;
  const crowded = tellers.filter((part) => turnoverOf(part) > 0);
  const usual = parts.filter(({ turnoversBefore }) => turnoversBefore.length >= LEAST_DAYS);
  return {
    market,
    price: first.now.price,
    hourChange: ratioLess1(first.now.price, first.hourAgo?.price),
    dayChange: first.now.dayChange ?? ratioLess1(first.now.price, first.dayAgo?.price),
    openInterestUsd: sumOf(tellers, usdOf),
    openInterestHourChange: openInterestChange(tellers, ({ hourAgo }) => hourAgo),
    openInterestDayChange: openInterestChange(tellers, ({ dayAgo }) => dayAgo),
    fundingRate8h: fundingOf(parts, ({ now }) => now),
    fundingDayChange: fundingChange(parts),
    nextFundingAtMs: least(parts.flatMap(({ now }) => now.nextFundingAtMs ?? [])),
    turnoverUsd: sumOf(
      parts.filter(({ now }) => now.turnoverUsd !== null),
      turnoverOf,
    ),
    turnoverRatio: ratio(
      sumOf(usual, turnoverOf),
      sumOf(usual, ({ turnoversBefore }) => quantile(turnoversBefore, 0.5)),
    ),
    crowding: ratio(sumOf(crowded, usdOf), sumOf(crowded, turnoverOf)),
    venues: parts.map(({ venue }) => venue),
  };
}

/** Of the coins of those that told both; null where they are too small a part of today's. */
function openInterestChange(
  tellers: readonly Part[],
  thenOf: (part: Part) => ListedTicker | null,
): number | null {
  const both = tellers.filter((part) => thenOf(part)?.openInterestBase != null);
  const baseNow = (part: Part): number => part.now.openInterestBase ?? 0;
  const known = sumOf(both, baseNow);
  if (known === null || known < LEAST_SHARE * (sumOf(tellers, baseNow) ?? 0)) return null;
  return ratioLess1(
    known,
    sumOf(both, (part) => thenOf(part)?.openInterestBase ?? 0),
  );
}

/** Weighted by what is traded now; evenly where nothing is. */
function fundingOf(parts: readonly Part[], at: (part: Part) => ListedTicker | null): number | null {
  const told = parts.filter((part) => at(part)?.fundingRate8h != null);
  const rateOf = (part: Part): number => at(part)?.fundingRate8h ?? 0;
  const weight = sumOf(told, turnoverOf);
  if (weight === null) return null;
  return weight > 0
    ? told.reduce((sum, part) => sum + (rateOf(part) * turnoverOf(part)) / weight, 0)
    : told.reduce((sum, part) => sum + rateOf(part) / told.length, 0);
}

function fundingChange(parts: readonly Part[]): number | null {
  const both = parts.filter(({ now, dayAgo }) => now.fundingRate8h !== null && dayAgo?.fundingRate8h != null);
  const [now, then] = [fundingOf(both, (part) => part.now), fundingOf(both, (part) => part.dayAgo)];
  return now === null || then === null ? null : now - then;
}

/** Null of none. */
const sumOf = (parts: readonly Part[], amountOf: (part: Part) => number): number | null =>
  parts.length === 0 ? null : parts.reduce((sum, part) => sum + amountOf(part), 0);

/** Null where it would be no number. */
const ratio = (value: number | null, by: number | null | undefined): number | null => {
  const found = value === null || by == null || !(by > 0) ? NaN : value / by;
  return Number.isFinite(found) ? found : null;
};

const ratioLess1 = (value: number, by: number | null | undefined): number | null => {
  const found = ratio(value, by);
  return found === null ? null : found - 1;
};

const least = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.min(...values);
