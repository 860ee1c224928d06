import type { PositionSide } from '../../../core/market/forced-order.ts';
import type { BookRow } from '../../../core/sites/order-book.ts';
import type { ChartBand } from '../chart/chart-marks.ts';

/** A mark beside a row of the page's order book, CSS px of the window. */
export interface BookMark {
  readonly y: number;
  readonly height: number;
  readonly side: PositionSide;
  /** Dollars of its band as a share of the largest band of its side. */
  readonly share: number;
}

/** A mark for every row whose prices reach into a band; where several do, of the one with the larger share. */
export function bookMarks(rows: readonly BookRow[], bands: readonly ChartBand[]): readonly BookMark[] {
  const marks: BookMark[] = [];
  for (const row of rows) {
    let largest: ChartBand | null = null;
    for (const band of bands)
      if (reachesInto(row, band) && band.share >= (largest?.share ?? 0)) largest = band;
    if (largest !== null)
      marks.push({ y: row.y, height: row.height, side: largest.side, share: largest.share });
  }
  return marks;
}

const reachesInto = ({ price, until }: BookRow, { low, high }: ChartBand): boolean =>
  until > price ? price <= high && until > low : price >= low && until < high;
