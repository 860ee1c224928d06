import type { Cluster, Rung } from '../engine/index.ts';
import { binMidPrice, binOf, type LiquidationMap } from '../market/liquidation-map.ts';
import type { AtRiskRung, ClusterReport, MapReport, Quantiles } from '../market/market-report.ts';

/** The report shows the map to this distance from the price. */
const REACH = 0.3;

/** The map within 30 % of its price, in whole dollars. */
export function reportMap(map: LiquidationMap): MapReport {
  const { logStep, price } = map;
  const length = map.longExposureBase.length;
  const from = Math.max(0, binOf(price * (1 - REACH), logStep) - map.firstBin);
  const until = Math.min(length, binOf(price * (1 + REACH), logStep) + 1 - map.firstBin);
  const dollars = (base: Float64Array): readonly number[] =>
    Array.from(base.subarray(from, until), (coins, index) =>
      Math.round(coins * binMidPrice(map.firstBin + from + index, logStep)),
    );
  return {
    logStep,
    firstBin: map.firstBin + from,
    longExposureUsd: dollars(map.longExposureBase),
    shortExposureUsd: dollars(map.shortExposureBase),
    longForcedUsd: dollars(map.longForcedBase),
    shortForcedUsd: dollars(map.shortForcedBase),
    memory: map.memory,
  };
}

/** A cluster whose figures are as sure as if they were known, and of whose touch and cascade nothing is known yet. */
export function reportCluster(cluster: Cluster): ClusterReport {
  return {
    id: cluster.id,
    side: cluster.side,
    low: cluster.low,
    peak: cluster.peak,
    high: cluster.high,
    exposureUsd: certain(cluster.exposureUsd),
    forcedUsd: certain(cluster.forcedUsd),
    distance: cluster.distance,
    depth: null,
    touch: null,
    cascade: null,
  };
}

const certain = (usd: number): Quantiles => {
  const whole = Math.round(usd);
  return { p10: whole, p50: whole, p90: whole };
};

export const reportRung = (rung: Rung): AtRiskRung => ({
  price: rung.price,
  side: rung.side,
  exposureUsd: Math.round(rung.exposureUsd),
  forcedUsd: Math.round(rung.forcedUsd),
});
