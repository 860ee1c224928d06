import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf, listOf } from '../schemas.ts';
import { side, venueId } from './names.ts';

/** What a venue shows to anyone of the positions in a market. */
export const publicPositions = fieldsOf({
  venue: venueId,
  positions: finite,
  /** At the report's price, also of positions that nothing liquidates. */
  longUsd: finite,
  shortUsd: finite,
  /** When the oldest of them was read. */
  since: finite,
  /** The largest that the price would liquidate nearby, the largest first; absent in reports of earlier versions. */
  nearest: v.exactOptional(listOf(fieldsOf({ side, usd: finite, liquidationPrice: finite }))),
  /**
   * Dollars of both sides that are liquidated within `reach` of the price (a share of it): in these positions, and in
   * the whole exposure map, them among it. Absent in reports of earlier versions.
   */
  near: v.exactOptional(fieldsOf({ reach: finite, knownUsd: finite, usd: finite })),
});
export type PublicPositionsReport = v.InferOutput<typeof publicPositions>;

/** Stops and take-profits of those whose positions are known, as sums without an owner. */
export const waitingOrders = fieldsOf({
  venue: venueId,
  /** Those whose orders are known, also where they have none; and those whose orders could not be read. */
  accounts: finite,
  unread: finite,
  /** When the first of them was asked. */
  since: finite,
  /** How far from the price bands are looked for, as a share of it. */
  reach: finite,
  /** The largest on either side of the price, from above to below. `side` is that of the positions that they close. */
  bands: listOf(
    fieldsOf({ kind: v.picklist(['stop', 'target']), side, low: finite, high: finite, usd: finite }),
  ),
});
export type WaitingOrdersReport = v.InferOutput<typeof waitingOrders>;
