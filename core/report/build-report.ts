import type { MarketReport } from '../market/market-report.ts';
import { clusterDepths } from './cluster-depth.ts';
import { assembleReport, type ReportInput } from './assemble-report.ts';
import { type MarketView, withForecast } from './forecast/market-view.ts';
import { assessOutlook, type OutlookInput } from './market-outlook.ts';

/** Everything that a report is made of, read once: by the worker from what is stored, by commands from files. */
export interface ReportFacts extends Omit<ReportInput, 'map' | 'levels' | 'patterns'> {
  readonly view: MarketView | null;
  /** What levels, breaks and scenarios are judged from beside the rest. */
  readonly outlook: Pick<
    OutlookInput,
    'daily' | 'nowMs' | 'books' | 'coverage' | 'survival' | 'dailyVolumeUsd'
  >;
  /** What is told as it was read. */
  readonly beside: Pick<MarketReport, 'beta' | 'gold' | 'listening' | 'waitingOrders' | 'depth' | 'storage'>;
}

/** The report of `facts`: pure, and the same for the worker and the command line. */
export function buildReport({ view, outlook, beside, ...input }: ReportFacts): MarketReport {
  const now = assembleReport({ ...input, map: view?.map ?? null });
  const { assetClass, price, map, context } = now;
  const bars = input.aggregated?.bars ?? null;
  const { clusterDetails, ...judged } = assessOutlook({
    ...outlook,
    assetClass,
    bars,
    price,
    map,
    clusters: now.clusters,
    dvol: context.dvol,
  });
  const depthOf = clusterDepths(outlook.books, price, outlook.coverage);
  const clusters = now.clusters.map((cluster) => ({
    ...cluster,
    depth: depthOf(cluster),
    ...clusterDetails[cluster.id],
  }));
  return withForecast({ ...now, ...judged, ...beside, clusters }, view);
}
