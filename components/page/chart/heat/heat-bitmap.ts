import { type HeatColours, paintHeat } from '../../../../core/report/heat-map/heat-pixels.ts';
import { shadingOf } from '../../../../core/report/heat-map/shade.ts';
import type { PriceAxis } from '../../../../core/sites/chart-geometry.ts';
import type { HeatPast } from '../../../heat-map/heat-past.ts';

/** Which part of a price scale a bitmap shows: from its first to its last row, as values of the scale. */
export interface PaintedScale {
  readonly mode: PriceAxis['mode'];
  readonly offset: number;
  readonly top: number;
  readonly bottom: number;
  readonly rows: number;
}

/** A value by which the scale's pixels are even. */
export const scaledOf = ({ mode, offset }: Pick<PriceAxis, 'mode' | 'offset'>, price: number): number =>
  mode === 1 ? Math.log(price + offset) : price;

/** So much beyond each edge of the pane, as a share of it, that a small move needs no painting. */
const SPARE = 0.25;

/** Less of the bitmap than this in the pane, and its rows are coarse. */
const LEAST_SEEN = 0.35;

/** What to paint for an axis, in at most `mostRows`. */
export function scaleFor(axis: PriceAxis, ratio: number, mostRows: number): PaintedScale {
  const [from, to] = [scaledOf(axis, axis.from), scaledOf(axis, axis.to)];
  const spare = SPARE * (to - from);
  const rows = Math.max(1, Math.min(mostRows, Math.round(axis.height * ratio * (1 + 2 * SPARE))));
  return { mode: axis.mode, offset: axis.offset, top: to + spare, bottom: from - spare, rows };
}

/** Whether what was painted shows all of an axis, and not too coarsely. */
export function shows(painted: PaintedScale, axis: PriceAxis): boolean {
  if (painted.mode !== axis.mode || painted.offset !== axis.offset) return false;
  const place = (price: number): number =>
    (painted.top - scaledOf(axis, price)) / (painted.top - painted.bottom);
  const [first, last] = [place(axis.to), place(axis.from)];
  return first >= 0 && last <= 1 && last - first >= LEAST_SEEN;
}

/** Rows of the pane as places in bins of `past`; NaN where the scale has no price. */
const rowBins = (scale: PaintedScale, { firstBin }: HeatPast, logStep: number, multiplier: number) =>
  Float64Array.from({ length: scale.rows }, (_, row) => {
    const value = scale.top + ((row + 0.5) / scale.rows) * (scale.bottom - scale.top);
    const price = scale.mode === 1 ? Math.exp(value) - scale.offset : value;
    return price > 0 ? Math.log(price / multiplier) / logStep - firstBin : NaN;
  });

/** Paints `past` on a canvas of its own pixels: a column each, and the rows of `scale`. */
export function paintBitmap(
  canvas: HTMLCanvasElement,
  past: HeatPast,
  scale: PaintedScale,
  told: {
    readonly logStep: number;
    readonly multiplier: number;
    readonly colours: HeatColours;
    /** Cells that the shades go by. */
    readonly seen: Uint8Array;
  },
): void {
  canvas.width = past.columns;
  canvas.height = scale.rows;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(past.columns, scale.rows);
  const pixels = new Uint32Array(image.data.buffer);
  const rows = rowBins(scale, past, told.logStep, told.multiplier);
  paintHeat(past, rows, shadingOf(told.seen), told.colours, pixels);
  context.putImageData(image, 0, 0);
}
