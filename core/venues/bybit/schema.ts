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

/** What every answer is wrapped in; `retCode` other than 0 is a refusal. */
export const envelope = v.object({
  retCode: v.number(),
  retMsg: v.string(),
  result: v.optional(v.unknown()),
  time: v.optional(epoch),
});

const category = v.literal('linear');

/** A list whose rows are read one by one. */
const list = v.array(v.unknown());

/**
 * One page of contracts; rows are read one by one. Inverse contracts have the same form, and another `category`.
 */
export const instruments = v.object({ category, list });

/** An answer that names the page after it; with an empty name it is the last. */
export const paged = v.looseObject({
  result: v.looseObject({ nextPageCursor: v.pipe(v.string(), v.minLength(1)) }),
});

/** A linear perpetual that trades. */
export const tradedPerpetual = v.looseObject({
  contractType: v.literal('LinearPerpetual'),
  status: v.literal('Trading'),
});

/** `baseCoin` is the unit that prices and sizes count. `tickSize` in USD for one unit. */
export const perpetual = v.object({
  symbol: v.string(),
  baseCoin: v.string(),
  quoteCoin: v.string(),
  settleCoin: v.string(),
  /** What the contract is written on. */
  symbolType: v.optional(v.string()),
  isPreListing: v.optional(v.boolean()),
  priceFilter: v.object({ tickSize: positive }),
});

/** Open time, open, high, low, close, volume in units, turnover in USD. */
export const kline = v.looseTuple([epoch, positive, positive, positive, positive, nonNegative, nonNegative]);
/** Of an inverse contract volume would be dollars and turnover coins: `category` must be `linear`. */
export const klines = v.object({ category, symbol: v.string(), list });

/** One contract or all; rows are read one by one. */
export const tickers = v.object({ category, list });

/** `openInterest` counts both sides, `singleOpenInterest` one. */
export const ticker = v.object({
  symbol: v.string(),
  markPrice: positive,
  indexPrice: orEmpty(positive),
  openInterest: nonNegative,
  singleOpenInterest: orEmpty(nonNegative),
  fundingRate: orEmpty(fundingRate),
  fundingIntervalHour: orEmpty(intervalHours),
  nextFundingTime: orEmpty(epoch),
});

/** A ticker with the day's turnover in USD, and the day's change as a fraction. */
export const listedTicker = v.object({
  ...ticker.entries,
  turnover24h: nonNegative,
  price24hPcnt: orEmpty(decimal),
});

/** What the line says of a ticker that changed. */
export const tickerFrame = v.object({
  ts: epoch,
  data: v.object({ symbol: v.string(), markPrice: positive }),
});

/** Open interest of one contract; rows are read one by one. */
export const openInterestList = v.object({ category, symbol: v.string(), list });
/** In units: `openInterest` counts both sides, `singleOpenInterest` one. */
export const openInterest = v.object({
  openInterest: nonNegative,
  singleOpenInterest: orEmpty(nonNegative),
  timestamp: epoch,
});

/** Rows are read one by one. */
export const accountRatios = v.object({ list });
/** `buyRatio` is the share of accounts that are long, not of dollars. */
export const accountRatio = v.object({ symbol: v.string(), buyRatio: share, timestamp: epoch });

const level = v.looseTuple([positive, nonNegative]);
/** Bids `b` and asks `a` of symbol `s`: price and units. */
export const orderbook = v.object({ s: v.string(), b: v.array(level), a: v.array(level), ts: epoch });

/** Rows are read one by one. */
export const riskLimits = v.object({ category, list });
/**
 * `riskLimitValue` is where the tier ends, in dollars of notional; both margins are fractions or percent;
 * `mmDeduction` is dollars.
 */
export const riskLimit = v.object({
  symbol: v.string(),
  riskLimitValue: positive,
  maintenanceMargin: v.pipe(positive, v.maxValue(100)),
  initialMargin: v.pipe(positive, v.maxValue(100)),
  maxLeverage: leverage,
  mmDeduction: orEmpty(nonNegative),
});

/** A frame of forced orders; rows are read one by one. */
export const allLiquidation = v.object({ topic: v.string(), data: list });
/**
 * `S` is the position's side: `Buy` is a long that died. `v` in units that were executed, `p` the bankruptcy price.
 */
export const liquidation = v.object({
  T: epoch,
  s: v.string(),
  S: v.picklist(['Buy', 'Sell']),
  v: positive,
  p: positive,
});
