import { assetOfMarket } from '../market/asset.ts';
import { type AggregatedBars, atRiskLadder, findClusters } from '../engine/index.ts';
import { averageTrueRange, dailyCandlesOf } from '../levels/daily-candle.ts';
import type { LiquidationMap } from '../market/liquidation-map.ts';
import type {
  ContextReport,
  MarketReport,
  SourceStatus,
  VenueMark,
  WarmUp,
} from '../market/market-report.ts';
import { REPORT_VERSION } from '../market/report-version.ts';
import type { VenueId } from '../market/venue-id.ts';
import { DAY_S } from '../market/time.ts';
import type { Bars } from '../market/bars.ts';
import { dailyBars } from './daily-bars.ts';
import { reportCluster, reportMap, reportRung } from './map-report.ts';
import type { OpenInterestPast } from './open-interest-past.ts';
import { reportOpenInterest } from './open-interest-report.ts';
import { reportPositioning } from './positioning-report.ts';
import type { VenueSnapshot } from './venue-snapshot.ts';

/** Everything that a report is made of. What later parts compute is optional and shows as empty or null without it. */
export interface ReportInput {
  readonly market: string;
  /** Venues whose contract is traded before its asset is listed. */
  readonly preMarket?: readonly VenueId[];
  readonly nowMs: number;
  /** Mark price, USD. */
  readonly price: number | null;
  readonly marks?: readonly VenueMark[];
  readonly tickSize: number | null;
  readonly warmUp: WarmUp;
  readonly map: LiquidationMap | null;
  /** The coin's aggregated bars, closed by `nowMs`. */
  readonly aggregated: AggregatedBars | null;
  /** What is known of open interest beside the bars. */
  readonly openInterestPast?: OpenInterestPast;
  readonly venues: readonly VenueSnapshot[];
  readonly sources: readonly SourceStatus[];
  readonly levels?: MarketReport['levels'];
  readonly patterns?: MarketReport['patterns'];
  readonly context?: Partial<ContextReport>;
  readonly history?: MarketReport['history'];
  readonly liquidations?: MarketReport['liquidations'];
}

const NO_CONTEXT: ContextReport = { etf: null, events: [], dvol: null, realisedVol: null, treasuries: null };

/** The one object between worker and screen: every number finite or null, under 50 kB as JSON. */
export function assembleReport(input: ReportInput): MarketReport {
  const { market, nowMs, price, map, venues, preMarket = [] } = input;
  const bars = input.aggregated?.bars ?? null;
  const atr1dUsd = bars === null ? null : averageTrueRange(dailyCandlesOf(dailyBars(bars, nowMs / 1000)));
  const openInterest = reportOpenInterest({
    venues,
    bars,
    price,
    nowMs,
    ...(input.openInterestPast === undefined ? {} : { past: input.openInterestPast }),
  });
  const takerVolumeBase = input.aggregated?.takerVolumeBase ?? null;
  const clusters = map === null ? [] : findClusters(map, { atr1d: atr1dUsd });
  return {
    version: REPORT_VERSION,
    market,
    assetClass: assetOfMarket(market).assetClass,
    ...(preMarket.length > 0 ? { preMarket } : {}),
    at: nowMs,
    price,
    ...(input.marks === undefined ? {} : { marks: input.marks }),
    dayChange: price === null || bars === null ? null : dayChange(price, bars),
    atr1dUsd,
    tickSize: input.tickSize,
    warmUp: input.warmUp,
    openInterest,
    positioning: reportPositioning({ venues, openInterest, bars, takerVolumeBase, nowMs }),
    liquidations: input.liquidations ?? { h1: null, h24: null },
    map: map === null ? null : reportMap(map),
    clusters: clusters.map(reportCluster),
    atRisk: map === null ? [] : atRiskLadder(map).map(reportRung),
    levels: input.levels ?? [],
    patterns: input.patterns ?? [],
    breakdown: [],
    scenarios: { up: null, down: null },
    context: { ...NO_CONTEXT, ...input.context },
    history: input.history ?? { largestLiquidationDays: [] },
    skill: null,
    sources: input.sources,
  };
}

/** The price by the close a day before the last one, less 1; null where the bars do not reach so far. */
function dayChange(price: number, { openTimeS, close }: Bars): number | null {
  const before = close[openTimeS.indexOf((openTimeS.at(-1) ?? NaN) - DAY_S)] ?? NaN;
  return before > 0 ? price / before - 1 : null;
}
