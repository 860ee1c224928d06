import type { ShownOrder } from '../../core/market/heard-orders.ts';
import type { Palette } from '../ui/palette.ts';

/** Diameters, CSS px: of the largest order that is known, whose dollars an area stands for, and of the smallest that can be seen. */
const MOST_PX = 10;
const LEAST_PX = 2;
const ALPHA = 0.7;
const RING_PX = 1.5;

/** So far beyond its middle a dot may be seen, CSS px. */
export const DOT_REACH_PX = (MOST_PX + 3 * RING_PX) / 2;

/** A forced order at its place; CSS px. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly side: ShownOrder['side'];
  readonly radius: number;
}

/** @param most dollars of the largest order that is known */
export const dotRadius = (usd: number, most: number): number =>
  Math.max(LEAST_PX, MOST_PX * Math.sqrt(usd / most)) / 2;

export const largestOf = (orders: readonly ShownOrder[]): number =>
  orders.reduce((most, { usd }) => Math.max(most, usd), 0);

/** Draws dots in the hue of their side, where both have one colour those of shorts as rings, and outlined. */
export function drawDots(
  surface: CanvasRenderingContext2D,
  dots: readonly Dot[],
  colours: Pick<Palette, 'longs' | 'shorts' | 'surface' | 'hatched'>,
): void {
  surface.globalAlpha = ALPHA;
  // The small ones stay in sight.
  for (const { x, y, side, radius } of dots.toSorted((a, b) => b.radius - a.radius)) {
    surface.beginPath();
    surface.arc(x, y, radius, 0, 2 * Math.PI);
    if (colours.hatched) {
      surface.strokeStyle = colours.surface;
      surface.lineWidth = 3 * RING_PX;
      surface.stroke();
    }
    surface.fillStyle = surface.strokeStyle = colours[`${side}s`];
    surface.lineWidth = RING_PX;
    if (colours.hatched && side === 'short') surface.stroke();
    else surface.fill();
  }
  surface.globalAlpha = 1;
}
