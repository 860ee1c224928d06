import { COARSE_COLUMN_S, type MapWindow, type PastKind } from '../../market/map-window.ts';
import type { VenueId } from '../../market/venue-id.ts';
import { COLUMN_BINS, type PackedColumns } from './map-history.ts';

/** Which part of the past, in which grid. */
export interface WindowRequest {
  readonly market: string;
  readonly map: PastKind;
  readonly venue: 'all' | VenueId;
  readonly fromS: number;
  readonly columnS: number;
  readonly columns: number;
  readonly firstBin: number;
  readonly bins: number;
}

/**
 * The window of `kept` that `request` asks for: each column is the newest that was known at its time, at most an hour old.
 * @param logStep of the kept columns' bins
 */
export function windowOf(kept: PackedColumns, logStep: number, request: WindowRequest): MapWindow {
  const { columns, columnS, fromS, firstBin, bins } = request;
  const cells = new Uint8Array(columns * bins);
  const price: (number | null)[] = [];
  const totalLongUsd: (number | null)[] = [];
  const totalShortUsd: (number | null)[] = [];
  let next = 0;
  for (let column = 0; column < columns; column++) {
    const atS = fromS + column * columnS;
    while ((kept.atS[next] ?? Infinity) <= atS) next++;
    const index = next - 1;
    const isKnown = index >= 0 && (kept.atS[index] ?? 0) > atS - COARSE_COLUMN_S;
    const valueOf = (values: Float64Array): number | null => (isKnown ? (values[index] ?? null) : null);
    price.push(valueOf(kept.price));
    totalLongUsd.push(valueOf(kept.totalLongUsd));
    totalShortUsd.push(valueOf(kept.totalShortUsd));
    if (!isKnown) continue;
    const shift = (kept.firstBin[index] ?? 0) - firstBin;
    const from = Math.max(0, shift);
    const until = Math.min(bins, shift + COLUMN_BINS);
    if (until <= from) continue;
    const start = index * COLUMN_BINS - shift;
    cells.set(kept.cells.subarray(start + from, start + until), column * bins + from);
  }
  return { ...request, logStep, cells: base64Of(cells), price, totalLongUsd, totalShortUsd };
}

const base64Of = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
