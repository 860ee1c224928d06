import { LARGEST_FUNDING_8H, PRICE_TOLERANCE } from '../market/agreement.ts';
import { median } from '../market/quantile.ts';
import type { AsideReport } from '../market/market-report.ts';
import type { Ticker } from '../market/observations.ts';
import type { Quote } from '../market/quote.ts';
import type { VenueId } from '../market/venue-id.ts';
import { agreeingPrices, PRICE_LAG_MS } from './aside/agreeing-prices.ts';
import { weightedMean } from './venue-snapshot.ts';

/** What a venue told last, and when that came. */
export interface ToldTicker {
  readonly venue: VenueId;
  readonly ticker: Ticker;
  readonly atMs: number;
}

/** What venues told of a market, and what that is judged by. */
export interface QuoteInput {
  readonly market: string;
  /** Of the last poll, one a venue at most. */
  readonly polled: readonly ToldTicker[];
  /** What one of them told since. */
  readonly newer: ToldTicker | null;
  /** The venue whose mark price is wanted. */
  readonly pageVenue: VenueId | null;
  /** The last close that is known, USD; null without a recent one. */
  readonly past: number | null;
  /** The price of a day ago, USD. */
  readonly dayAgo: number | null;
  /** Whether a figure of a venue was not believed when it was last compared with the past. */
  readonly isAside: (venue: VenueId, quantity: AsideReport['quantity']) => boolean;
  readonly nowMs: number;
}

/** The market now by what its venues told last; what they contradict each other about is null. */
export function buildQuote(input: QuoteInput): Quote {
  const { market, polled, newer, pageVenue, past, dayAgo, nowMs } = input;
  const told = withNewer(polled, newer);
  const isRecent = ({ atMs }: ToldTicker): boolean => nowMs - atMs <= PRICE_LAG_MS;
  const prices = told.map((one) => (isRecent(one) ? one.ticker.markPrice : NaN));
  const believed = agreeingPrices(prices, past);
  const priced = told.filter((_, index) => believed.has(index));
  // Nothing is believed of a venue whose price is not.
  const trusted = told.filter((one, index) => believed.has(index) || !isRecent(one));
  const mover = moverOf(polled, priced.find(({ venue }) => venue === newer?.venue) ?? null);
  const price = priced.length === 0 ? null : median(priced.map((one) => broughtForward(one, mover)));
  const own = priced.find(({ venue }) => venue === pageVenue) ?? null;
  const nextFundingAt = own?.ticker.nextFundingAtMs ?? null;
  return {
    market,
    at: price === null ? nowMs : Math.max(...priced.map(({ atMs }) => atMs)),
    price,
    venueMark: own && { venue: own.venue, price: own.ticker.markPrice, at: own.atMs },
    openInterestUsd: trusted.length < told.length ? null : openInterestUsd(told, price, input),
    fundingRate8h: fundingRate8h(trusted, input),
    nextFundingAt: nextFundingAt !== null && nextFundingAt > nowMs ? nextFundingAt : null,
    dayChange: price === null || dayAgo === null ? null : price / dayAgo - 1,
  };
}

/** A venue that tells its mark price alone keeps what it last told of the rest. */
function withNewer(polled: readonly ToldTicker[], newer: ToldTicker | null): readonly ToldTicker[] {
  if (newer === null) return polled;
  const before = polled.find(({ venue }) => venue === newer.venue)?.ticker;
  const ticker: Ticker = {
    ...newer.ticker,
    openInterestBase: newer.ticker.openInterestBase ?? before?.openInterestBase ?? null,
    fundingRate8h: newer.ticker.fundingRate8h ?? before?.fundingRate8h ?? null,
    nextFundingAtMs: newer.ticker.nextFundingAtMs ?? before?.nextFundingAtMs ?? null,
  };
  return [...polled.filter(({ venue }) => venue !== newer.venue), { ...newer, ticker }];
}

/** A venue that told a price again since the poll: when, and by which factor it moved. */
interface Mover {
  readonly atMs: number;
  readonly factor: number;
}

/** Null where there is none, and where the venue's two prices are so far apart that one of them may be false. */
function moverOf(polled: readonly ToldTicker[], newer: ToldTicker | null): Mover | null {
  const before = polled.find(({ venue }) => venue === newer?.venue);
  if (newer === null || before === undefined) return null;
  const factor = newer.ticker.markPrice / before.ticker.markPrice;
  return Math.abs(Math.log(factor)) <= Math.log(1 + PRICE_TOLERANCE) ? { atMs: newer.atMs, factor } : null;
}

/**
 * Arbitrage moves all venues as one: a price that was told before the newest one is believed to have gone the same way
 * since as the venue that told that. Else the median would jump between what six venues say and what one of them does.
 */
const broughtForward = ({ ticker, atMs }: ToldTicker, mover: Mover | null): number =>
  mover !== null && atMs < mover.atMs ? ticker.markPrice * mover.factor : ticker.markPrice;

/** Null unless it is known of every venue: what one of them leaves out is no change of the market. */
function openInterestUsd(
  told: readonly ToldTicker[],
  price: number | null,
  { isAside }: QuoteInput,
): number | null {
  if (price === null) return null;
  let base = 0;
  for (const { venue, ticker } of told) {
    if (ticker.openInterestBase === null || isAside(venue, 'open-interest')) return null;
    base += ticker.openInterestBase;
  }
  return base * price;
}

function fundingRate8h(told: readonly ToldTicker[], { isAside }: QuoteInput): number | null {
  const believed = told.filter(
    ({ venue, ticker }) =>
      Math.abs(ticker.fundingRate8h ?? 0) <= LARGEST_FUNDING_8H && !isAside(venue, 'funding'),
  );
  return weightedMean(
    believed.map(({ ticker }) => ({ value: ticker.fundingRate8h, weight: ticker.openInterestBase })),
  );
}
