import * as v from 'valibot';
import {
  decimal,
  epoch,
  fundingRate,
  intervalHours,
  leverage,
  nonNegative,
  positive,
  share,
} from '../shared/fields.ts';

/** Body of a refusal. */
export const failure = v.object({ code: decimal, msg: v.string() });

/** All contracts, dated ones too, of any status; rows are read one by one. */
export const exchangeInfo = v.object({ symbols: v.array(v.unknown()) });

/** Perpetuals on coins and, since 2025, on shares and metals; dated contracts have other types. */
export const tradedPerpetual = v.looseObject({
  contractType: v.picklist(['PERPETUAL', 'TRADIFI_PERPETUAL']),
  status: v.literal('TRADING'),
});

/** `baseAsset` is the unit that prices and sizes count, such as `1000PEPE`. */
export const perpetual = v.object({
  symbol: v.string(),
  contractType: v.string(),
  /** What a contract of another kind than coins' is written on. */
  underlyingType: v.optional(v.string()),
  baseAsset: v.string(),
  quoteAsset: v.string(),
  marginAsset: v.string(),
  filters: v.array(v.looseObject({ filterType: v.string() })),
});

/** The price step, USD for one unit. */
export const priceFilter = v.object({ tickSize: positive });

/** Open time, open, high, low, close, volume, close time, turnover, trades, taker buys in units and in USD. */
export const kline = v.looseTuple([
  epoch,
  positive,
  positive,
  positive,
  positive,
  nonNegative,
  epoch,
  nonNegative,
  nonNegative,
  nonNegative,
]);

/**
 * Prices in USD for one unit. `lastFundingRate` is a fraction of notional for the interval that ends at
 * `nextFundingTime`.
 */
export const premiumIndex = v.object({
  symbol: v.string(),
  markPrice: positive,
  indexPrice: v.optional(nonNegative),
  lastFundingRate: v.optional(v.union([v.literal(''), fundingRate])),
  nextFundingTime: v.optional(epoch),
  time: epoch,
});

/** Of the last 24 hours: turnover in USD, change in percent. */
export const dayTicker = v.object({
  symbol: v.string(),
  quoteVolume: nonNegative,
  priceChangePercent: decimal,
});

/** Only symbols whose interval or bounds were changed have such a row. */
export const fundingInterval = v.object({ symbol: v.string(), fundingIntervalHours: intervalHours });

/** Time, symbol, mark price, time of the next funding. */
export const markPriceUpdate = v.object({ E: epoch, s: v.string(), p: positive, T: v.optional(epoch) });

/** In units of one side. */
export const openInterest = v.object({ symbol: v.string(), openInterest: nonNegative, time: epoch });

/** `sumOpenInterest` in units of one side. */
export const openInterestPoint = v.object({
  symbol: v.string(),
  sumOpenInterest: nonNegative,
  timestamp: epoch,
});

/** A payment that was made: when. */
export const funding = v.object({ symbol: v.string(), fundingTime: epoch });

/** `longAccount` is a share of accounts, not of dollars. */
export const accountRatio = v.object({ symbol: v.string(), longAccount: share, timestamp: epoch });

const level = v.looseTuple([positive, nonNegative]);
/** Levels are price and units. */
export const depth = v.object({ T: epoch, bids: v.array(level), asks: v.array(level) });

/** The trading site's tables of all symbols; another `code` is a refusal. */
export const brackets = v.object({
  code: v.literal('000000'),
  data: v.object({ brackets: v.array(v.unknown()) }),
});

/**
 * One symbol's tiers: floor and cap in dollars of notional, `cumFastMaintenanceAmount` the dollars taken off.
 */
export const riskBrackets = v.object({
  riskBrackets: v.array(
    v.object({
      bracketNotionalFloor: nonNegative,
      bracketNotionalCap: positive,
      bracketMaintenanceMarginRate: v.pipe(share, v.gtValue(0)),
      cumFastMaintenanceAmount: nonNegative,
      maxOpenPosLeverage: leverage,
    }),
  ),
});

/** `st` tells the kind of margin; the documents do not say on which of the two objects. */
export const forceOrder = v.object({
  e: v.literal('forceOrder'),
  st: v.optional(v.number()),
  o: v.object({
    st: v.optional(v.number()),
    s: v.string(),
    S: v.picklist(['BUY', 'SELL']),
    p: positive,
    ap: nonNegative,
    z: nonNegative,
    T: epoch,
  }),
});
