import { DISTANCE_TIERS, type DistanceTier } from '../../core/market/map-window.ts';
import { outstanding, shadingOf, type Shading, type Threshold } from '../../core/report/heat-map/shade.ts';
import type { HeatPast } from './heat-past.ts';

/** Where one tier ends and the next begins, as fractions of the price. */
const TIER_EDGES = [0.02, 0.05, 0.1];

/** The same as logarithms, on either side. */
const ABOVE = TIER_EDGES.map((edge) => Math.log1p(edge));
const BELOW = TIER_EDGES.map((edge) => -Math.log1p(-edge));

/** The tier of a price that lies `log` above the market's, by logarithms. */
function tierAt(log: number): number {
  const edges = log < 0 ? BELOW : ABOVE;
  const away = Math.abs(log);
  let tier = 0;
  while (away >= (edges[tier] ?? Infinity)) tier++;
  return tier;
}

/** The cells whose distance from their column's price lies in one of `tiers`; the rest are empty. */
export function cellsInTiers(
  { cells, bins, columns, priceBin }: Pick<HeatPast, 'cells' | 'bins' | 'columns' | 'priceBin'>,
  logStep: number,
  tiers: readonly DistanceTier[],
): Uint8Array {
  const isShown = DISTANCE_TIERS.map((tier) => tiers.includes(tier));
  if (isShown.every(Boolean)) return cells;
  const made = new Uint8Array(cells.length);
  for (let column = 0; column < columns; column++) {
    const price = priceBin[column] ?? NaN;
    for (let bin = 0; bin < bins; bin++)
      if (isShown[tierAt((bin + 0.5 - price) * logStep)] === true)
        made[column * bins + bin] = cells[column * bins + bin] ?? 0;
  }
  return made;
}

/** Which cells are bright. */
export interface Brightness {
  readonly bright: 'dollars' | 'outstanding';
  readonly tiers: readonly DistanceTier[];
}

/** A map's cells as they are drawn: by what stands out if wanted, in the chosen tiers. */
export function shownCells(past: HeatPast, logStep: number, { bright, tiers }: Brightness): Uint8Array {
  const { cells, bins, priceBin } = past;
  const weighed = bright === 'outstanding' ? outstanding(cells, bins, priceBin, logStep) : cells;
  return cellsInTiers({ ...past, cells: weighed }, logStep, tiers);
}

/** Columns and bins of a map, the ends not included. */
export interface Cut {
  readonly fromColumn: number;
  readonly untilColumn: number;
  readonly fromBin: number;
  readonly untilBin: number;
}

/** Shades by what is in view. */
export function shadingIn(
  cells: Uint8Array,
  bins: number,
  { fromColumn, untilColumn, fromBin, untilBin }: Cut,
  threshold: Threshold,
): Shading {
  const height = Math.max(0, untilBin - fromBin);
  const seen = new Uint8Array(Math.max(0, untilColumn - fromColumn) * height);
  for (let column = fromColumn; column < untilColumn; column++)
    seen.set(
      cells.subarray(column * bins + fromBin, column * bins + untilBin),
      (column - fromColumn) * height,
    );
  return shadingOf(seen, threshold);
}
