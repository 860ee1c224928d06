import type { CanvasRoom } from './use-canvas-room.ts';

/** Where a drawing with prices at its left and an axis below it stands; device pixels. */
export interface PlotArea {
  readonly ratio: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Of the labels' type, CSS px: a digit, what stands around a price, the axis below, and half a label above. */
const DIGIT_PX = 6.4;
const BESIDE_PX = 8;
const AXIS_PX = 16;
const TOP_PX = 4;

/**
 * @param digits characters of the longest price
 * @param right device pixels that are kept free at the right
 */
export function plotIn({ width, height, ratio }: CanvasRoom, digits: number, right = 0): PlotArea {
  const left = Math.round((BESIDE_PX + DIGIT_PX * digits) * ratio);
  const top = Math.round(TOP_PX * ratio);
  return {
    ratio,
    left,
    top,
    width: Math.max(1, Math.round(width * ratio) - left - right),
    height: Math.max(1, Math.round((height - AXIS_PX) * ratio) - top),
  };
}
