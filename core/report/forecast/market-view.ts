import {
  type EdgeIntervals,
  edgeIntervals,
  type PriceInterval,
} from '../../engine/forecast/edge-intervals.ts';
import { expectedForcedMap } from '../../engine/forecast/forced-map.ts';
import {
  type Forecaster,
  forecastAt,
  type ForecasterState,
  type PublicKnowledge,
} from '../../engine/forecast/forecaster.ts';
import { atRiskLadder, findClusters } from '../../engine/index.ts';
import { exposureIntervals, type IntervalFactors, type PriceRange } from '../../engine/forecast/intervals.ts';
import { type DollarFactors, dollarErrors, dollarFactors } from '../../engine/forecast/dollars.ts';
import { BAR_INTERVAL_S } from '../../market/bars.ts';
import type { LiquidationMap } from '../../market/liquidation-map.ts';
import type {
  ClusterReport,
  MarketReport,
  PublicPositionsReport,
  Quantiles,
  SkillReport,
} from '../../market/market-report.ts';
import { roundToTick } from '../../market/tick.ts';
import { reportCluster, reportMap, reportRung } from '../map-report.ts';
import { reportPublicPositions } from '../public-positions-report.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';

/** Both maps of a market now, how sure they are, and what is known of their skill. */
export interface MarketView {
  /** Exposure by the inventory, expected forced coins by the mixture. */
  readonly map: LiquidationMap;
  /** Factors on the exposure in each price range. */
  readonly exposureFactors: (ranges: readonly PriceRange[]) => readonly IntervalFactors[];
  /** Where the edges of clusters may lie that were found on `map` with that average true range. */
  readonly edges: (
    atr1d: number | null,
    clusters: readonly Pick<ClusterReport, 'side' | 'low' | 'peak' | 'high'>[],
  ) => readonly EdgeIntervals[];
  /** Factors on the expected forced dollars. */
  readonly forcedFactors: DollarFactors;
  readonly skill: SkillReport | null;
  /** Absent where no public position is known. */
  readonly publicPositions?: PublicPositionsReport;
}

/** What `forecaster` says after its last bar, seen from `price` (USD; null: that bar's close). */
export function viewOf(
  forecaster: Forecaster,
  price: number | null,
  skill: SkillRow | null,
  known?: PublicKnowledge,
): MarketView {
  const { inventory } = forecaster.state;
  const report = skill?.reports[0] ?? null;
  const forecast = forecastAt(forecaster, inventory.lastOpenTimeS + BAR_INTERVAL_S, {
    price: price ?? inventory.lastPrice,
    isDistanceAlone: report?.isDistanceAlone === true,
    ...(known === undefined ? {} : { known }),
  });
  return { ...viewOfState(forecaster.state, expectedForcedMap(forecast), known), skill: report };
}

/**
 * `map`, with `known` in it, and how sure it is by the state that it was made of; nothing is known of its skill.
 */
export const viewOfState = (
  { inventory, calibration, mixture }: Omit<ForecasterState, 'memory'>,
  map: LiquidationMap,
  known?: PublicKnowledge,
): MarketView => ({
  map,
  exposureFactors: (ranges) => exposureIntervals(inventory, calibration, ranges, known?.anchor),
  edges: (atr1d, clusters) =>
    edgeIntervals({ inventory, calibration, anchor: known?.anchor }, map, atr1d, clusters),
  forcedFactors: dollarFactors(dollarErrors(mixture)),
  skill: null,
  ...(known === undefined || known.positions.length === 0
    ? {}
    : { publicPositions: reportPublicPositions(known.positions, map) }),
});

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
  const { price } = view.map;
  const clusters = findClusters(view.map, { atr1d: atr1dUsd }).map(reportCluster);
  const atRisk = atRiskLadder(view.map).map(reportRung);
  const factors = view.exposureFactors([
    ...clusters.map(({ side, low, high }) => ({ side, low, high })),
    ...atRisk.map((rung) => ({
      side: rung.side,
      low: Math.min(rung.price, price),
      high: Math.max(rung.price, price),
    })),
  ]);
  const exposure = (usd: number, index: number): Quantiles => {
    const { p10, p90 } = factors[index] ?? { p10: 1, p90: 1 };
    return { p10: Math.round(usd * Math.min(p10, 1)), p50: usd, p90: Math.round(usd * Math.max(p90, 1)) };
  };
  const edges = view.edges(atr1dUsd, clusters);
  const edge = (estimate: number, interval: PriceInterval | undefined): Quantiles => ({
    p10: roundToTick(interval?.p10 ?? estimate, tickSize),
    p50: roundToTick(estimate, tickSize),
    p90: roundToTick(interval?.p90 ?? estimate, tickSize),
  });
  const { p10, p90 } = view.forcedFactors;
  // What is expected, the mean, may lie above nine in ten where a few hours have most of the dollars.
  const forced = (usd: number): Quantiles => ({
    p10: Math.round(usd * Math.min(p10, 1)),
    p50: usd,
    p90: Math.round(usd * Math.max(p90, 1)),
  });
  return {
    map: reportMap(view.map),
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
    ...(view.publicPositions === undefined ? {} : { publicPositions: view.publicPositions }),
  };
}
