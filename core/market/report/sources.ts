import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf } from '../schemas.ts';
import { sourceFailure, sourceState, venueId } from './names.ts';

/** How far the first load has come. */
export const warmUp = fieldsOf({
  barsLoaded: finite,
  barsNeeded: finite,
  done: v.boolean(),
});
export type WarmUp = v.InferOutput<typeof warmUp>;

/**
 * What is wrong with what the browser keeps: `room-made`, what can be loaded again of a market that nobody watches was
 * dropped for want of room; `full`, there is nothing left to drop and news is not kept; `refused`, the browser does not
 * keep what is news, for another reason; `not-kept`, it gives no database, and all is kept in memory only; `rows-lost`, rows were
 * stored that cannot be what they should be, and are loaded again.
 */
export const storageTrouble = v.picklist(['room-made', 'full', 'refused', 'not-kept', 'rows-lost']);
export type StorageTrouble = v.InferOutput<typeof storageTrouble>;

/** A figure of one venue that is not believed until it agrees again. */
const aside = fieldsOf({
  quantity: v.picklist(['price', 'open-interest', 'volume', 'funding']),
  /** What the venue tells: USD a coin, coins of one side, a fraction in eight hours; null for volume. */
  told: v.nullable(finite),
  /** What is believed instead, in the same unit; null where nothing can be. */
  believed: v.nullable(finite),
  /**
   * What decides: other venues (so many), what was known before, or nobody: then two contradict each other and neither
   * is believed until a third or a remembered figure decides.
   */
  by: v.picklist(['others', 'past', 'nobody']),
  others: finite,
});
export type AsideReport = v.InferOutput<typeof aside>;

/** How one question to one venue goes. */
export const sourceStatus = fieldsOf({
  venue: venueId,
  /** What was asked for: `candles`, `open-interest`, `ticker`, ... */
  kind: v.string(),
  status: sourceState,
  /** When the source last answered well; null if never. */
  at: v.nullable(finite),
  code: v.nullable(sourceFailure),
  /** With the code `set-aside`. */
  aside: v.exactOptional(aside),
});
export type SourceStatus = v.InferOutput<typeof sourceStatus>;

/** The mark price of one venue, which liquidation of positions there goes by. */
export const venueMark = fieldsOf({
  venue: venueId,
  /** USD. */
  price: finite,
  at: finite,
  /** Whether it contradicts the other venues and the market's price goes without it. */
  isAside: v.boolean(),
});
export type VenueMark = v.InferOutput<typeof venueMark>;
