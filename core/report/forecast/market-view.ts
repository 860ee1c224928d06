import { edgeIntervals, type PriceInterval } from '../../engine/forecast/edge-intervals.ts';
import { expectedForcedMap } from '../../engine/forecast/forced-map.ts';
import {
  type Forecaster,
  forecastAt,
  type ForecasterState,
  type PublicKnowledge,
} from '../../engine/forecast/forecaster.ts';
import { atRiskLadder, findClusters } from '../../engine/index.ts';
import { exposureIntervals } from '../../engine/forecast/intervals.ts';
import { dollarErrors, dollarFactors } from '../../engine/forecast/dollars.ts';
import { BAR_INTERVAL_S } from '../../market/bars.ts';
import type { LiquidationMap } from '../../market/liquidation-map.ts';
import type { MarketReport, Quantiles, SkillReport } from '../../market/market-report.ts';
import { roundToTick } from '../../market/tick.ts';
import { reportCluster, reportMap, reportRung } from '../map-report.ts';
import { reportPublicPositions } from '../public-positions-report.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';

/** Both maps of a market now, what they were made of, and what is known of their skill. */
export interface MarketView {
  /** Exposure by the inventory, expected forced coins by the mixture; with what is `known` in it. */
  readonly map: LiquidationMap;
  /** By which it is told how sure the map is. */
  readonly state: Pick<ForecasterState, 'inventory' | 'calibration' | 'mixture'>;
  /** Absent where no public position is known. */
  readonly known?: PublicKnowledge | undefined;
  readonly skill: SkillReport | null;
}

/** What `forecaster` says after its last bar, seen from `price`, USD. */
export function viewOf(
  forecaster: Forecaster,
  price: number,
  skill: SkillRow | null,
  known?: PublicKnowledge,
): MarketView {
  const { state } = forecaster;
  const report = skill?.reports[0] ?? null;
  const forecast = forecastAt(forecaster, state.inventory.lastOpenTimeS + BAR_INTERVAL_S, {
    price,
    isDistanceAlone: report?.isDistanceAlone === true,
    ...(known === undefined ? {} : { known }),
  });
  return { map: expectedForcedMap(forecast), state, known, skill: report };
}

/** What the report tells of a view. */
type ViewReport = Pick<MarketReport, 'map' | 'clusters' | 'atRisk' | 'skill' | 'publicPositions'>;

const NOTHING: ViewReport = { map: null, clusters: [], atRisk: [], skill: null };

/**
 * The map of `view` with its clusters and rungs and the interval of each, the skill, and what is public of positions. Of touch,
 * cascade and depth of the clusters nothing is known here.
 */
export function reportView(
  view: MarketView | null,
  { atr1dUsd, tickSize }: Pick<MarketReport, 'atr1dUsd' | 'tickSize'>,
): ViewReport {
  if (view === null) return NOTHING;
  const { map, known } = view;
  const { inventory, calibration, mixture } = view.state;
  const clusters = findClusters(map, { atr1d: atr1dUsd }).map(reportCluster);
  const atRisk = atRiskLadder(map).map(reportRung);
  const ranges = [
    ...clusters,
    ...atRisk.map(({ side, price }) => ({
      side,
      low: Math.min(price, map.price),
      high: Math.max(price, map.price),
    })),
  ];
  const anchor = known?.anchor;
  const factors = exposureIntervals(inventory, calibration, ranges, anchor);
  const exposure = (usd: number, index: number): Quantiles => {
    const { p10, p90 } = factors[index] ?? { p10: 1, p90: 1 };
    return { p10: Math.round(usd * Math.min(p10, 1)), p50: usd, p90: Math.round(usd * Math.max(p90, 1)) };
  };
  const edges = edgeIntervals({ inventory, calibration, anchor }, map, atr1dUsd, clusters);
  const edge = (estimate: number, interval: PriceInterval | undefined): Quantiles => ({
    p10: roundToTick(interval?.p10 ?? estimate, tickSize),
    p50: roundToTick(estimate, tickSize),
    p90: roundToTick(interval?.p90 ?? estimate, tickSize),
  });
  const { p10, p90 } = dollarFactors(dollarErrors(mixture));
  // What is expected, the mean, may lie above nine in ten where a few hours have most of the dollars.
  const forced = (usd: number): Quantiles => ({
    p10: Math.round(usd * Math.min(p10, 1)),
    p50: usd,
    p90: Math.round(usd * Math.max(p90, 1)),
  });
  return {
    map: reportMap(map),
    clusters: clusters.map((cluster, index) => ({
      ...cluster,
      exposureUsd: exposure(cluster.exposureUsd.p50, index),
      forcedUsd: forced(cluster.forcedUsd.p50),
      edges: { low: edge(cluster.low, edges[index]?.low), high: edge(cluster.high, edges[index]?.high) },
    })),
    atRisk: atRisk.map((rung, index) => ({
      ...rung,
      exposureInterval: exposure(rung.exposureUsd, clusters.length + index),
      forcedInterval: forced(rung.forcedUsd),
    })),
    skill: view.skill,
    ...(known === undefined || known.positions.length === 0
      ? {}
      : { publicPositions: reportPublicPositions(known.positions, map) }),
  };
}
