import * as v from 'valibot';
import { epoch, fundingRate, leverage, nonNegative, orEmpty, positive, share } from '../shared/fields.ts';

/** What every answer is wrapped in; `code` other than "0" is a refusal. */
export const envelope = v.object({
  code: v.union([v.string(), v.number()]),
  msg: v.optional(v.string(), ''),
  data: v.optional(v.unknown()),
});

/** A list whose rows are read one by one. */
export const list = v.array(v.unknown());

/** A linear perpetual that trades: a swap, or one of the long-dated futures that pay funding. */
export const tradedPerpetual = v.variant('instType', [
  v.looseObject({ instType: v.literal('SWAP'), ctType: v.literal('linear'), state: v.literal('live') }),
  v.looseObject({
    instType: v.literal('FUTURES'),
    ruleType: v.literal('xperp'),
    ctType: v.literal('linear'),
    state: v.literal('live'),
  }),
]);

/**
 * A contract is `ctVal` times `ctMult` (1 where it is empty) of `ctValCcy`. `tickSz` in USD for one of them.
 */
export const perpetual = v.object({
  instId: v.string(),
  instType: v.string(),
  ctVal: positive,
  ctMult: v.optional(v.union([v.literal(''), positive])),
  ctValCcy: v.string(),
  settleCcy: v.string(),
  tickSz: positive,
  /** What the contract is written on. */
  instCategory: v.optional(v.string()),
  ruleType: v.optional(v.string()),
});

/** Open time, open, high, low, close, volume in contracts, in coins, in USD, and "1" once closed. */
export const candle = v.looseTuple([
  epoch,
  positive,
  positive,
  positive,
  positive,
  nonNegative,
  nonNegative,
  nonNegative,
  v.picklist(['0', '1']),
]);

/** USD for one unit. */
export const markPrice = v.object({ instId: v.string(), markPx: positive, ts: epoch });

/** `volCcy24h` in coins of a linear contract. */
export const ticker = v.object({
  instId: v.string(),
  last: positive,
  open24h: orEmpty(nonNegative),
  volCcy24h: nonNegative,
  ts: epoch,
});

/** `fundingRate` is a fraction of notional, paid at `fundingTime` for the time since `prevFundingTime`. */
export const fundingRates = v.object({
  instId: v.string(),
  fundingRate,
  fundingTime: epoch,
  prevFundingTime: orEmpty(epoch),
  nextFundingTime: orEmpty(epoch),
  ts: orEmpty(epoch),
});

/** `oiCcy` in units of one side. */
export const openInterest = v.object({ instId: v.string(), oiCcy: nonNegative, ts: epoch });

/** Time, open interest in contracts, in coins and in dollars; the statistics of all contracts have volume in the coins' place. */
export const openInterestPoint = v.looseTuple([epoch, nonNegative, nonNegative, nonNegative]);

/** Time and accounts that are long for one that is short. */
export const accountRatio = v.looseTuple([epoch, nonNegative]);

/** Price and contracts. */
const level = v.looseTuple([positive, nonNegative]);
/** Levels are price and contracts. */
export const books = v.array(v.object({ bids: v.array(level), asks: v.array(level), ts: epoch }));

/** Which family a row is about, in either field; none where both are empty. */
export const ofFamily = v.looseObject({
  instFamily: v.optional(v.string(), ''),
  uly: v.optional(v.string(), ''),
});

/** Sizes in contracts. */
export const positionTier = v.object({
  minSz: nonNegative,
  maxSz: positive,
  mmr: v.pipe(share, v.gtValue(0)),
  maxLever: leverage,
});

/** Forced orders of one contract; rows are read one by one. */
export const liquidations = v.object({ instId: v.string(), details: list });
/**
 * `sz` in contracts, `bkPx` the bankruptcy price. `posSide` is the position's side; where it is `net`, `side` is the
 * order's: a sell closes a long.
 */
export const liquidation = v.object({
  side: v.picklist(['buy', 'sell']),
  posSide: v.optional(v.string(), ''),
  bkPx: positive,
  sz: positive,
  ts: epoch,
});
