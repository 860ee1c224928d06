import { ChartCell } from './chart-cell.ts';
import type { ChartOptions, EmbeddedChart } from './chart-options.ts';
import { createWidgetApi } from './library-api.ts';

/** The library publishes its interface when it is loaded, and has no model for a while after. */
const PUBLISHED_AFTER_MS = 400;
const READY_AFTER_MS = 600;

/** Builds the charts of a frame, or of the page itself, into `root`. */
export function startCharts(root: HTMLElement, options: ChartOptions, name: string): void {
  const toolbar = document.createElement('div');
  toolbar.className = 'toolbar';
  toolbar.append('Time  15m  1H  4H  1D    Indicators');
  const layout = document.createElement('div');
  layout.className = 'layout';
  root.append(toolbar, layout);
  const cells = Array.from({ length: options.charts }, () => {
    const container = document.createElement('div');
    container.className = 'chart-container';
    layout.append(container);
    return new ChartCell(container, options.axis);
  });
  for (const cell of cells) cell.symbol = options.isPreload ? 'UNKNOWN-0a1b' : '';
  setTimeout(() => {
    Object.assign(window, { [name]: createWidgetApi(cells, options) });
  }, PUBLISHED_AFTER_MS);
  setTimeout(() => options.onReady(control(cells, layout)), READY_AFTER_MS);
}

function control(cells: readonly ChartCell[], layout: HTMLElement): EmbeddedChart {
  const scale = (cell: ChartCell) => cell.candles.priceScale();
  return {
    show: (symbol, digits, interval, candles) =>
      cells.forEach((cell) => cell.show(symbol, digits, interval, candles)),
    paint: (colors) => {
      for (const [name, color] of Object.entries(colors))
        layout.parentElement?.style.setProperty(`--${name}`, color as string);
      for (const cell of cells) cell.paint(colors);
    },
    drawLine: (price) => cells.forEach((cell) => cell.drawLine(price)),
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- both libraries count the modes alike
    setMode: (mode) => cells.forEach((cell) => scale(cell).applyOptions({ mode })),
    setInverted: (invertScale) => cells.forEach((cell) => scale(cell).applyOptions({ invertScale })),
    setRange: (from, to) => cells.forEach((cell) => scale(cell).setVisibleRange({ from, to })),
    addBar: (price) => cells.forEach((cell) => cell.addBar(price)),
    markBars: (opensS) => cells.forEach((cell) => cell.markBars(opensS)),
    setBars: (kind) => cells.forEach((cell) => cell.setBars(kind)),
    showBars: (bars, fromRight) => cells.forEach((cell) => cell.showBars(bars, fromRight)),
    swapPanes: () => cells.forEach((cell) => cell.swapPanes()),
    maximiseVolume: (isAlone) => cells.forEach((cell) => cell.maximiseVolume(isAlone)),
    tearDown: (isTornDown) =>
      cells.forEach((cell) => {
        cell.isTornDown = isTornDown;
      }),
    nameSymbol: (symbol) =>
      cells.forEach((cell) => {
        cell.symbol = symbol;
      }),
    lie: (isLying) =>
      cells.forEach((cell) => {
        cell.isLying = isLying;
      }),
  };
}
