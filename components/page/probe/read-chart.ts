import { checkAxis, type ChartGeometry, type PriceAxis } from '../../../core/sites/chart-geometry.ts';
import type { ProbeState } from '../../../core/sites/chart-messages.ts';
import { findTimeAxis, isTimeStill, type TimeAxis, type TimeFault } from '../../../core/sites/time-axis.ts';
import { attempt } from './attempt.ts';
import type { ChartApi, PaneApi, PriceScaleApi } from './charting-library.ts';
import { chartsOf, type FoundWidget } from './find-charts.ts';
import { findPane, hasHeight } from './find-pane.ts';

export type Reading = ChartGeometry | ProbeState;

/** The axis is compared with the chart's own conversion this often, and when its height or mode changes. */
const CHECK_EVERY_MS = 5000;

/** One chart of a widget. */
export interface ChartReading {
  /**
   * @param isPlaced it stands where it was last read: what was drawn since then has the browser lay out the page when it is
   * asked for a place
   */
  readonly read: (isPlaced: boolean) => Reading;
  /** Whether the chart shows what was last read; costs a few microseconds and no layout, sees no move of the pane. */
  readonly isStill: () => boolean;
}

/** What was last read, and what tells cheaply whether it still holds. */
interface Shown {
  readonly chart: ChartApi;
  readonly pane: PaneApi;
  readonly scale: PriceScaleApi;
  readonly symbol: string;
  readonly axis: PriceAxis;
  readonly timeAt: (x: number) => number | null;
  readonly time: TimeAxis | TimeFault;
}

/** Remembers the pane's element, the last comparison and what was last read. */
export function createChartReading({ view, frame, widget }: FoundWidget, index: number): ChartReading {
  let last: Shown | null = null;
  let pane: Element | null = null;
  let corner: ReturnType<typeof placeOf> = null;
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

  const read = (isPlaced: boolean): Reading => {
    last = null;
    if (!isPlaced && frame !== null && !isShown(frame)) return 'hidden';
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
    if (!isPlaced || corner === null) {
      const element = elementOf(panes, main, height, charts.length);
      corner = element && placeOf(element, frame);
    }
    if (corner === null) return 'unsupported';
    const symbol = chart.symbol();
    const { width } = corner;
    // An older library has no such scale; bands need none.
    const timeAt = (x: number) => chart.getTimeScale?.().coordinateToTime(x) ?? null;
    const time = attempt(() => findTimeAxis(timeAt, width)) ?? 'unread';
    last = { chart, pane: mainPane, scale, symbol, axis, timeAt, time };
    return { symbol, ...corner, ...axis, time };
  };

  const isStill = () => {
    if (last === null) return false;
    const { chart, pane, scale, symbol, axis, timeAt, time } = last;
    const range = scale.getVisiblePriceRange();
    if (range?.from !== axis.from || range.to !== axis.to || scale.getMode() !== axis.mode) return false;
    if (corner && typeof time === 'object' && !isTimeStill(time, timeAt, corner.width)) return false;
    return pane.getHeight() === axis.height && chart.symbol() === symbol;
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
