import type { MarketReport, Quantiles } from '../market/market-report.ts';
import { dateOf } from '../market/utc-date.ts';

/** The report for a reader: what the panel would say, as text. */
export function reportTable(report: MarketReport): string {
  const { openInterest, map } = report;
  return [
    `${report.market} at ${new Date(report.at).toISOString()}`,
    `price ${price(report.price)}   average true range of a day ${price(report.atr1dUsd)}`,
    `open interest ${usd(openInterest.usd)}   peak ${usd(openInterest.peakUsd)}${day(openInterest.peakAt)}   drawdown ${percent(openInterest.drawdown)}`,
    `taker imbalance of the last day ${percent(report.positioning.takerImbalance)}`,
    `bars ${report.warmUp.barsLoaded} of ${report.warmUp.barsNeeded}   memory ${percent(map?.memory ?? null)}`,
    '',
    'Clusters (estimates): exposed = breaks if nobody acts, forced = expected on liquidation feeds',
    ...table(
      [
        'side',
        'from',
        'p10 to p90',
        'peak',
        'to',
        'p10 to p90',
        'distance',
        'exposed',
        'p10 to p90',
        'forced',
      ],
      report.clusters
        .toReversed()
        .map((cluster) => [
          cluster.side,
          price(cluster.low),
          between(cluster.edges?.low, price),
          price(cluster.peak),
          price(cluster.high),
          between(cluster.edges?.high, price),
          percent(cluster.distance),
          usd(cluster.exposureUsd.p50),
          between(cluster.exposureUsd, usd),
          usd(cluster.forcedUsd.p50),
        ]),
    ),
    '',
    'At risk from here to',
    ...table(
      ['price', 'side', 'exposed', 'p10 to p90', 'forced'],
      report.atRisk
        .toReversed()
        .map((rung) => [
          price(rung.price),
          rung.side,
          usd(rung.exposureUsd),
          between(rung.exposureInterval, usd),
          usd(rung.forcedUsd),
        ]),
    ),
  ].join('\n');
}

/** Lines with columns padded to the right edge. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return [header, ...rows].map((row) =>
    row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '),
  );
}

const price = (value: number | null): string =>
  value === null ? 'unknown' : value >= 1000 ? value.toFixed(0) : value.toPrecision(5);

/** An interval, or nothing where none is known. */
const between = (interval: Quantiles | undefined, format: (value: number) => string): string =>
  interval === undefined ? '' : `${format(interval.p10)} to ${format(interval.p90)}`;

const day = (atMs: number | null): string => (atMs === null ? '' : ` on ${dateOf(atMs)}`);

const percent = (value: number | null): string =>
  value === null ? 'unknown' : `${(100 * value).toFixed(1)} %`;

/** Dollars with three digits and a unit. */
function usd(value: number | null): string {
  if (value === null) return 'unknown';
  const [divisor, unit] = value >= 1e9 ? [1e9, 'B'] : value >= 1e6 ? [1e6, 'M'] : [1e3, 'k'];
  return `$${(value / divisor).toPrecision(3)}${unit}`;
}
