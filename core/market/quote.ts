import * as v from 'valibot';

import { finite, notNegative, positive } from './number-schemas.ts';
import { VENUE_IDS } from './venue-id.ts';

/**
 * What is known of a market now, between two reports: a few hundred bytes that no engine makes. Null is what is not known
 * or not believed; there the report's own figure stands. Times are epoch milliseconds of the venues' clock, prices USD.
 */
export const quote = v.object({
  market: v.string(),
  /** When the price was read. */
  at: finite,
  /** Median of the venues that agree. */
  price: v.nullable(positive),
  /** The mark price of the page's or position's own venue, which liquidates by it. */
  venueMark: v.nullable(v.object({ venue: v.picklist(VENUE_IDS), price: positive, at: finite })),
  /** One side, of all venues. */
  openInterestUsd: v.nullable(notNegative),
  /** What longs pay to shorts in eight hours as a fraction of notional, weighted by open interest. */
  fundingRate8h: v.nullable(finite),
  /** When the page's venue settles funding next. */
  nextFundingAt: v.nullable(finite),
  /** The price against that of a day ago, a fraction. */
  dayChange: v.nullable(finite),
});

export type Quote = Readonly<v.InferOutput<typeof quote>>;
