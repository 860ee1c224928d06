import type { BookMark } from './mark-rows.ts';
import type { ChartColors } from '../chart/chart-colors.ts';
import { createPageLayer } from '../page-layer.ts';

export const MARK_WIDTH_PX = 3;
const LEAST_ALPHA = 0.4;

/** Marks of a column: the left edge of their bars, and the part of the window that they may stand in, CSS px. */
export interface MarkStrip {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly marks: readonly BookMark[];
}

/** Bars beside the rows of the page's order book. */
export interface BookLayer {
  readonly paint: (strips: readonly MarkStrip[], colors: ChartColors) => void;
  readonly hide: () => void;
}

export function createBookLayer(): BookLayer {
  const layer = createPageLayer('writing');
  const canvases: HTMLCanvasElement[] = [];
  let painted = '';
  return {
    paint: (strips, colors) => {
      layer.show();
      // An order book changes far more often than its marks.
      const picture = JSON.stringify([strips, colors, devicePixelRatio]);
      if (picture === painted) return;
      painted = picture;
      strips.forEach((strip, index) => {
        const canvas = (canvases[index] ??= layer.root.appendChild(document.createElement('canvas')));
        paintStrip(canvas, strip, colors);
      });
      for (const canvas of canvases.splice(strips.length)) canvas.remove();
    },
    hide: layer.hide,
  };
}

/** Bars stand on whole device pixels. */
function paintStrip(canvas: HTMLCanvasElement, { x, top, bottom, marks }: MarkStrip, colors: ChartColors) {
  const device = (length: number) => Math.round(length * devicePixelRatio);
  const width = device(MARK_WIDTH_PX);
  const height = Math.max(0, device(bottom) - device(top));
  // Setting a size also clears.
  canvas.width = width;
  canvas.height = height;
  canvas.style.cssText = `position:absolute;left:${device(x) / devicePixelRatio}px;top:${device(top) / devicePixelRatio}px;width:${width / devicePixelRatio}px;height:${height / devicePixelRatio}px`;
  const context = canvas.getContext('2d');
  if (context === null) return;
  for (const { y, height: rowHeight, side, share } of marks) {
    context.globalAlpha = LEAST_ALPHA + (1 - LEAST_ALPHA) * share;
    context.fillStyle = colors[`${side}s`];
    context.fillRect(0, device(y) - device(top), width, device(y + rowHeight) - device(y));
  }
}
