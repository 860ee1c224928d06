import type { PositionSide } from '../market/forced-order.ts';
import { type ClassWeights, CLASSES, DEFAULT_FORCED_SHARE, type EngineParameters } from './parameters.ts';
import type { SideBook } from './side-book.ts';

/** How class-agnostic mass becomes coins: on the exposure map and on the map of what feeds will print. */
export interface MapWeights {
  readonly exposure: ClassWeights;
  readonly forced: ClassWeights;
}

/** Exposure by the filter's own shares of openings; forced = a fixed share of it, until prints have been seen. */
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
    const decay = book.decay[row] ?? 0;
    for (let k = 0; k < CLASSES; k++) {
      const stored = book.stored[row * CLASSES + k] ?? 0;
      if (stored > 0) visit(k, bin, stored * book.scale * Math.exp(-(hazards[k] ?? 0) * decay));
    }
  }
}
