import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf, listOf } from '../schemas.ts';
import { quantiles, terminal } from './estimates.ts';
import { side } from './names.ts';

/** Dollars by liquidation price; bins as in {@link import('../liquidation-map.ts').LiquidationMap}. */
export const map = fieldsOf({
  logStep: finite,
  firstBin: finite,
  longExposureUsd: listOf(finite),
  shortExposureUsd: listOf(finite),
  longForcedUsd: listOf(finite),
  shortForcedUsd: listOf(finite),
  /** Share of the positions that observed flow has replaced, 0 to 1; under 0.8 the map is warming up. */
  memory: finite,
});
export type MapReport = v.InferOutput<typeof map>;

/** A stretch of prices at which much would break. */
export const cluster = fieldsOf({
  /** Stable while the cluster stays at its place: side and peak bin. */
  id: v.string(),
  /** `long`: longs break here, below the price; `short`: shorts, above. */
  side: side,
  low: finite,
  peak: finite,
  high: finite,
  exposureUsd: quantiles,
  forcedUsd: quantiles,
  /** Where the edges may lie, USD; p50 is the estimate, `low` and `high` on ticks. Absent where no interval is known. */
  edges: v.exactOptional(
    fieldsOf({
      low: quantiles,
      high: quantiles,
    }),
  ),
  /** Signed distance of the near edge from the price, as a fraction of the price. */
  distance: finite,
  /**
   * Dollars of all books between the price and the near edge, and between the edges, as displayed; where a book ends, as
   * it would go on (estimate). Null without books.
   */
  depth: v.nullable(fieldsOf({ wayUsd: finite, withinUsd: finite })),
  /** Chance that the price reaches the near edge in 4 hours, a day, a week; null where nothing tells. */
  touch: v.nullable(
    fieldsOf({
      h4: finite,
      h24: finite,
      d7: finite,
    }),
  ),
  cascade: v.nullable(
    fieldsOf({
      /** Price to which forced orders would carry a sweep of the whole cluster: what they add, not where a move ends. */
      terminal: terminal,
      /** Where a move of that size ends, forced orders or not; absent in reports of earlier versions. */
      moveEnds: v.exactOptional(terminal),
      forcedUsd: finite,
      /** How many times as far as the far edge forced orders would carry it, in log distance; the middle draw. */
      amplification: finite,
    }),
  ),
});
export type ClusterReport = v.InferOutput<typeof cluster>;

/** Dollars that would break on the way from the price to `price`. */
export const atRiskRung = fieldsOf({
  price: finite,
  side: side,
  exposureUsd: finite,
  forcedUsd: finite,
  /** How far both may be off; absent where no interval is known. */
  exposureInterval: v.exactOptional(quantiles),
  forcedInterval: v.exactOptional(quantiles),
});
export type AtRiskRung = v.InferOutput<typeof atRiskRung>;
