import { buildCascades } from '../cascade/market-cascades.ts';
import { drawAssumptions } from '../cascade/simulate-cascade.ts';
import { candlesClosedBy, type DailyCandle } from '../levels/daily-candle.ts';
import { findLevels } from '../levels/find-levels.ts';
import type { AssetClass } from '../market/asset-class.ts';
import type { Bars } from '../market/bars.ts';
import type { ClusterReport, MapReport, MarketReport } from '../market/market-report.ts';
import type { Depth } from '../market/observations.ts';
import { hourlyVariances, NO_HOURS, RECENT_HOURS_S } from '../risk/touch/hourly-variances.ts';
import { dailyVariances, forecastVariance } from '../risk/touch/variance-forecast.ts';
import { volatilityNodes } from '../risk/touch/volatility-forecast.ts';
import { weekOf } from '../risk/touch/week-rhythm.ts';
import type { BreakRisk } from './break-risk.ts';
import { assessBreakdowns } from './breakdown.ts';
import { assessCluster } from './cluster-risk.ts';
import { findScenarios, SCENARIO_HOURS } from './scenarios.ts';

/** What levels, breaks and scenarios are judged from. */
export interface OutlookInput {
  /** What the market is written on: coins have a week of their own. */
  readonly assetClass: AssetClass;
  /** Closed bars of an hour or less, ascending, for what happened lately; null before the first. */
  readonly bars: Bars | null;
  /** Ascending in time; those closed by `nowMs` count. */
  readonly daily: readonly DailyCandle[];
  readonly nowMs: number;
  /** Mark price, USD; null before the first answer. */
  readonly price: number | null;
  readonly map: MapReport | null;
  readonly clusters: readonly ClusterReport[];
  /** Polled order books; without any, latent liquidity alone absorbs. */
  readonly books: readonly Depth[];
  /** Share of the whole market's books that was polled, above 0 to 1. */
  readonly coverage: number;
  /** Liquidity there now as a share of normal, see `liquiditySurvival`; null = normal. */
  readonly survival: number | null;
  /** Turnover of a day of the whole market, USD; null where only the daily candles tell. */
  readonly dailyVolumeUsd: number | null;
  /** Implied volatility, percent a year; null where none is published. */
  readonly dvol: number | null;
}

/** The parts of a report that follow; `clusterDetails` by the id of the cluster. */
export type Outlook = Pick<MarketReport, 'levels' | 'patterns' | 'breakdown' | 'scenarios' | 'volatility'> & {
  readonly clusterDetails: Readonly<Record<string, Pick<ClusterReport, 'touch' | 'cascade'>>>;
};

/** Days of history without which no chance is told. */
const LEAST_DAYS = 30;
const VOLUME_DAYS = 30;
/** Any fixed number: reports of the same data are the same. */
const SEED = 20_260_112;

const DRAWS = drawAssumptions(SEED);

/**
 * Levels and patterns, and where a map, a price and thirty days are known also the risk of each break, the scenarios
 * and what each cluster would set off. Deterministic.
 */
export function assessOutlook(input: OutlookInput): Outlook {
  const { levels, patterns, atr1dUsd } = findLevels(
    input.daily,
    input.nowMs,
    input.clusters.map(({ id, side, low, high, exposureUsd }) => ({
      id,
      side,
      low,
      high,
      shareOfSide: shareOfSide(input, side, exposureUsd.p50),
    })),
  );
  const risk = atr1dUsd === null ? null : breakRisk(input, atr1dUsd);
  if (risk === null) {
    return {
      levels,
      patterns,
      breakdown: [],
      scenarios: { up: null, down: null },
      volatility: null,
      clusterDetails: {},
    };
  }
  return {
    levels,
    patterns,
    breakdown: assessBreakdowns(levels, risk),
    scenarios: findScenarios({
      levels,
      price: risk.cascades.price,
      atr1dUsd: risk.atr1dUsd,
      sigma: Math.sqrt(risk.variance.over(SCENARIO_HOURS)),
      degreesOfFreedom: risk.variance.degreesOfFreedom(SCENARIO_HOURS),
    }),
    volatility: volatilityNodes(risk.variance),
    clusterDetails: Object.fromEntries(
      input.clusters.map((cluster) => [cluster.id, assessCluster(cluster, risk)]),
    ),
  };
}

function breakRisk(input: OutlookInput, atr1dUsd: number): BreakRisk | null {
  const { map, price } = input;
  const days = candlesClosedBy(input.daily, input.nowMs);
  if (map === null || price === null || days.length < LEAST_DAYS) return null;
  const dailyVolumeUsd = input.dailyVolumeUsd ?? meanTurnover(days.slice(-VOLUME_DAYS));
  if (!(dailyVolumeUsd > 0)) return null;

  const atS = input.nowMs / 1000;
  const hours = input.bars === null ? NO_HOURS : hourlyVariances(input.bars, atS - RECENT_HOURS_S);
  const variance = forecastVariance({
    atS,
    hours,
    days: dailyVariances(days),
    rhythm: weekOf(input.assetClass, hours),
    dvol: input.dvol,
  });
  if (variance === null) return null;
  return {
    cascades: buildCascades({
      map,
      price,
      books: input.books,
      coverage: input.coverage,
      dailyVolumeUsd,
      // Turnover is of a mean day, so the volatility beside it must be.
      dailySigma: Math.sqrt(variance.meanDay),
    }),
    draws: DRAWS,
    survival: input.survival ?? 1,
    atr1dUsd,
    variance,
    atS,
  };
}

const meanTurnover = (days: readonly DailyCandle[]): number =>
  days.reduce((sum, { volumeBase, close }) => sum + volumeBase * close, 0) / days.length;

function shareOfSide({ map }: OutlookInput, side: 'long' | 'short', usd: number): number {
  const mass = side === 'long' ? map?.longExposureUsd : map?.shortExposureUsd;
  const total = mass?.reduce((sum, value) => sum + value, 0) ?? 0;
  return total > 0 ? Math.min(1, usd / total) : 0;
}
