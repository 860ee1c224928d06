import type { ChartGeometry, TimedGeometry } from '../../../../core/sites/chart-geometry.ts';
import { timeToX } from '../../../../core/sites/time-axis.ts';
import { createPageLayer } from '../../page-layer.ts';
import { type PaintedScale, scaledOf } from './heat-bitmap.ts';
import type { HeatTones } from './heat-tones.ts';
import { paintProfile, PROFILE_PX, type ProfileBar, UNDER_PROFILE } from './profile.ts';

/** What is painted of times and prices: columns from `fromS` on, each of `columnS`, and the rows of a scale. */
export interface HeatBitmap {
  readonly canvas: HTMLCanvasElement;
  readonly fromS: number;
  readonly columnS: number;
  readonly scale: PaintedScale;
  /** How its pixels become those of the screen. */
  readonly rendering: 'pixelated' | 'auto';
}

/** Bitmaps below everything else that is drawn on the page's charts, moved and stretched by the compositor alone. */
export interface HeatLayer {
  /** @param endS nothing is shown behind it; null: up to the pane's edge */
  readonly place: (
    chart: number,
    geometry: TimedGeometry,
    bitmaps: readonly HeatBitmap[],
    endS: number | null,
  ) => void;
  /** Today's dollars against the axis of a chart that was placed. */
  readonly profile: (
    chart: number,
    geometry: ChartGeometry,
    bars: readonly ProfileBar[],
    tones: HeatTones,
  ) => void;
  readonly blend: (mode: string) => void;
  readonly clear: (chart: number) => void;
  /** Puts the layer back where a page has deleted it. */
  readonly mend: () => void;
}

/**
 * From a place to the middle of the line that a chart draws there, CSS px: a line is as many whole device pixels wide as fit
 * into one of the page's, and half of them, rounded down, stand before its place.
 */
const toMiddle = (ratio: number): number => (Math.floor(ratio) % 2) / (2 * ratio);

export function createHeatLayer(): HeatLayer {
  const layer = createPageLayer('colour');
  const panes = new Map<number, HTMLElement>();
  const profiles = new Map<number, HTMLCanvasElement>();

  return {
    blend: layer.blend,
    place: (chart, geometry, bitmaps, endS) => {
      const { x, y, width, height, time } = geometry;
      const pane = panes.get(chart) ?? document.createElement('div');
      const canvases = bitmaps.map(({ canvas }) => canvas);
      if (pane.childElementCount !== canvases.length || canvases.some((one) => one.parentNode !== pane))
        pane.replaceChildren(...canvases);
      if (!pane.isConnected) layer.root.append(pane);
      panes.set(chart, pane);
      layer.show();
      const middle = toMiddle(devicePixelRatio);
      const shown = endS === null ? width : Math.max(0, Math.min(width, timeToX(time, endS) + middle));
      style(
        pane,
        `position:absolute;overflow:hidden;left:${x}px;top:${y}px;width:${shown}px;height:${height}px;${shown === width ? `mask:${UNDER_PROFILE}` : ''}`,
      );
      const [from, to] = [scaledOf(geometry, geometry.from), scaledOf(geometry, geometry.to)];
      const rowOf = (value: number) => ((height - 1) * (to - value)) / (to - from) + middle;
      for (const { canvas, fromS, columnS, scale, rendering } of bitmaps) {
        const [top, bottom] = [rowOf(scale.top), rowOf(scale.bottom)];
        const left = timeToX(time, fromS) + middle;
        const across = (columnS / time.barS) * time.spacing;
        const down = (bottom - top) / scale.rows;
        style(
          canvas,
          `position:absolute;left:0;top:0;image-rendering:${rendering};transform-origin:0 0;transform:matrix(${across},0,0,${down},${left},${top})`,
        );
      }
    },
    profile: (chart, geometry, bars, tones) => {
      const canvas = profiles.get(chart) ?? document.createElement('canvas');
      if (!canvas.isConnected) layer.root.append(canvas);
      profiles.set(chart, canvas);
      paintProfile(canvas, geometry, bars, tones);
      const { x, y, width, height } = geometry;
      style(
        canvas,
        `position:absolute;left:${x + width - PROFILE_PX}px;top:${y}px;width:${PROFILE_PX}px;height:${height}px`,
      );
    },
    clear: (chart) => {
      for (const elements of [panes, profiles]) {
        elements.get(chart)?.remove();
        elements.delete(chart);
      }
      if (panes.size === 0) layer.hide();
    },
    mend: () => {
      if (panes.size > 0) layer.show();
    },
  };
}

/** Written only where it has changed: what is written, the browser computes anew. */
function style(element: HTMLElement, text: string): void {
  if (element.dataset['style'] !== text) element.style.cssText = element.dataset['style'] = text;
}
