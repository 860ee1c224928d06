import { priceToY, type PriceAxis } from '../../../core/sites/chart-geometry.ts';
import { mergeLabels } from '../../ui/lay-out-labels.ts';
import type { ChartBand, ChartMarks } from './chart-marks.ts';
import { join, LABEL_HEIGHT, type ChartLabel } from './chart-label.ts';
import type { OwnMark } from './own-marks.ts';

/** A band's place in the pane, CSS px below its top edge; only the part inside the pane. */
interface PlacedBand {
  readonly band: ChartBand;
  readonly top: number;
  readonly bottom: number;
  /** Of the line at the peak; null where the peak is out of range. */
  readonly edge: number | null;
}

/** One of the user's own lines; its label stands where there is room for one. */
interface PlacedOwn {
  readonly mark: OwnMark;
  readonly y: number;
  readonly labelY: number;
}

/** What is drawn on one pane. */
export interface ChartPicture {
  readonly bands: readonly PlacedBand[];
  readonly levels: readonly number[];
  readonly own: readonly PlacedOwn[];
  readonly labels: readonly ChartLabel[];
  /** Bands that lie beyond the pane's edges, which show nothing of them; null without any. */
  readonly above: ChartLabel | null;
  readonly below: ChartLabel | null;
  /** The nearest of the user's own liquidations there. */
  readonly ownAbove: OwnMark | null;
  readonly ownBelow: OwnMark | null;
}

/** Where the marks stand on an axis. What is out of range is counted and never moved to the edge. */
export function layOutChart(axis: PriceAxis, { bands, levels, own }: ChartMarks): ChartPicture {
  const bottomY = axis.height - 1;
  const half = LABEL_HEIGHT / 2;
  const labelYOf = (y: number): number => Math.min(bottomY - half, Math.max(half, y));
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
  const ownAt = own.flatMap((mark) => {
    const y = priceToY(axis, mark.price);
    return y === null ? [] : [{ mark, y, labelY: labelYOf(y) }];
  });
  const beyond = ownAt
    .filter(({ mark, y }) => mark.role === 'liquidation' && !isInside(y))
    .toSorted((a, b) => Math.abs(a.y - bottomY / 2) - Math.abs(b.y - bottomY / 2));
  const clamped = labels.map((label) => ({ ...label, y: labelYOf(label.y) }));
  return {
    bands: placed,
    levels: levelYs,
    own: ownAt.filter(({ y }) => isInside(y)),
    labels: mergeLabels(clamped, LABEL_HEIGHT, join),
    above,
    below,
    ownAbove: beyond.find(({ y }) => y < 0)?.mark ?? null,
    ownBelow: beyond.find(({ y }) => y > 0)?.mark ?? null,
  };
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
