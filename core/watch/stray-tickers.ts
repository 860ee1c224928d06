import { VENUE_NAMES } from '../market/venue-id.ts';
import { isOffReference, LARGEST_PRICE_GAP, referencePrice } from './checks.ts';
import type { VenueFacts } from './market-facts.ts';

/**
 * Venues whose price cannot be believed are taken out and say so. Others that agree with each other decide; where they
 * cannot, the venue's own last bar does: of a price and bars that contradict each other one is of another coin.
 */
export const refuseStrayTickers = (facts: readonly VenueFacts[]): readonly VenueFacts[] =>
  facts.map((one) => {
    const price = one.ticker?.markPrice;
    if (price === undefined) return one;
    const reference = referencePrice(othersPrices(facts, one));
    if (isOffReference(price, reference)) return refused(one, "the other venues'");
    if (reference === null && isOffReference(price, one.lastClose)) return refused(one, 'its own last bar');
    return one;
  });

/** Whether another venue or the venue's own last bar bears its price out. A price without that is not shown. */
export function isConfirmed(facts: readonly VenueFacts[], one: VenueFacts): boolean {
  const price = one.ticker?.markPrice;
  if (price === undefined) return false;
  return [...othersPrices(facts, one), one.lastClose].some(
    (known) => known !== null && !isOffReference(price, known),
  );
}

const othersPrices = (facts: readonly VenueFacts[], one: VenueFacts): readonly number[] =>
  facts.flatMap(({ venue, ticker }) => (venue !== one.venue && ticker !== null ? [ticker.markPrice] : []));

function refused(one: VenueFacts, than: string): VenueFacts {
  const { venue, tickerReceivedAtMs: at, statuses } = one;
  const message = `the price of ${VENUE_NAMES[venue]} is more than ${LARGEST_PRICE_GAP * 100} % from ${than}`;
  return {
    ...one,
    ticker: null,
    tickerReceivedAtMs: null,
    book: null,
    coverage: {},
    statuses: statuses.map((known) =>
      known.kind === 'ticker'
        ? { venue, kind: 'ticker', status: 'failed', at, code: 'glitch', message }
        : known,
    ),
  };
}
