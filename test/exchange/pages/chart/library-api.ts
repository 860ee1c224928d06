import type { IPaneApi, Time } from 'lightweight-charts';

import type { ChartCell } from './chart-cell.ts';
import type { ChartOptions } from './chart-options.ts';

/** The library throws this from whatever is asked of a chart that is being taken down. */
function assertStands(cell: ChartCell): void {
  if (cell.isTornDown) throw new Error('Value is null');
}

/**
 * The charting library's public objects over a chart of lightweight-charts: names, meanings and refusals of versions 27
 * and 28. The visible range is the prices at the pane's last and first pixel; nothing converts a price into a place.
 */
export function createWidgetApi(
  cells: readonly ChartCell[],
  { converts, ticks, times }: Pick<ChartOptions, 'converts' | 'ticks' | 'times'>,
) {
  const charts = cells.map((cell) => createChartApi(cell, converts, times));
  const listeners = new Map<string, Set<() => void>>();
  const active = cells[0];
  if (active !== undefined && ticks)
    active.onTick = () => listeners.get('onTick')?.forEach((listener) => listener());
  return {
    activeChart: () => charts[0],
    chart: (index = 0) => charts[index],
    chartsCount: () => charts.length,
    activeChartIndex: () => 0,
    layout: () => (charts.length === 1 ? 's' : '2h'),
    onChartReady: (callback: () => void) => void setTimeout(callback, 0),
    headerReady: () => Promise.resolve(),
    /** For events of the whole layout; of a new figure only the active chart's are told. */
    subscribe: (event: string, callback: () => void) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(callback));
    },
    unsubscribe: (event: string, callback: () => void) => void listeners.get(event)?.delete(callback),
    /** No part of the library: how many listen. */
    listening: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

function createChartApi(cell: ChartCell, converts: boolean, times: ChartOptions['times']) {
  const onlyOnTradingPlatform = () => {
    throw new Error('This method is only available on Trading Platform');
  };
  return {
    symbol: () => (assertStands(cell), cell.symbol),
    symbolExt: () => (assertStands(cell), { symbol: cell.symbol }),
    resolution: () => cell.resolution,
    hasModel: () => cell.hasData,
    dataReady: (callback?: () => void) => {
      if (cell.hasData) callback?.();
      return cell.hasData;
    },
    getPanes: () => {
      assertStands(cell);
      return cell.chart.panes().map((pane) => createPaneApi(cell, pane, converts));
    },
    getAllPanesHeight: () => cell.chart.panes().map((pane) => pane.getHeight()),
    getVisibleRange: () => cell.visibleRange,
    ...(times === 'none' ? {} : { getTimeScale: () => createTimeScaleApi(cell, times === 'full') }),
    /** Deprecated: tells the console each time. */
    getVisiblePriceRange: () => {
      console.warn('getVisiblePriceRange is deprecated, use getPanes()[n].getMainSourcePriceScale()');
      return null;
    },
    /** Of time only; moves and zooms of the price are not told. */
    onVisibleRangeChanged: () => ({
      subscribe: (_owner: unknown, callback: (range: { from: Time; to: Time }) => void) =>
        cell.chart.timeScale().subscribeVisibleTimeRangeChange((range) => {
          if (range !== null) callback(range);
        }),
      unsubscribe: () => {},
    }),
    createShape: () => {
      document.dispatchEvent(new Event('drawing_event'));
      throw new Error('Value is null');
    },
    createOrderLine: onlyOnTradingPlatform,
    createPositionLine: onlyOnTradingPlatform,
  };
}

/** Of every bundle the first, of the newer ones the rest too: even in bars, whatever time they take. */
function createTimeScaleApi(cell: ChartCell, isFull: boolean) {
  const scale = () => (assertStands(cell), cell.chart.timeScale());
  const coordinateToTime = (x: number) => scale().coordinateToTime(x) as number | null;
  if (!isFull) return { coordinateToTime };
  return {
    coordinateToTime,
    barSpacing: () => scale().options().barSpacing,
    rightOffset: () => scale().scrollPosition(),
    width: () => scale().width(),
  };
}

function createPaneApi(cell: ChartCell, pane: IPaneApi<Time>, converts: boolean) {
  const isMain = () => cell.candles.getPane().paneIndex() === pane.paneIndex();
  const height = () => (cell.isVolumeAlone && isMain() ? 0 : pane.getHeight());
  return {
    hasMainSeries: () => (assertStands(cell), isMain()),
    getHeight: height,
    paneIndex: () => pane.paneIndex(),
    isMaximized: () => cell.isVolumeAlone && !isMain(),
    isCollapsed: () => height() === 0,
    getRightPriceScales: () => [createScaleApi(cell, height, converts)],
    getLeftPriceScales: () => [],
    getMainSourcePriceScale: () => {
      assertStands(cell);
      return isMain() ? createScaleApi(cell, height, converts) : null;
    },
  };
}

function createScaleApi(cell: ChartCell, height: () => number, converts: boolean) {
  const priceAt = (y: number) => {
    assertStands(cell);
    const price = cell.candles.coordinateToPrice(y) as number | null;
    return price !== null && cell.isLying ? price ** 1.01 : price;
  };
  const options = () => cell.candles.priceScale().options();
  return {
    getVisiblePriceRange: () => {
      assertStands(cell);
      const from = cell.candles.coordinateToPrice(height() - 1) as number | null;
      const to = cell.candles.coordinateToPrice(0) as number | null;
      return from === null || to === null ? null : { from, to };
    },
    getMode: () => options().mode as number,
    isInverted: () => options().invertScale,
    isAutoScale: () => options().autoScale,
    isLocked: () => false,
    hasMainSeries: () => true,
    ...(converts ? { coordinateToPrice: priceAt } : {}),
  };
}
