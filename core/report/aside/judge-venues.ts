import type { CheckedVenues } from '../../engine/index.ts';
import { median } from '../../market/quantile.ts';
import type { AsideReport } from '../../market/market-report.ts';
import type { VenueFacts } from '../venue-facts.ts';
import { agreeingPrices, PRICE_LAG_MS } from './agreeing-prices.ts';
import { type FundingByVenue, judgeFunding, judgeOpenInterest } from './judge-changes.ts';
import { changeReport, withAside } from './set-aside.ts';

/** What is known from before. */
export interface Remembered {
  /** The last close that was believed, USD; null without a recent one. */
  readonly price: number | null;
  /** Funding that was believed last. */
  readonly funding: FundingByVenue;
}

/** The market now, as far as it is believed. */
export interface JudgedVenues {
  /** What is not believed is null in them, and said in their statuses. */
  readonly facts: readonly VenueFacts[];
  /** The venues whose price is believed. */
  readonly priced: readonly VenueFacts[];
  /** Median of the believed prices, USD; null where there is none. */
  readonly price: number | null;
}

/**
 * Compares what venues tell now: prices with each other, open interest and funding with each venue's own past, the
 * change of one with the others'. @see agreeingPrices
 */
export function judgeVenues(
  told: readonly VenueFacts[],
  checked: CheckedVenues,
  remembered: Remembered,
): JudgedVenues {
  const newestMs = Math.max(...told.map(({ tickerReceivedAtMs }) => tickerReceivedAtMs ?? 0));
  const prices = told.map(({ ticker, tickerReceivedAtMs }) =>
    ticker !== null && (tickerReceivedAtMs ?? 0) >= newestMs - PRICE_LAG_MS ? ticker.markPrice : NaN,
  );
  const known = prices.flatMap((one, index) => (one > 0 ? [index] : []));
  const past = remembered.price ?? (known.length === 1 ? lonePast(told, known[0] ?? 0) : null);
  const priced = agreeingPrices(prices, past);
  const believed = prices.filter((_, index) => priced.has(index));
  const price = believed.length === 0 ? null : median(believed);
  // A price that nothing bears out yet is not shown; it contradicts nothing either.
  const isContradicted = known.length > 1 || past !== null;
  const withPrices = told.map((one, index) =>
    !isContradicted || priced.has(index) || !known.includes(index)
      ? one
      : withoutPrice(one, {
          quantity: 'price',
          told: prices[index] ?? null,
          believed: price ?? past,
          by: believed.length > 1 ? 'others' : (price ?? past) === null ? 'nobody' : 'past',
          others: believed.length,
        }),
  );
  const facts = judgeFunding(judgeOpenInterest(withPrices, checked), remembered.funding).map((one) =>
    withOpenSpans(one, checked),
  );
  return { facts, price, priced: facts.filter((_, index) => priced.has(index)) };
}

/** What the price of a venue that tells one alone is compared with: its own last bar, else what others told before. */
function lonePast(told: readonly VenueFacts[], lone: number): number | null {
  const others = told.flatMap(({ ticker }, index) =>
    index !== lone && ticker !== null ? [ticker.markPrice] : [],
  );
  return told[lone]?.lastClose ?? (others.length === 0 ? null : median(others));
}

/** Says what of the venue's newest bars is not believed, unless its figures of now said so. */
function withOpenSpans(one: VenueFacts, { aside, series }: CheckedVenues): VenueFacts {
  const own = aside.filter(({ venue, isOpen }) => venue === one.venue && isOpen);
  return own.reduce((facts, { quantity }) => {
    if (facts.statuses.some((status) => status.aside?.quantity === quantity)) return facts;
    const others = Math.max(0, series.filter(({ venue }) => venue !== one.venue).length);
    const kind = quantity === 'open-interest' ? 'open-interest' : 'candles';
    return withAside(facts, kind, changeReport(quantity, null, null, others));
  }, one);
}

/** Nothing of now is believed of a venue whose price is not. */
const withoutPrice = (one: VenueFacts, aside: AsideReport): VenueFacts =>
  withAside({ ...one, ticker: null, book: null }, 'ticker', aside);
