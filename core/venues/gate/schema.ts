import * as v from 'valibot';
import {
  decimal,
  epoch,
  fundingRate,
  leverage,
  nonNegative,
  orEmpty,
  positive,
  share,
} from '../shared/fields.ts';
import { DAY_S } from '../../market/time.ts';

/** Body of a refusal. */
export const failure = v.object({ label: v.string(), message: v.optional(v.string(), '') });

/** A linear contract that trades and is not about to go. */
export const tradedPerpetual = v.looseObject({
  name: v.string(),
  type: v.literal('direct'),
  in_delisting: v.optional(v.literal(false)),
  status: v.optional(v.literal('trading')),
});

/** `quanto_multiplier` is units in a contract, `order_price_round` the price step in USD for one unit. */
export const perpetual = v.object({
  name: v.string(),
  quanto_multiplier: positive,
  order_price_round: positive,
  /** What the contract is written on. */
  contract_type: v.optional(v.string()),
  is_pre_market: v.optional(v.boolean()),
});

/**
 * Prices in USD for one unit; `funding_rate` a fraction of notional for one interval; `funding_next_apply` epoch
 * seconds.
 */
export const contract = v.object({
  name: v.string(),
  mark_price: positive,
  index_price: v.optional(nonNegative),
  funding_rate: fundingRate,
  /** Seconds. */
  funding_interval: v.pipe(positive, v.minValue(60), v.maxValue(7 * DAY_S)),
  funding_next_apply: v.optional(epoch),
  /** Contracts that are long. */
  position_size: nonNegative,
});

/** `total_size` in contracts, longs and shorts added. */
export const ticker = v.object({
  contract: v.string(),
  mark_price: positive,
  index_price: v.optional(nonNegative),
  funding_rate: fundingRate,
  total_size: nonNegative,
  quanto_multiplier: v.optional(nonNegative),
});

/** Of the last 24 hours: volume in USDT, change in percent. */
export const dayTicker = v.object({
  contract: v.string(),
  volume_24h_quote: nonNegative,
  change_percentage: orEmpty(decimal),
});

/** `v` in contracts, `sum` in USD. */
export const candlestick = v.object({
  t: epoch,
  o: positive,
  h: positive,
  l: positive,
  c: positive,
  v: nonNegative,
  sum: nonNegative,
});

/** `open_interest` in contracts, longs and shorts added; `lsr_account` accounts that are long for one that is short. */
export const contractStats = v.object({
  time: epoch,
  open_interest: nonNegative,
  lsr_account: v.optional(nonNegative),
});

const level = v.object({ p: positive, s: nonNegative });
/** `current` is in seconds, with a fraction. */
export const orderBook = v.object({
  current: positive,
  bids: v.array(level),
  asks: v.array(level),
});

/** `risk_limit` is where the tier ends, in dollars of notional; `deduction` is dollars. */
export const riskLimitTier = v.object({
  contract: v.string(),
  risk_limit: positive,
  maintenance_rate: v.pipe(share, v.gtValue(0)),
  leverage_max: leverage,
  deduction: nonNegative,
});

/**
 * A step in which a position was closed, sizes in contracts. `order_price` lies near bankruptcy; `left` was not
 * filled.
 */
export const liquidation = v.object({
  time: epoch,
  contract: v.string(),
  /** What the position still was, positive for a long. */
  size: decimal,
  /** What was ordered, of the opposite sign. */
  order_size: v.optional(decimal),
  order_price: positive,
  fill_price: nonNegative,
  left: v.optional(decimal, 0),
});
