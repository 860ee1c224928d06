import type { AggregatedBars } from '../engine/index.ts';
import { averageTrueRange, dailyCandlesOf } from '../levels/daily-candle.ts';
import { assetOfMarket } from '../market/asset.ts';
import type { Bars } from '../market/bars.ts';
import type {
  ContextReport,
  MarketReport,
  SourceStatus,
  VenueMark,
  WarmUp,
} from '../market/market-report.ts';
import { REPORT_VERSION } from '../market/report-version.ts';
import { DAY_S } from '../market/time.ts';
import type { VenueId } from '../market/venue-id.ts';
import { clusterDepths } from './cluster-depth.ts';
import { dailyBars } from './daily-bars.ts';
import { type MarketView, reportView } from './map-report.ts';
import { assessOutlook, type OutlookInput } from './market-outlook.ts';
import type { OpenInterestPast } from './open-interest-past.ts';
import { reportOpenInterest } from './open-interest-report.ts';
import { reportPositioning } from './positioning-report.ts';
import type { VenueSnapshot } from './venue-snapshot.ts';

/**
 * Everything that a report is made of, read once: by the worker from what is stored, by commands from files. What is optional
 * shows as empty or null without it.
 */
export interface ReportFacts {
  readonly market: string;
  /** Venues whose contract is traded before its asset is listed. */
  readonly preMarket?: readonly VenueId[];
  readonly nowMs: number;
  /** Mark price, USD. */
  readonly price: number | null;
  readonly marks?: readonly VenueMark[];
  readonly tickSize: number | null;
  readonly warmUp: WarmUp;
  readonly view: MarketView | null;
  /** The coin's aggregated bars, closed by `nowMs`. */
  readonly aggregated: AggregatedBars | null;
  /** What is known of open interest beside the bars. */
  readonly openInterestPast?: OpenInterestPast;
  readonly venues: readonly VenueSnapshot[];
  readonly sources: readonly SourceStatus[];
  readonly context?: Partial<ContextReport>;
  readonly history?: MarketReport['history'];
  readonly liquidations?: MarketReport['liquidations'];
  /** What levels, breaks and scenarios are judged from beside the rest. */
  readonly outlook: Pick<
    OutlookInput,
    'daily' | 'nowMs' | 'books' | 'coverage' | 'survival' | 'dailyVolumeUsd'
  >;
  /** What is told as it was read. */
  readonly beside: Pick<MarketReport, 'beta' | 'gold' | 'listening' | 'waitingOrders' | 'depth' | 'storage'>;
}

const NO_CONTEXT: ContextReport = { etf: null, events: [], dvol: null, realisedVol: null, treasuries: null };

/**
 * The report of `facts`, the one object between worker and screen: every number finite or null, under 50 kB as JSON. Pure, and
 * the same for the worker and the command line.
 */
export function buildReport(facts: ReportFacts): MarketReport {
  const { market, nowMs, price, view, venues, outlook, preMarket = [] } = facts;
  const { assetClass } = assetOfMarket(market);
  const bars = facts.aggregated?.bars ?? null;
  const atr1dUsd = bars === null ? null : averageTrueRange(dailyCandlesOf(dailyBars(bars, nowMs / 1000)));
  const told = reportView(view, { atr1dUsd, tickSize: facts.tickSize });
  const context = { ...NO_CONTEXT, ...facts.context };
  const { clusterDetails, ...judged } = assessOutlook({
    ...outlook,
    assetClass,
    bars,
    price,
    map: told.map,
    clusters: told.clusters,
    dvol: context.dvol,
  });
  const depthOf = clusterDepths(outlook.books, price, outlook.coverage);
  const openInterest = reportOpenInterest({
    venues,
    bars,
    price,
    nowMs,
    ...(facts.openInterestPast === undefined ? {} : { past: facts.openInterestPast }),
  });
  const takerVolumeBase = facts.aggregated?.takerVolumeBase ?? null;
  return {
    version: REPORT_VERSION,
    market,
    assetClass,
    ...(preMarket.length > 0 ? { preMarket } : {}),
    at: nowMs,
    price,
    ...(facts.marks === undefined ? {} : { marks: facts.marks }),
    dayChange: price === null || bars === null ? null : dayChange(price, bars),
    atr1dUsd,
    tickSize: facts.tickSize,
    warmUp: facts.warmUp,
    openInterest,
    positioning: reportPositioning({ venues, openInterest, bars, takerVolumeBase, nowMs }),
    liquidations: facts.liquidations ?? { h1: null, h24: null },
    map: told.map,
    clusters: told.clusters.map((cluster) => ({
      ...cluster,
      depth: depthOf(cluster),
      ...clusterDetails[cluster.id],
    })),
    atRisk: told.atRisk,
    ...judged,
    context,
    history: facts.history ?? { largestLiquidationDays: [] },
    skill: told.skill,
    sources: facts.sources,
    ...facts.beside,
    ...(told.publicPositions === undefined ? {} : { publicPositions: told.publicPositions }),
  };
}

/** The price by the close a day before the last one, less 1; null where the bars do not reach so far. */
function dayChange(price: number, { openTimeS, close }: Bars): number | null {
  const before = close[openTimeS.indexOf((openTimeS.at(-1) ?? NaN) - DAY_S)] ?? NaN;
  return before > 0 ? price / before - 1 : null;
}
