import type { PositionSide } from '../market/forced-order.ts';
import { forEachCell } from './class-weights.ts';
import type { Inventory } from './inventory.ts';
import { classHazards, classShifts, FINITE_CLASSES } from './parameters.ts';

/**
 * Visits where the cells of a side would be liquidated: class, first and last distance from the price in bins (0 lies
 * next to it, `priceBin` is on the side's own axis) and class-agnostic coins in each. A class stands for all distances
 * nearer to it than to its neighbours, so its coins are spread evenly over them: taken as one distance each, the classes
 * would show as clusters of their own.
 */
export function forEachStretch(
  inventory: Inventory,
  side: PositionSide,
  priceBin: number,
  visit: (distanceClass: number, from: number, until: number, perBinBase: number) => void,
): void {
  const { logStep, holdingExponent } = inventory.parameters;
  const shifts = classShifts(logStep);
  const bands = classBands(shifts);
  forEachCell(inventory[side], classHazards(holdingExponent), (k, entryBin, massBase) => {
    const band = bands[k];
    const nearest = priceBin - 1 - entryBin;
    if (band === undefined || nearest + (shifts[k] ?? 0) < 0) return;
    visit(k, nearest + band.from, nearest + band.until, massBase / (band.until - band.from + 1));
  });
}

/** Bins from the price to the farthest liquidation of a side. */
export function stretchReach(inventory: Inventory, side: PositionSide, priceBin: number): number {
  const shifts = classShifts(inventory.parameters.logStep);
  return Math.max(0, priceBin - inventory[side].lowBin + (shifts[FINITE_CLASSES - 1] ?? 0));
}

/** Bins from entry to liquidation that each class stands for, both included: up to the geometric means with its neighbours. */
export function classBands(shifts: Int32Array): readonly { readonly from: number; readonly until: number }[] {
  return Array.from(shifts, (shift, k) => ({
    from: Math.min(shift, Math.ceil(Math.sqrt((shifts[k - 1] ?? shift) * shift))),
    until: Math.max(shift, Math.ceil(Math.sqrt(shift * (shifts[k + 1] ?? shift))) - 1),
  }));
}
