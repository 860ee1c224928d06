import type { PanelPlace } from '../../core/ledger/place.ts';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Where a chart of the page stands in the window, CSS px. */
export interface ChartBox extends WindowSize {
  readonly left: number;
  readonly top: number;
  /** Frames carry their own tool bars along the left and upper edge. */
  readonly isFrame: boolean;
}

/** Where no chart is found: at the right edge, below the header of the page. */
export const DEFAULT_PLACE: PanelPlace = { right: 16, top: 96, width: 320, height: 480, form: 'open' };

/** Narrower windows have no room beside the order form; the strip waits there. */
const ROOMY_PX = 1000;

/** The first place where the page has no chart to share. */
export const undockedPlace = (window: WindowSize): PanelPlace =>
  fitPlace({ ...DEFAULT_PLACE, form: window.width < ROOMY_PX ? 'strip' : 'open' }, window);

const LEAST = { width: 260, height: 220 } as const;
const VISIBLE_PX = 28;

/** The chart's newest candles, price labels and axis stand at its right; so much of it stays free. */
const FREE_CHART_PX = 320;
const LEGEND_PX = 36;
const TOOLS_PX = 56;
const MARGIN_PX = 8;

/**
 * Inside the largest chart, at its left edge under the legend: over the oldest candles, and never over an order form
 * or a book. Null where no chart is large enough to share.
 */
export function dockPlace(charts: readonly ChartBox[], window: WindowSize): PanelPlace | null {
  const chart = charts.reduce<ChartBox | null>(
    (largest, box) =>
      largest === null || box.width * box.height > largest.width * largest.height ? box : largest,
    null,
  );
  if (chart === null) return null;
  const left = chart.left + (chart.isFrame ? TOOLS_PX : MARGIN_PX);
  const top = chart.top + LEGEND_PX + (chart.isFrame ? LEGEND_PX : 0);
  const bottom = Math.min(chart.top + chart.height, window.height) - MARGIN_PX;
  const { width } = DEFAULT_PLACE;
  const height = Math.min(DEFAULT_PLACE.height, bottom - top);
  const isRoomy = chart.left + chart.width - left - width >= FREE_CHART_PX && height >= LEAST.height;
  return isRoomy && top >= 0 ? { ...DEFAULT_PLACE, right: window.width - left - width, top, height } : null;
}

/** The nearest place at which the strip can be grasped and the panel is not larger than the window. */
export function fitPlace(place: PanelPlace, window: WindowSize): PanelPlace {
  const width = clamp(place.width, LEAST.width, Math.max(LEAST.width, window.width - 16));
  const height = clamp(place.height, LEAST.height, Math.max(LEAST.height, window.height - 16));
  const shownWidth = place.form === 'dot' ? VISIBLE_PX : width;
  return {
    ...place,
    width,
    height,
    right: clamp(place.right, 0, Math.max(0, window.width - shownWidth)),
    top: clamp(place.top, 0, Math.max(0, window.height - VISIBLE_PX)),
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
