import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf } from '../schemas.ts';

/** An estimate with its 95 % interval. */
export const estimateInterval = fieldsOf({
  low: finite,
  value: finite,
  high: finite,
});
export type EstimateInterval = v.InferOutput<typeof estimateInterval>;

/**
 * An estimate in `p50` and its interval; both ends equal it where none is known yet. Of forced dollars the estimate is what is
 * expected, which lies above the middle: few hours have most of the dollars.
 */
export const quantiles = fieldsOf({
  p10: finite,
  p50: finite,
  p90: finite,
});
export type Quantiles = v.InferOutput<typeof quantiles>;

/** Quantiles of a price, ascending. */
export const terminal = fieldsOf({
  p5: finite,
  p50: finite,
  p95: finite,
});
export type Terminal = v.InferOutput<typeof terminal>;
