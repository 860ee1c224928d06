import { edgeIntervals, type PriceInterval } from '../engine/forecast/edge-intervals.ts';
import { dollarErrors, dollarFactors } from '../engine/forecast/dollars.ts';
import type { ForecasterState, PublicKnowledge } from '../engine/forecast/forecaster.ts';
import { exposureIntervals } from '../engine/forecast/intervals.ts';
import { atRiskLadder, findClusters } from '../engine/index.ts';
import { binMidPrice, binOf, type LiquidationMap } from '../market/liquidation-map.ts';
import type { MapReport, MarketReport, Quantiles, SkillReport } from '../market/market-report.ts';
import { roundToTick } from '../market/tick.ts';
import { reportPublicPositions } from './public-positions-report.ts';

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
  const clusters = findClusters(map, { atr1d: atr1dUsd });
  const rungs = atRiskLadder(map);
  const ranges = [
    ...clusters,
    ...rungs.map(({ side, price }) => ({
      side,
      low: Math.min(price, map.price),
      high: Math.max(price, map.price),
    })),
  ];
  const anchor = known?.anchor;
  const factors = exposureIntervals(inventory, calibration, ranges, anchor);
  const exposure = (usd: number, index: number): Quantiles => around(usd, factors[index] ?? EXACT);
  const edges = edgeIntervals({ inventory, calibration, anchor }, map, atr1dUsd, clusters);
  const edge = (estimate: number, interval: PriceInterval | undefined): Quantiles => ({
    p10: roundToTick(interval?.p10 ?? estimate, tickSize),
    p50: roundToTick(estimate, tickSize),
    p90: roundToTick(interval?.p90 ?? estimate, tickSize),
  });
  const dollars = dollarFactors(dollarErrors(mixture));
  return {
    map: reportMap(map),
    clusters: clusters.map(({ id, side, low, peak, high, exposureUsd, forcedUsd, distance }, index) => ({
      id,
      side,
      low,
      peak,
      high,
      exposureUsd: exposure(Math.round(exposureUsd), index),
      forcedUsd: around(Math.round(forcedUsd), dollars),
      distance,
      depth: null,
      touch: null,
      cascade: null,
      edges: { low: edge(low, edges[index]?.low), high: edge(high, edges[index]?.high) },
    })),
    atRisk: rungs.map(({ price, side, ...rung }, index) => {
      const [exposureUsd, forcedUsd] = [Math.round(rung.exposureUsd), Math.round(rung.forcedUsd)];
      return {
        price,
        side,
        exposureUsd,
        forcedUsd,
        exposureInterval: exposure(exposureUsd, clusters.length + index),
        forcedInterval: around(forcedUsd, dollars),
      };
    }),
    skill: view.skill,
    ...(known === undefined || known.positions.length === 0
      ? {}
      : { publicPositions: reportPublicPositions(known.positions, map) }),
  };
}

/** Factors of what is known without an interval. */
const EXACT = { p10: 1, p90: 1 };

/**
 * An estimate between what its factors make of it. What is expected of forced dollars, the mean, may lie above nine in ten
 * where a few hours have most of them.
 */
const around = (usd: number, { p10, p90 }: { readonly p10: number; readonly p90: number }): Quantiles => ({
  p10: Math.round(usd * Math.min(p10, 1)),
  p50: usd,
  p90: Math.round(usd * Math.max(p90, 1)),
});

/** The report shows the map to this distance from the price. */
const REACH = 0.3;

/** The map within 30 % of its price, in whole dollars. */
function reportMap(map: LiquidationMap): MapReport {
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
