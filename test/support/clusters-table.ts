import type { MarketReport } from '../../core/market/market-report.ts';

const millions = (usd: number): string =>
  usd >= 1e9 ? `${(usd / 1e9).toFixed(2)} B` : `${(usd / 1e6).toFixed(1)} M`;

const price = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/** The clusters of a report as lines of text, nearest first on each side, with what they would release. */
export function clustersTable(report: MarketReport): string {
  const rows = [...report.clusters]
    .sort((a, b) => b.peak - a.peak)
    .map((cluster) => [
      cluster.side === 'long' ? 'longs' : 'shorts',
      `${price(cluster.low)} - ${price(cluster.high)}`,
      price(cluster.peak),
      `${(cluster.distance * 100).toFixed(2)} %`,
      millions(cluster.exposureUsd.p50),
      millions(cluster.forcedUsd.p50),
    ]);
  const header = ['side', 'band', 'peak', 'distance', 'if nobody acts', 'expected forced'];
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('   ');
  const openInterest = report.openInterest.usd;
  return [
    `${report.market}  mark ${price(report.price ?? 0)}  open interest ${openInterest === null ? 'unknown' : millions(openInterest)}  (estimates, USD)`,
    line(header),
    ...rows.map(line),
  ].join('\n');
}
