import type { Bars } from '../../market/bars.ts';
import type { VenueId } from '../../market/venue-id.ts';

/** One venue's bars of the coin, ascending in time; all venues have the same interval. */
export interface VenueSeries {
  readonly venue: VenueId;
  readonly bars: Bars;
}

/** A stretch in which one venue's figures are not believed: bars that open in `[fromS, untilS)`. */
export interface AsideSpan {
  readonly venue: VenueId;
  readonly quantity: 'price' | 'open-interest' | 'volume';
  readonly fromS: number;
  readonly untilS: number;
  /** Whether it lasts to the venue's newest bar. */
  readonly isOpen: boolean;
}

/** Rows of one venue that are not believed; made when the first is found. */
export type Marks = Uint8Array | null;

/** The stretches of `marks`, which stand beside `bars`. */
export function spansOf(
  { venue, bars }: VenueSeries,
  quantity: AsideSpan['quantity'],
  marks: Marks,
): readonly AsideSpan[] {
  if (marks === null) return [];
  const spans: AsideSpan[] = [];
  for (let row = marks.indexOf(1); row >= 0; row = marks.indexOf(1, row)) {
    const first = row;
    while (marks[row] === 1) row++;
    const fromS = bars.openTimeS[first] ?? 0;
    const untilS = (bars.openTimeS[row - 1] ?? 0) + bars.intervalS;
    spans.push({ venue, quantity, fromS, untilS, isOpen: row === marks.length });
  }
  return spans;
}
