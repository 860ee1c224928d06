import type { MarketReport } from '../../../../core/market/market-report.ts';
import type { ShownOrder, ShownPart } from '../../../../core/market/heard-orders.ts';
import type { TimedGeometry } from '../../../../core/sites/chart-geometry.ts';
import { timesOf } from '../../../heat-map/wanted-past.ts';
import type { HeatBitmap } from './heat-layer.ts';
import type { HeatTones } from './heat-tones.ts';
import { type AskOrders, keepOrders } from '../../../heat-map/keep-orders.ts';
import { dotsShow, paintDots } from './order-dots.ts';

interface Drawing {
  readonly report: MarketReport;
  readonly multiplier: number;
  readonly tones: HeatTones;
}

export interface ChartDots {
  /** The forced orders of a chart, as far as they are known; null where there are none. */
  readonly show: (chart: number, geometry: TimedGeometry, drawing: Drawing) => HeatBitmap | null;
  readonly part: () => ShownPart;
  readonly clear: (chart: number) => void;
  readonly forget: () => void;
}

interface PaintedDots {
  readonly bitmap: HeatBitmap | null;
  readonly canvas: HTMLCanvasElement;
  readonly orders: readonly ShownOrder[];
  readonly geometry: TimedGeometry;
  readonly tones: HeatTones;
  readonly ratio: number;
  readonly atMs: number;
}

/** @param waitMs a chart whose scales go on changing is painted anew no oftener */
export function createChartDots(ask: AskOrders, waitMs: number, onNews: () => void): ChartDots {
  const keeper = keepOrders(ask, onNews);
  const charts = new Map<number, PaintedDots>();
  let timer = 0;

  const isGood = (painted: PaintedDots, geometry: TimedGeometry, { tones }: Drawing): boolean => {
    const { orders, ratio, atMs } = painted;
    if (orders !== keeper.orders() || ratio !== devicePixelRatio || tones !== painted.tones) return false;
    if (dotsShow(painted.geometry, geometry)) return true;
    if (painted.geometry.mode !== geometry.mode) return false;
    const dueMs = atMs + waitMs - performance.now();
    if (dueMs <= 0) return false;
    clearTimeout(timer);
    timer = window.setTimeout(onNews, dueMs);
    return true;
  };

  return {
    show: (chart, geometry, drawing) => {
      const { report, tones } = drawing;
      keeper.want({
        ...timesOf(geometry.time, geometry.width),
        market: report.market,
        nowS: report.at / 1000,
      });
      const orders = keeper.orders();
      const before = charts.get(chart);
      if (before !== undefined && isGood(before, geometry, drawing)) return before.bitmap;
      const canvas = before?.canvas ?? document.createElement('canvas');
      const bitmap = paintDots(canvas, geometry, orders, drawing);
      const [ratio, atMs] = [devicePixelRatio, performance.now()];
      charts.set(chart, { bitmap, canvas, orders, geometry, tones, ratio, atMs });
      return bitmap;
    },
    part: keeper.part,
    clear: (chart) => charts.delete(chart),
    forget: () => {
      clearTimeout(timer);
      keeper.forget();
      charts.clear();
    },
  };
}
