import type { ShownOrder } from '../../../../core/market/heard-orders.ts';
import { priceToY, type TimedGeometry } from '../../../../core/sites/chart-geometry.ts';
import { timeToX } from '../../../../core/sites/time-axis.ts';
import { DOT_REACH_PX, dotRadius, drawDots, largestOf } from '../../../heat-map/draw-dots.ts';
import { type PaintedScale, scaledOf } from './heat-bitmap.ts';
import type { HeatBitmap } from './heat-layer.ts';
import type { HeatTones } from './heat-tones.ts';

/** So much beyond each edge of the pane, as a share of it, that a small move needs no painting. */
const SPARE = 0.25;

/** Stretched by more than this, dots are no longer round. */
const MOST_STRETCH = 1.25;

/**
 * Paints a dot for each order on or near the pane of `geometry`, in no more pixels than the pane has.
 * @returns where the bitmap lies; null where there is no dot
 */
export function paintDots(
  canvas: HTMLCanvasElement,
  geometry: TimedGeometry,
  orders: readonly ShownOrder[],
  { multiplier, tones }: { readonly multiplier: number; readonly tones: HeatTones },
): HeatBitmap | null {
  const { width, height, time } = geometry;
  const most = largestOf(orders);
  const dots = orders.flatMap(({ atMs, side, price, usd }) => {
    const x = timeToX(time, atMs / 1000);
    const y = priceToY(geometry, price * multiplier);
    if (y === null || Math.abs(x / width - 0.5) > 0.5 + SPARE || Math.abs(y / height - 0.5) > 0.5 + SPARE)
      return [];
    return { x, y, side, radius: dotRadius(usd, most) };
  });
  if (dots.length === 0) return null;
  const [left, top] = [
    Math.min(...dots.map(({ x }) => x)) - DOT_REACH_PX,
    Math.min(...dots.map(({ y }) => y)) - DOT_REACH_PX,
  ];
  const right = Math.max(...dots.map(({ x }) => x)) + DOT_REACH_PX;
  const bottom = Math.max(...dots.map(({ y }) => y)) + DOT_REACH_PX;
  const share = Math.sqrt((width * height) / ((right - left) * (bottom - top)));
  const ratio = devicePixelRatio * Math.min(1, share);
  canvas.width = Math.floor((right - left) * ratio);
  canvas.height = Math.floor((bottom - top) * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
  drawDots(context, dots, tones);
  const [from, to] = [scaledOf(geometry, geometry.from), scaledOf(geometry, geometry.to)];
  const valueAt = (y: number): number => to - (y / (height - 1)) * (to - from);
  const scale: PaintedScale = {
    mode: geometry.mode,
    offset: geometry.offset,
    top: valueAt(top),
    bottom: valueAt(top + canvas.height / ratio),
    rows: canvas.height,
  };
  const columnS = time.barS / time.spacing / ratio;
  return {
    canvas,
    fromS: time.atS + ((left - time.x) / time.spacing) * time.barS,
    columnS,
    scale,
    rendering: 'auto',
  };
}

/** Whether dots that were painted for one geometry show all of another, and are still round. */
export function dotsShow(painted: TimedGeometry, geometry: TimedGeometry): boolean {
  if (painted.mode !== geometry.mode || painted.offset !== geometry.offset) return false;
  const rangeOf = (axis: TimedGeometry) => scaledOf(axis, axis.to) - scaledOf(axis, axis.from);
  const across = geometry.time.spacing / geometry.time.barS / (painted.time.spacing / painted.time.barS);
  const down = (rangeOf(painted) / painted.height / rangeOf(geometry)) * geometry.height;
  if (![across, down].every((by) => by < MOST_STRETCH && by > 1 / MOST_STRETCH)) return false;
  const { x, atS, spacing, barS } = geometry.time;
  const atX = (place: number): number => timeToX(painted.time, atS + ((place - x) / spacing) * barS);
  const xs = [atX(0), atX(geometry.width)].map((place) => place / painted.width);
  const ys = [geometry.from, geometry.to].map((price) => (priceToY(painted, price) ?? NaN) / painted.height);
  return [...xs, ...ys].every((share) => Math.abs(share - 0.5) <= 0.5 + SPARE);
}
