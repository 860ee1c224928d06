import type { ShownPart } from '../../../../core/market/heard-orders.ts';
import type { MarketReport } from '../../../../core/market/market-report.ts';
import type { ChartGeometry, TimedGeometry } from '../../../../core/sites/chart-geometry.ts';
import { createChartDots } from './chart-dots.ts';
import { paintBitmap, scaleFor, shows } from './heat-bitmap.ts';
import { createHeatLayer, type HeatBitmap } from './heat-layer.ts';
import { type AskPast, type HeatPast, keepPast, withToday } from '../../../heat-map/heat-past.ts';
import type { HeatTones } from './heat-tones.ts';
import type { AskOrders } from '../../../heat-map/keep-orders.ts';
import type { ProfileBar } from './profile.ts';
import { type PastView, timesOf } from '../../../heat-map/wanted-past.ts';

/** What is drawn: a report in dollars a coin, and how many coins the page quotes. */
export interface HeatDrawing {
  readonly report: MarketReport;
  readonly multiplier: number;
  readonly profile: readonly ProfileBar[];
  readonly tones: HeatTones;
}

/** Asks the worker for what is drawn beside the report. */
export interface AskHeat {
  readonly past: AskPast;
  readonly orders: AskOrders;
}

export interface ChartHeat {
  /** Paints the heat map of a chart, as far as its past is known; what puts it on the chart, or null where there is none. */
  readonly show: (chart: number, geometry: ChartGeometry, drawing: HeatDrawing) => (() => void) | null;
  /** Which forced orders are known of what was shown. */
  readonly dots: () => ShownPart;
  readonly clear: (chart: number) => void;
  /** Puts the layer back where a page has deleted it. */
  readonly mend: () => void;
  readonly forget: () => void;
}

interface Painted extends HeatBitmap {
  readonly past: HeatPast;
  readonly drawing: HeatDrawing;
  readonly untilS: number;
  readonly ratio: number;
  readonly atMs: number;
}

/** A chart whose scale goes on changing is painted anew no oftener. */
const REPAINT_MS = 200;

/** Columns of today's map behind the newest that is known, at most. */
const MOST_TODAY = 300;

/** A linear scale may begin below nothing; the map does not. */
const LEAST_SHARE = 0.01;

/** `onNews`: more could be drawn now than when it was last shown. */
export function createChartHeat(ask: AskHeat, onNews: () => void): ChartHeat {
  const layer = createHeatLayer();
  const past = keepPast(ask.past, onNews);
  const dots = createChartDots(ask.orders, REPAINT_MS, onNews);
  const bitmaps = new Map<number, Painted>();
  let timer = 0;

  const paint = (
    chart: number,
    geometry: ChartGeometry,
    drawing: HeatDrawing,
    view: PastView,
  ): Painted | null => {
    const { report, multiplier, tones } = drawing;
    const known = past.past();
    if (known === null || report.map === null || report.price === null) return null;
    const spareS = (view.untilS - view.fromS) / 4;
    const nowS = report.at / 1000;
    const untilS = Math.min(view.untilS + spareS, nowS + MOST_TODAY * known.columnS);
    const all = withToday(known, { map: report.map, price: report.price, atS: nowS }, untilS);
    const ratio = devicePixelRatio;
    const mostRows = Math.floor((geometry.width * geometry.height * ratio * ratio) / all.columns);
    const scale = scaleFor(geometry, ratio, mostRows);
    const canvas = bitmaps.get(chart)?.canvas ?? document.createElement('canvas');
    const { logStep } = report.map;
    const seen = seenCells(all, view, logStep);
    paintBitmap(canvas, all, scale, { logStep, multiplier, colours: tones.colours, seen });
    const { fromS, columnS } = all;
    return {
      canvas,
      fromS,
      columnS,
      scale,
      rendering: 'pixelated',
      past: known,
      drawing,
      untilS,
      ratio,
      atMs: performance.now(),
    };
  };

  const isGood = (
    painted: Painted,
    geometry: ChartGeometry,
    drawing: HeatDrawing,
    view: PastView,
  ): boolean => {
    if (painted.past !== past.past() || painted.drawing !== drawing || painted.ratio !== devicePixelRatio)
      return false;
    if (shows(painted.scale, geometry) && Math.min(view.untilS, painted.untilS) === view.untilS) return true;
    if (painted.scale.mode !== geometry.mode) return false;
    const dueMs = painted.atMs + REPAINT_MS - performance.now();
    if (dueMs <= 0) return false;
    clearTimeout(timer);
    timer = window.setTimeout(onNews, dueMs);
    return true;
  };

  const clear = (chart: number) => {
    bitmaps.delete(chart);
    dots.clear(chart);
    layer.clear(chart);
  };

  return {
    show: (chart, geometry, drawing) => {
      const { report, multiplier, profile, tones } = drawing;
      if (!hasTime(geometry) || report.map === null) return null;
      const view = viewOf(geometry, multiplier);
      const nowS = report.at / 1000;
      past.want(view, { market: report.market, logStep: report.map.logStep, nowS });
      const before = bitmaps.get(chart);
      const painted =
        before !== undefined && isGood(before, geometry, drawing, view)
          ? before
          : paint(chart, geometry, drawing, view);
      if (painted === null) return null;
      bitmaps.set(chart, painted);
      const orders = dots.show(chart, geometry, drawing);
      return () => {
        layer.blend(tones.blend);
        // In a replay, what comes after its last bar is not told.
        const { endS } = geometry.time;
        layer.place(
          chart,
          geometry,
          orders === null ? [painted] : [painted, orders],
          endS !== null && endS < nowS ? endS : null,
        );
        layer.profile(chart, geometry, profile, tones);
      };
    },
    dots: dots.part,
    clear,
    mend: layer.mend,
    forget: () => {
      clearTimeout(timer);
      past.forget();
      dots.forget();
      for (const chart of bitmaps.keys()) clear(chart);
    },
  };
}

const hasTime = (geometry: ChartGeometry): geometry is TimedGeometry => typeof geometry.time === 'object';

function viewOf(geometry: TimedGeometry, multiplier: number): PastView {
  const high = Math.max(geometry.from, geometry.to) / multiplier;
  const low = Math.max(Math.min(geometry.from, geometry.to) / multiplier, LEAST_SHARE * high);
  return { ...timesOf(geometry.time, geometry.width), lowLog: Math.log(low), highLog: Math.log(high) };
}

/** The cells that the pane shows. */
function seenCells(past: HeatPast, view: PastView, logStep: number): Uint8Array {
  const { fromS, columnS, columns, firstBin, bins, cells } = past;
  const within = (place: number, most: number): number => Math.min(most, Math.max(0, Math.floor(place)));
  const [first, last] = [view.fromS, view.untilS].map((atS) => within((atS - fromS) / columnS, columns - 1));
  const [low, high] = [view.lowLog, view.highLog].map((log) => within(log / logStep - firstBin, bins - 1));
  const [from = 0, until = 0, bottom = 0, top = 0] = [first, last, low, high];
  const height = top - bottom + 1;
  const seen = new Uint8Array((until - from + 1) * height);
  for (let column = from; column <= until; column += 1)
    seen.set(cells.subarray(column * bins + bottom, column * bins + top + 1), (column - from) * height);
  return seen;
}
