import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf, listOf } from '../schemas.ts';
import { estimateInterval } from './estimates.ts';

/** Expected variance of the log return an hour, over the horizons that are forecast, ascending. */
export const volatility = fieldsOf({
  nodes: listOf(
    fieldsOf({
      hours: finite,
      variancePerHour: finite,
      /** Tails of Student's t; absent in reports of an earlier version. */
      degreesOfFreedom: v.exactOptional(finite),
    }),
  ),
});
export type VolatilityReport = v.InferOutput<typeof volatility>;

/** What gold would do to the variance of holding the coin. */
export const gold = fieldsOf({
  /** Correlation of daily returns, shrunk half way to 0.1. */
  correlation: estimateInterval,
  /** Share of a fully funded coin-and-gold portfolio that gold takes at the least variance, 0 to 1. */
  fundedWeight: finite,
  /** Variance that the funded weight saves against the coin alone, at the correlation's interval; `low` is the worst case. */
  fundedSaving: estimateInterval,
  /** Dollars of gold beside one dollar of coin that give the least variance; negative: gold sold short. */
  overlayRatio: estimateInterval,
  /** `hedge`: gold bought beside the coin lowers the risk. `not-a-hedge`: the interval does not say so. */
  verdict: v.picklist(['hedge', 'not-a-hedge']),
  days: finite,
});
export type GoldReport = v.InferOutput<typeof gold>;

/** How the market goes with bitcoin. */
export const beta = fieldsOf({
  /** Daily returns that both know; too few, and there is no estimate. */
  days: finite,
  /** Its log return for one of bitcoin's. */
  beta: v.nullable(estimateInterval),
});
export type BetaReport = v.InferOutput<typeof beta>;
