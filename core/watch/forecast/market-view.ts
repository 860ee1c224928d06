import { expectedForcedMap } from '../../engine/forecast/forced-map.ts';
import { type Forecaster, forecastAt, type PublicKnowledge } from '../../engine/forecast/forecaster.ts';
import { exposureIntervals, type IntervalFactors, type PriceRange } from '../../engine/forecast/intervals.ts';
import { forcedLogSd } from '../../engine/forecast/mixture.ts';
import { BAR_INTERVAL_S } from '../../market/bars.ts';
import type { LiquidationMap } from '../../market/liquidation-map.ts';
import type {
  MarketReport,
  PublicPositionsReport,
  Quantiles,
  SkillReport,
} from '../../market/market-report.ts';
import { reportPublicPositions } from '../../report/public-positions-report.ts';
import type { SkillRecord } from './records.ts';

/** Both maps of a market now, how sure they are, and what is known of their skill. */
export interface MarketView {
  /** Exposure by the inventory, expected forced coins by the mixture. */
  readonly map: LiquidationMap;
  /** Factors on the exposure in each price range. */
  readonly exposureFactors: (ranges: readonly PriceRange[]) => readonly IntervalFactors[];
  /** Spread of ln(realised / expected forced dollars) of one hour. */
  readonly forcedLogSd: number;
  readonly skill: SkillReport | null;
  /** Absent where no public position is known. */
  readonly publicPositions?: PublicPositionsReport;
}

/** What `forecaster` says after its last bar, seen from `price` (USD; null: that bar's close). */
export function viewOf(
  forecaster: Forecaster,
  price: number | null,
  skill: SkillRecord | null,
  known?: PublicKnowledge,
): MarketView {
  const { inventory, calibration, mixture } = forecaster.state;
  const report = skill?.reports[0] ?? null;
  const forecast = forecastAt(forecaster, inventory.lastOpenTimeS + BAR_INTERVAL_S, {
    price: price ?? inventory.lastPrice,
    isDistanceAlone: report?.isDistanceAlone === true,
    ...(known === undefined ? {} : { known }),
  });
  return {
    map: expectedForcedMap(forecast),
    exposureFactors: (ranges) => exposureIntervals(inventory, calibration, ranges, known?.anchor),
    forcedLogSd: forcedLogSd(mixture),
    skill: report,
    ...(forecast.known.length === 0
      ? {}
      : { publicPositions: reportPublicPositions(forecast.known, forecast.price) }),
  };
}

/** Standard deviations from the middle to the 10th and 90th percentile of a normal distribution. */
const DECILE = 1.2816;

/** `report` with the intervals of every cluster and rung, and the skill, of `view`. */
export function withForecast(report: MarketReport, view: MarketView | null): MarketReport {
  const { clusters, atRisk, map } = report;
  if (view === null || map === null) return report;
  const price = view.map.price;
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
  const spread = Math.exp(DECILE * view.forcedLogSd);
  const forced = (usd: number): Quantiles => ({
    p10: Math.round(usd / spread),
    p50: usd,
    p90: Math.round(usd * spread),
  });
  return {
    ...report,
    clusters: clusters.map((cluster, index) => ({
      ...cluster,
      exposureUsd: exposure(cluster.exposureUsd.p50, index),
      forcedUsd: forced(cluster.forcedUsd.p50),
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
