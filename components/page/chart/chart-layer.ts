import type { ChartColors } from './chart-colors.ts';
import type { ChartMarks } from './chart-marks.ts';
import { layOutChart } from './lay-out-chart.ts';
import { type BandStyle, paintChart } from './paint-chart.ts';
import type { ChartGeometry } from '../../../core/sites/chart-geometry.ts';
import { createPageLayer } from '../page-layer.ts';

/** Canvases over the page's charts, in a shadow root that the page cannot open. */
export interface ChartLayer {
  readonly paint: (
    chart: number,
    geometry: ChartGeometry,
    marks: ChartMarks,
    colors: ChartColors,
    bands: BandStyle,
  ) => void;
  readonly clear: (chart: number) => void;
  /** Puts the layer back where a page has deleted it. */
  readonly mend: () => void;
  readonly remove: () => void;
}

export function createChartLayer(): ChartLayer {
  const layer = createPageLayer('writing');
  const canvases = new Map<number, HTMLCanvasElement>();

  const clear = (chart: number) => {
    canvases.get(chart)?.remove();
    canvases.delete(chart);
    if (canvases.size === 0) layer.hide();
  };

  return {
    clear,
    paint: (chart, geometry, marks, colors, bands) => {
      const ratio = devicePixelRatio;
      const canvas = canvases.get(chart) ?? document.createElement('canvas');
      const pane = placePane(canvas, geometry, ratio);
      const context = canvas.getContext('2d');
      if (pane === null || context === null) return clear(chart);
      canvases.set(chart, canvas);
      if (!canvas.isConnected) {
        layer.root.append(canvas);
        layer.show();
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.translate(pane.left, pane.top);
      paintChart(
        { context, ratio, width: pane.width, height: pane.height },
        layOutChart(geometry, marks),
        colors,
        bands,
      );
    },
    mend: () => {
      if (canvases.size > 0) layer.show();
    },
    remove: () => {
      canvases.clear();
      layer.root.replaceChildren();
      layer.hide();
    },
  };
}

/**
 * Lays the canvas over the part of the pane that the window shows, on whole device pixels.
 * @returns the pane in device pixels of the canvas; null where the window shows nothing of it
 */
function placePane(canvas: HTMLCanvasElement, { x, y, width, height }: ChartGeometry, ratio: number) {
  const device = (length: number) => Math.round(length * ratio);
  const left = Math.max(0, device(x));
  const top = Math.max(0, device(y));
  const right = Math.min(device(innerWidth), device(x + width));
  const bottom = Math.min(device(innerHeight), device(y) + device(height));
  if (left >= right || top >= bottom) return null;
  if (canvas.width !== right - left) canvas.width = right - left;
  if (canvas.height !== bottom - top) canvas.height = bottom - top;
  const style = `position:absolute;left:${left / ratio}px;top:${top / ratio}px;width:${canvas.width / ratio}px;height:${canvas.height / ratio}px`;
  if (canvas.dataset['style'] !== style) canvas.style.cssText = canvas.dataset['style'] = style;
  return {
    left: device(x) - left,
    top: device(y) - top,
    width: device(x + width) - device(x),
    height: device(height),
  };
}
