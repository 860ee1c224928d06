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

/** Where no chart is found, the panel stands at the right edge, below the header of the page. */
export const DEFAULT_PLACE: PanelPlace = { right: 16, top: 96, width: 320, height: 480, form: 'open' };

/** The card's size at most. */
export const CARD: WindowSize = { width: 248, height: 112 };

/** The first place: the card, until the page's chart is found. */
export const FIRST_PLACE: PanelPlace = { ...DEFAULT_PLACE, form: 'card' };

/** Parts of a place that come from the page's chart; the form is the user's. */
export type Dock = Required<Pick<PanelPlace, 'right' | 'top' | 'width' | 'height' | 'cardRight' | 'cardTop'>>;

const LEAST = { width: 260, height: 220 } as const;
const VISIBLE_PX = 28;

/** The chart's newest candles, price labels and axis stand at its right; so much of it stays free. */
const FREE_CHART_PX = 320;
const LEGEND_PX = 36;
const TOOLS_PX = 56;
const MARGIN_PX = 8;

/** Panes of volume and indicators, which have legends of their own, begin below this share of a chart's height. */
const CANDLES = 0.7;

/**
 * Inside the largest chart, at its left edge: over the oldest candles, and never over an order form or a book. The panel
 * hangs below the legend; the card stands at the foot of the candles, however long the legend is. Null where no chart is
 * large enough to share.
 */
export function dockPlace(charts: readonly ChartBox[], window: WindowSize): Dock | null {
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
  if (!isRoomy || top < 0) return null;
  const foot = Math.min(bottom, Math.round(chart.top + CANDLES * chart.height));
  return {
    right: window.width - left - width,
    top,
    width,
    height,
    cardRight: window.width - left - CARD.width,
    cardTop: foot - CARD.height,
  };
}

/** Upper right corner of the form that is shown. */
export const cornerOf = ({ form, right, top, cardRight = right, cardTop = top }: PanelPlace) =>
  form === 'card' ? { right: cardRight, top: cardTop } : { right, top };

/** The form that is shown, moved; the others stay where they are. */
export function movePlace(place: PanelPlace, dx: number, dy: number): PanelPlace {
  const corner = cornerOf(place);
  const [right, top] = [corner.right - dx, corner.top + dy];
  return { ...place, ...(place.form === 'card' ? { cardRight: right, cardTop: top } : { right, top }) };
}

/** The nearest place at which the strip can be grasped and the panel is not larger than the window. */
export function fitPlace(place: PanelPlace, window: WindowSize): PanelPlace {
  const width = clamp(place.width, LEAST.width, Math.max(LEAST.width, window.width - 16));
  const height = clamp(place.height, LEAST.height, Math.max(LEAST.height, window.height - 16));
  const rightOf = (right: number, shownWidth: number) =>
    clamp(right, 0, Math.max(0, window.width - shownWidth));
  const topOf = (top: number) => clamp(top, 0, Math.max(0, window.height - VISIBLE_PX));
  const { cardRight, cardTop } = place;
  return {
    ...place,
    width,
    height,
    right: rightOf(place.right, place.form === 'dot' ? VISIBLE_PX : width),
    top: topOf(place.top),
    ...(cardRight === undefined ? {} : { cardRight: rightOf(cardRight, CARD.width) }),
    ...(cardTop === undefined ? {} : { cardTop: topOf(cardTop) }),
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
