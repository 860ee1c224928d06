import { priceToY, type PriceAxis } from '../../../core/sites/chart-geometry.ts';
import { mergeLabels } from '../../ui/lay-out-labels.ts';
import type { ChartBand, ChartMarks } from './chart-marks.ts';
import { join, LABEL_HEIGHT, type ChartLabel } from './chart-label.ts';

/** A band's place in the pane, CSS px below its top edge; only the part inside the pane. */
interface PlacedBand {
  readonly band: ChartBand;
  readonly top: number;
  readonly bottom: number;
  /** Of the line at the peak; null where the peak is out of range. */
  readonly edge: number | null;
}

/** What is drawn on one pane. */
export interface ChartPicture {
  readonly bands: readonly PlacedBand[];
  readonly levels: readonly number[];
  readonly labels: readonly ChartLabel[];
  /** Bands that lie beyond the pane's edges, which show nothing of them; null without any. */
  readonly above: ChartLabel | null;
  readonly below: ChartLabel | null;
}

/** Where the marks stand on an axis. What is out of range is counted and never moved to the edge. */
export function layOutChart(axis: PriceAxis, { bands, levels }: ChartMarks): ChartPicture {
  const bottomY = axis.height - 1;
  const isInside = (y: number | null): y is number => y !== null && y >= 0 && y <= bottomY;
  const placed: PlacedBand[] = [];
  const labels: ChartLabel[] = [];
  const levelYs: number[] = [];
  let above: ChartLabel | null = null;
  let below: ChartLabel | null = null;
  for (const band of bands) {
    const ends = [priceToY(axis, band.low), priceToY(axis, band.high)];
    const edge = priceToY(axis, band.peak);
    const [first, second] = ends;
    if (first == null || second == null || edge === null) continue;
    const top = Math.max(0, Math.min(first, second));
    const bottom = Math.min(bottomY, Math.max(first, second));
    const label = labelOf(edge, band.peak, band);
    if (isInside(edge)) labels.push(label);
    else if (edge < 0) above = above === null ? label : join(above, label);
    else below = below === null ? label : join(below, label);
    if (top <= bottom) placed.push({ band, top, bottom, edge: isInside(edge) ? edge : null });
  }
  for (const { price, state } of levels) {
    const y = priceToY(axis, price);
    if (!isInside(y)) continue;
    levelYs.push(y);
    labels.push({ ...labelOf(y, price, null), state });
  }
  const half = LABEL_HEIGHT / 2;
  const clamped = labels.map((label) => ({ ...label, y: Math.min(bottomY - half, Math.max(half, label.y)) }));
  return { bands: placed, levels: levelYs, labels: mergeLabels(clamped, LABEL_HEIGHT, join), above, below };
}

const labelOf = (y: number, price: number, band: ChartBand | null): ChartLabel => ({
  y,
  low: price,
  high: price,
  count: 1,
  longUsd: band?.side === 'long' ? band.usd : 0,
  shortUsd: band?.side === 'short' ? band.usd : 0,
  state: '',
});
