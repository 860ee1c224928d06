import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf, listOf } from '../schemas.ts';
import { venueId } from './names.ts';

/** How the market leans, by what venues say of funding, accounts and takers. */
export const positioning = fieldsOf({
  /** Weighted by open interest; fraction of notional in eight hours. */
  fundingRate8h: v.nullable(finite),
  /** Accounts that are long for one that is short. */
  longShortAccountRatio: v.nullable(finite),
  /** (taker buys - taker sells) / volume over the last day, -1 to 1. */
  takerImbalance: v.nullable(finite),
  /** When the next venue settles funding; null where none says. */
  nextFundingAt: v.nullable(finite),
  perVenue: listOf(
    fieldsOf({
      venue: venueId,
      fundingRate8h: v.nullable(finite),
      /** When it settles funding next; absent where it does not say. */
      nextFundingAt: v.exactOptional(finite),
      /** Hours between two payments; absent where it does not say. */
      fundingIntervalHours: v.exactOptional(finite),
      longShortAccountRatio: v.nullable(finite),
      takerImbalance: v.nullable(finite),
    }),
  ),
});
export type PositioningReport = v.InferOutput<typeof positioning>;
