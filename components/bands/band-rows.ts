import type { ClusterReport, MapReport, Quantiles } from '../../core/market/market-report.ts';
import type { MapKind } from '../../core/market/map-window.ts';
import { tickStep } from '../ui/ticks.ts';

/** One horizontal bar: dollars whose liquidation price lies in `[low, high)`. */
export interface BandRow {
  readonly low: number;
  readonly high: number;
  readonly longUsd: number;
  readonly shortUsd: number;
  /** Bounds of the row's dollars as fractions of them; null where no interval is known. */
  readonly interval: { readonly p10: number; readonly p90: number } | null;
  /** Dollars from the price to the row's far edge, both sides of a row that holds the price. */
  readonly totalUsd: number;
}

export interface BandRows {
  /** Ascending in price. */
  readonly rows: readonly BandRow[];
  readonly price: number;
  readonly largestUsd: number;
  readonly largestTotalUsd: number;
}

export interface BandOptions {
  readonly map: MapReport;
  readonly clusters: readonly ClusterReport[];
  readonly view: MapKind;
  /** Mark price in the units of the page. */
  readonly price: number;
  /** Rows reach this fraction of the price to each side. */
  readonly span: number;
  readonly rowCount: number;
  /** Coins in one unit of the page's price. */
  readonly multiplier: number;
}

/**
 * The map cut into rows with round edges. A bin on an edge is shared in proportion to its width on each side.
 * Prices, also those of `clusters`, are in the units of the page.
 */
export function buildBandRows(options: BandOptions): BandRows {
  const { map, view, price, span, rowCount, multiplier } = options;
  const step = tickStep((2 * span * price) / rowCount);
  const first = Math.floor((price * (1 - span)) / step);
  const count = Math.max(2, Math.ceil((price * (1 + span)) / step) - first);
  const long = view === 'exposure' ? map.longExposureUsd : map.longForcedUsd;
  const short = view === 'exposure' ? map.shortExposureUsd : map.shortForcedUsd;
  const longUsd = spread(map, long, multiplier, first * step, step, count);
  const shortUsd = spread(map, short, multiplier, first * step, step, count);
  const totals = accumulate(longUsd, shortUsd, price / step - first);
  const rows = longUsd.map((usd, index): BandRow => {
    const low = (first + index) * step;
    return {
      low,
      high: low + step,
      longUsd: usd,
      shortUsd: shortUsd[index] ?? 0,
      interval: intervalAt(options.clusters, view, low, low + step),
      totalUsd: totals[index] ?? 0,
    };
  });
  return {
    rows,
    price,
    largestUsd: rows.reduce(
      (most, row) => Math.max(most, (row.longUsd + row.shortUsd) * (row.interval?.p90 ?? 1)),
      0,
    ),
    largestTotalUsd: rows.reduce((most, row) => Math.max(most, row.totalUsd), 0),
  };
}

function spread(
  { firstBin, logStep }: MapReport,
  bins: readonly number[],
  multiplier: number,
  from: number,
  step: number,
  count: number,
): number[] {
  const rows = Array.from({ length: count }, () => 0);
  for (const [index, usd] of bins.entries()) {
    if (!(usd > 0)) continue;
    const low = multiplier * Math.exp((firstBin + index) * logStep);
    const high = multiplier * Math.exp((firstBin + index + 1) * logStep);
    const last = Math.min(count - 1, Math.floor((high - from) / step));
    for (let row = Math.max(0, Math.floor((low - from) / step)); row <= last; row += 1) {
      const overlap = Math.min(high, from + (row + 1) * step) - Math.max(low, from + row * step);
      if (overlap > 0) rows[row] = (rows[row] ?? 0) + (usd * overlap) / (high - low);
    }
  }
  return rows;
}

/** Running dollars away from the price, which stands at row `at`; longs downwards, shorts upwards. */
function accumulate(longUsd: readonly number[], shortUsd: readonly number[], at: number): number[] {
  const totals = longUsd.map(() => 0);
  const middle = Math.floor(at);
  let total = 0;
  for (let row = middle; row >= 0; row -= 1) totals[row] = total += longUsd[row] ?? 0;
  total = 0;
  for (let row = middle; row < totals.length; row += 1) {
    total += shortUsd[row] ?? 0;
    totals[row] = row === middle ? (totals[row] ?? 0) + total : total;
  }
  return totals;
}

function intervalAt(
  clusters: readonly ClusterReport[],
  view: MapKind,
  low: number,
  high: number,
): BandRow['interval'] {
  const middle = (low + high) / 2;
  const cluster = clusters.find((candidate) => middle >= candidate.low && middle < candidate.high);
  const quantiles: Quantiles | undefined = view === 'exposure' ? cluster?.exposureUsd : cluster?.forcedUsd;
  if (quantiles === undefined || !(quantiles.p50 > 0) || quantiles.p10 === quantiles.p90) return null;
  return { p10: quantiles.p10 / quantiles.p50, p90: quantiles.p90 / quantiles.p50 };
}
