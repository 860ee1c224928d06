import * as v from 'valibot';
import {
  decimal,
  epoch,
  fundingRate,
  intervalHours,
  leverage,
  nonNegative,
  orEmpty,
  positive,
  share,
} from '../shared/fields.ts';

/** What every answer is wrapped in; `code` other than "00000" is a refusal. */
export const envelope = v.object({
  code: v.union([v.string(), v.number()]),
  msg: v.optional(v.string(), ''),
  data: v.optional(v.unknown()),
});

/** A list whose rows are read one by one. */
export const list = v.array(v.unknown());

/** A perpetual that trades, in either form. */
const tradedInstrument = v.looseObject({ type: v.literal('perpetual'), status: v.literal('online') });
/** The same in the second version, a row of `contracts`. */
export const tradedContract = v.looseObject({
  symbolType: v.literal('perpetual'),
  symbolStatus: v.literal('normal'),
});
/** A row of either version; {@link contract} brings the second to the form of the third. */
export const tradedPerpetual = v.union([tradedInstrument, tradedContract]);

/** A row of `contracts`, the second version of `instruments`, which does not say what a contract is written on. */
export const contract = v.pipe(
  v.looseObject({
    symbolType: v.string(),
    symbolStatus: v.string(),
    pricePlace: v.pipe(decimal, v.integer(), v.minValue(0), v.maxValue(15)),
    priceEndStep: positive,
  }),
  v.transform(({ symbolType, symbolStatus, pricePlace, priceEndStep, ...row }) => ({
    ...row,
    type: symbolType,
    status: symbolStatus === 'normal' ? 'online' : symbolStatus,
    priceMultiplier: priceEndStep / 10 ** pricePlace,
  })),
);

/** A row of `instruments`. `baseCoin` is the unit that prices and sizes count. */
export const perpetual = v.object({
  symbol: v.string(),
  baseCoin: v.string(),
  quoteCoin: v.string(),
  symbolType: v.optional(v.string()),
  /** Whether something of the real world stands behind it: YES or NO. */
  isRwa: v.optional(v.string(), ''),
  /** Smallest price step. */
  priceMultiplier: positive,
});

/** Open time, open, high, low, close, volume in units, turnover in USD. */
export const candle = v.looseTuple([epoch, positive, positive, positive, positive, nonNegative, nonNegative]);

/** Prices in USD for one unit, amounts in units of one side. */
export const ticker = v.object({
  symbol: v.string(),
  markPrice: positive,
  indexPrice: orEmpty(nonNegative),
  /** In the third version `openInterest`. */
  holdingAmount: v.optional(nonNegative),
  openInterest: v.optional(nonNegative),
  ts: epoch,
});

/** `usdtVolume` of 24 hours; `change24h` a fraction. */
export const listedTicker = v.object({
  symbol: v.string(),
  markPrice: positive,
  holdingAmount: nonNegative,
  usdtVolume: nonNegative,
  change24h: orEmpty(decimal),
  ts: epoch,
});

/** Rows under either name, with the amount under either name. */
export const openInterest = v.object({
  openInterestList: v.optional(list),
  list: v.optional(list),
  ts: epoch,
});
/** An amount in units of one side, which must stand under one of the two names. */
export const openInterestRow = v.pipe(
  v.object({
    symbol: v.string(),
    size: v.optional(nonNegative),
    openInterest: v.optional(nonNegative),
  }),
  v.check(({ size, openInterest: amount }) => (size ?? amount) !== undefined, 'an amount of coins'),
);

/** A fraction of notional for `fundingRateInterval` hours; `nextUpdate` is when it is paid. */
export const fundingRates = v.object({
  symbol: v.string(),
  fundingRate,
  fundingRateInterval: intervalHours,
  nextUpdate: orEmpty(epoch),
});

/** Shares of accounts, which need not add up to 1. */
export const accountRatio = v.object({
  longAccountRatio: nonNegative,
  shortAccountRatio: nonNegative,
  ts: epoch,
});

const level = v.looseTuple([positive, nonNegative]);
/** Levels are price and units. */
export const mergeDepth = v.object({ bids: v.array(level), asks: v.array(level), ts: epoch });

/** `endUnit` is where the tier ends, in dollars of notional; `keepMarginRate` a fraction of notional. */
export const positionTier = v.object({
  symbol: v.string(),
  endUnit: positive,
  leverage,
  keepMarginRate: v.pipe(share, v.gtValue(0)),
});

/** `side` is the position's: `buy` is a long that died. `amount` in units, `price` near bankruptcy. */
export const liquidation = v.object({
  symbol: v.string(),
  side: v.picklist(['buy', 'sell']),
  price: positive,
  amount: positive,
  ts: epoch,
});

/** Rows are read one by one. */
export const liquidations = v.object({ list });
