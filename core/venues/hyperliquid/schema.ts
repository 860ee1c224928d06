import * as v from 'valibot';
import { decimal, epoch, fundingRate, leverage, nonNegative, positive } from '../shared/fields.ts';

/** A market. Sizes have `szDecimals` decimals; without `marginTableId`, `maxLeverage` names its table. */
export const asset = v.object({
  name: v.string(),
  szDecimals: v.pipe(decimal, v.integer(), v.minValue(0), v.maxValue(6)),
  maxLeverage: leverage,
  marginTableId: v.optional(v.pipe(decimal, v.integer(), v.minValue(1))),
  isDelisted: v.optional(v.boolean(), false),
});

/** Its id and tiers: from `lowerBound`, in dollars of notional, `maxLeverage` holds. */
export const marginTable = v.looseTuple([
  decimal,
  v.object({
    marginTiers: v.pipe(
      v.array(v.object({ lowerBound: nonNegative, maxLeverage: leverage })),
      v.minLength(1),
    ),
  }),
]);

/** Markets and tables are read one by one. `collateralToken` 0 is USDC. */
export const meta = v.object({
  universe: v.array(v.unknown()),
  collateralToken: v.optional(decimal, 0),
  marginTables: v.optional(v.array(v.unknown()), []),
});

/** Markets, and what stands at the same place of the second list is said of each. */
export const metaAndContexts = v.looseTuple([
  v.object({ universe: v.array(v.unknown()) }),
  v.array(v.unknown()),
]);

/** `funding` is paid every hour. */
export const assetContext = v.object({
  funding: fundingRate,
  openInterest: nonNegative,
  oraclePx: positive,
  markPx: positive,
});

/** With the day's volume in USD and the price of a day ago. */
export const listedContext = v.object({
  name: v.string(),
  ...assetContext.entries,
  dayNtlVlm: nonNegative,
  prevDayPx: v.optional(nonNegative),
});

/** `v` in coins. */
export const candle = v.object({
  t: epoch,
  s: v.string(),
  i: v.string(),
  o: positive,
  h: positive,
  l: positive,
  c: positive,
  v: nonNegative,
});

const levels = v.array(v.object({ px: positive, sz: nonNegative }));
/** Bids, then asks; `sz` in units. */
export const book = v.object({ coin: v.string(), levels: v.tuple([levels, levels]), time: epoch });

const address = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{40}$/, 'an address'));
/** `users` are buyer and seller. */
export const trade = v.object({ coin: v.string(), time: epoch, users: v.tuple([address, address]) });

/**
 * What of an account's positions is looked at where its margin is not: `szi` in units, negative for a short.
 */
export const account = v.object({
  time: epoch,
  assetPositions: v.array(
    v.object({
      position: v.object({
        coin: v.string(),
        szi: decimal,
        entryPx: v.nullable(positive),
        liquidationPx: v.nullable(decimal),
      }),
    }),
  ),
});

const isolated = v.object({ type: v.literal('isolated'), rawUsd: decimal });
const cross = v.object({ type: v.literal('cross') });

/**
 * `szi` in units, negative for a short; `positionValue` at the mark price and `rawUsd`, its margin without what it is
 * worth, in dollars.
 */
export const heldPosition = v.object({
  coin: v.string(),
  szi: decimal,
  entryPx: positive,
  positionValue: positive,
  liquidationPx: v.nullable(decimal),
  maxLeverage: leverage,
  leverage: v.variant('type', [isolated, cross]),
});

/** An account with all that it holds and what backs it. `totalRawUsd`: dollars without what positions are worth. */
export const wholeAccount = v.object({
  time: epoch,
  crossMarginSummary: v.object({ totalRawUsd: decimal }),
  /** A position that was closed may stay listed, of size 0 and with nothing else that can be read. */
  assetPositions: v.array(v.object({ position: v.looseObject({ szi: decimal }) })),
});

/** `sz` 0: all of the position. */
export const openOrder = v.object({
  coin: v.string(),
  side: v.picklist(['A', 'B']),
  sz: nonNegative,
  limitPx: nonNegative,
  triggerPx: nonNegative,
  orderType: v.string(),
  isTrigger: v.boolean(),
  reduceOnly: v.boolean(),
  isPositionTpsl: v.boolean(),
});
