import type { PositionSide } from '../market/forced-order.ts';
import { type ClassWeights, CLASSES, DEFAULT_FORCED_SHARE, type EngineParameters } from './parameters.ts';
import type { SideBook } from './side-book.ts';

/** How class-agnostic mass becomes coins: on the exposure map and on the map of what feeds will tell. */
export interface MapWeights {
  readonly exposure: ClassWeights;
  readonly forced: ClassWeights;
}

/** Exposure by the filter's own shares of openings; forced = a fixed share of it, until forced orders have been seen. */
export function defaultMapWeights(parameters: EngineParameters): MapWeights {
  const { flowShares } = parameters;
  const forced = (side: PositionSide) => flowShares[side].map((share) => share * DEFAULT_FORCED_SHARE);
  return { exposure: flowShares, forced: { long: forced('long'), short: forced('short') } };
}

/** Visits the occupied cells of a side: class, entry bin on the side's own axis, class-agnostic coins. */
export function forEachCell(
  book: SideBook,
  hazards: Float64Array,
  visit: (distanceClass: number, entryBin: number, massBase: number) => void,
): void {
  for (let bin = book.lowBin; bin <= book.highBin; bin++) {
    const row = bin - book.firstBin;
    for (let k = 0; k < CLASSES; k++) {
      const massBase = massOf(book, row, k, hazards);
      if (massBase > 0) visit(k, bin, massBase);
    }
  }
}

/** Into `below`: class-agnostic coins of one class that entered below each bin from `lowBin` to one past `highBin`. */
export function sumMass(
  below: Float64Array,
  book: SideBook,
  hazards: Float64Array,
  distanceClass: number,
): void {
  const first = book.lowBin - book.firstBin;
  let sum = 0;
  for (let at = 1; at < below.length; at++) {
    below[at] = sum += massOf(book, first + at - 1, distanceClass, hazards);
  }
}

function massOf(book: SideBook, row: number, distanceClass: number, hazards: Float64Array): number {
  const stored = book.stored[row * CLASSES + distanceClass] ?? 0;
  if (!(stored > 0)) return 0;
  return stored * book.scale * Math.exp(-(hazards[distanceClass] ?? 0) * (book.decay[row] ?? 0));
}
