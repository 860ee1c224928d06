import { checkAxis, type ChartGeometry, type PriceAxis } from '../../core/sites/chart-geometry.ts';
import type { ProbeState } from '../../core/sites/chart-messages.ts';
import type { ChartApi, PaneApi, PriceScaleApi } from './charting-library.ts';
import { chartsOf, type FoundWidget } from './find-charts.ts';
import { findPane, hasHeight } from './find-pane.ts';

export type Reading = ChartGeometry | ProbeState;

/** The axis is compared with the chart's own conversion this often, and when its height or mode changes. */
const CHECK_EVERY_MS = 1000;

/** One chart of a widget. */
export interface ChartReading {
  readonly read: () => Reading;
  /** Whether the scale still shows what was last read; costs a few microseconds, sees neither moves nor other panes. */
  readonly isStill: () => boolean;
}

/** Remembers the pane's element, the last comparison and the scale that was last read. */
export function createChartReading({ view, frame, widget }: FoundWidget, index: number): ChartReading {
  let last: { readonly scale: PriceScaleApi; readonly axis: PriceAxis } | null = null;
  let pane: Element | null = null;
  let checked: PriceAxis | null = null;
  let checkedAt = 0;

  const elementOf = (panes: readonly PaneApi[], main: number, height: number, charts: number) => {
    if (pane === null || !pane.isConnected || !hasHeight(pane, height)) {
      const heights = panes.map((other) => other.getHeight());
      pane = findPane(view.document, heights, main, { chart: index, charts });
    }
    return pane;
  };

  const axisOf = (scale: PriceScaleApi, height: number): PriceAxis | ProbeState => {
    const range = scale.getVisiblePriceRange();
    if (range === null) return 'loading';
    const mode = scale.getMode();
    if (mode !== 0 && mode !== 1 && mode !== 2 && mode !== 3) return 'unsupported';
    const axis: PriceAxis = { height, from: range.from, to: range.to, mode, offset: checked?.offset ?? 0 };
    const isKnown = checked !== null && checked.mode === mode && checked.height === height;
    const now = performance.now();
    if (isKnown && now - checkedAt < CHECK_EVERY_MS) return axis;
    checkedAt = now;
    checked =
      scale.coordinateToPrice === undefined
        ? axis
        : checkAxis(axis, (y) => scale.coordinateToPrice?.(y) ?? null);
    return checked ?? 'unsupported';
  };

  const read = (): Reading => {
    last = null;
    if (frame !== null && !isShown(frame)) return 'hidden';
    const charts = chartsOf(widget);
    const chart: ChartApi | undefined = charts[index];
    if (chart === undefined) return 'gone';
    if (chart.hasModel?.() === false || chart.dataReady?.() === false) return 'loading';
    const panes = chart.getPanes();
    const main = panes.findIndex((candidate) => candidate.hasMainSeries());
    const mainPane = panes[main];
    if (mainPane === undefined) return 'loading';
    const height = mainPane.getHeight();
    if (!(height > 0)) return 'hidden';
    const scale = mainPane.getMainSourcePriceScale();
    if (scale === null) return 'loading';
    const axis = axisOf(scale, height);
    if (typeof axis === 'string') return axis;
    last = { scale, axis };
    const element = elementOf(panes, main, height, charts.length);
    const corner = element === null ? null : placeOf(element, frame);
    return corner === null ? 'unsupported' : { symbol: chart.symbol(), ...corner, ...axis };
  };

  const isStill = () => {
    if (last === null) return false;
    const range = last.scale.getVisiblePriceRange();
    return range?.from === last.axis.from && range.to === last.axis.to;
  };

  return { read, isStill };
}

const isShown = (frame: HTMLIFrameElement): boolean =>
  frame.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** Place of an element in the page's window; null where the frame is scaled or turned, because then its pixels are not ours. */
function placeOf(element: Element, frame: HTMLIFrameElement | null) {
  const { left, top, width } = element.getBoundingClientRect();
  if (frame === null) return { x: left, y: top, width };
  const outer = frame.getBoundingClientRect();
  const isScaled =
    Math.abs(outer.width - frame.offsetWidth) > 1 || Math.abs(outer.height - frame.offsetHeight) > 1;
  if (isScaled) return null;
  return { x: outer.left + frame.clientLeft + left, y: outer.top + frame.clientTop + top, width };
}
