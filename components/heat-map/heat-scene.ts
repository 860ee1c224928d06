import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { usdOfCell } from '../../core/market/map-cells.ts';
import type { Shading } from '../../core/report/heat-map/shade.ts';
import type { HeatPast } from './heat-past.ts';
import type { HeatView } from './heat-view.ts';
import { type Cut, shadingIn, shownCells } from './shown-cells.ts';

/** A heat map as it is to be drawn. */
export interface HeatScene {
  /** With the true dollars, whatever is bright. */
  readonly past: HeatPast;
  readonly logStep: number;
  /** Coins in one unit of the page's price. */
  readonly multiplier: number;
  /** What is bright, by `column * bins + bin`. */
  readonly cells: Uint8Array;
  /** The last column that is drawn, and the one that the profile shows. */
  readonly lastColumn: number;
}

/** What of a scene stands in a view. */
export interface SceneInView {
  readonly view: HeatView;
  readonly cut: Cut;
  readonly shading: Shading;
}

export function sceneOf(
  past: HeatPast,
  lastColumn: number,
  { logStep, multiplier }: Pick<HeatScene, 'logStep' | 'multiplier'>,
  choices: Pick<MapChoices, 'bright' | 'tiers'>,
): HeatScene {
  return { past, logStep, multiplier, lastColumn, cells: shownCells(past, logStep, choices) };
}

/** Place of a price of the page on the lattice, in bins from the first bin's lower edge. */
export const binAt = ({ past, logStep, multiplier }: HeatScene, price: number): number =>
  price > 0 ? Math.log(price / multiplier) / logStep - past.firstBin : NaN;

/** Price of the page at a place of the lattice. */
export const priceAt = ({ past, logStep, multiplier }: HeatScene, bin: number): number =>
  multiplier * Math.exp((past.firstBin + bin) * logStep);

/** The column that holds at a time; it may lie outside what there is. */
export const columnAt = ({ past }: Pick<HeatScene, 'past'>, atS: number): number =>
  Math.floor((atS - past.fromS) / past.columnS);

export function inView(
  scene: HeatScene,
  view: HeatView,
  { low, high }: Pick<MapChoices, 'low' | 'high'>,
): SceneInView {
  const { past, cells, lastColumn } = scene;
  const within = (place: number, most: number): number => Math.min(most, Math.max(0, place));
  const cut = {
    fromColumn: within(columnAt(scene, view.fromS), lastColumn + 1),
    untilColumn: within(columnAt(scene, view.untilS) + 1, lastColumn + 1),
    fromBin: within(Math.floor(binAt(scene, view.low)), past.bins),
    untilBin: within(Math.ceil(binAt(scene, view.high)), past.bins),
  };
  return { view, cut, shading: shadingIn(cells, past.bins, cut, { low, high }) };
}

/** One cell in words and dollars. */
export interface HeatCell {
  readonly side: 'long' | 'short';
  /** Edges, in the units of the page. */
  readonly low: number;
  readonly high: number;
  readonly usd: number;
  /** From the column's price up to the cell's far edge. */
  readonly totalUsd: number;
  /** Of the cell's middle from the column's price, as a fraction of it. */
  readonly distance: number;
}

/** The cell of a column and a bin; null where nothing is known. */
export function cellAt(scene: HeatScene, column: number, bin: number): HeatCell | null {
  const { past, logStep } = scene;
  const price = past.priceBin[column] ?? NaN;
  if (Number.isNaN(price) || column > scene.lastColumn || bin < 0 || bin >= past.bins) return null;
  const usdAt = (at: number): number => usdOfCell(past.cells[column * past.bins + at] ?? 0);
  const middle = Math.floor(price);
  let totalUsd = 0;
  for (let at = Math.min(bin, middle); at <= Math.max(bin, middle); at++) totalUsd += usdAt(at);
  return {
    side: bin + 0.5 < price ? 'long' : 'short',
    low: priceAt(scene, bin),
    high: priceAt(scene, bin + 1),
    usd: usdAt(bin),
    totalUsd,
    distance: Math.expm1((bin + 0.5 - price) * logStep),
  };
}

/** Cells nearer to a stronger one than this, in bins, are part of it. */
const APART_BINS = 5;

/** The strongest cells of a column, strongest first; none stands beside another. */
export function strongestCells(scene: HeatScene, column: number, count: number): readonly HeatCell[] {
  const { bins, cells } = scene.past;
  const held = cells.subarray(column * bins, (column + 1) * bins);
  const order = Array.from(held.keys())
    .filter((bin) => (held[bin] ?? 0) > 0)
    .sort((a, b) => (held[b] ?? 0) - (held[a] ?? 0) || a - b);
  const taken: number[] = [];
  for (const bin of order) {
    if (taken.length === count) break;
    if (taken.every((other) => Math.abs(other - bin) >= APART_BINS)) taken.push(bin);
  }
  return taken.flatMap((bin) => cellAt(scene, column, bin) ?? []);
}
