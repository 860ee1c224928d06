import type { CandlestickData, IChartApi, IPriceLine, ISeriesApi, UTCTimestamp } from 'lightweight-charts';

import type { PageCandle } from '../page-data.ts';
import type { ChartColors, ChartOptions, EmbeddedChart } from './chart-options.ts';

type Library = typeof import('lightweight-charts');

/** The build for a script element puts everything under one name. */
const library = (globalThis as unknown as { readonly LightweightCharts: Library }).LightweightCharts;

const MAGENTA = '#ff00ff';

/** One chart of the layout: candles with a scale of their own and volume in a second pane. */
export class ChartCell {
  symbol = '';
  resolution = '15';
  hasData = false;
  isTornDown = false;
  isVolumeAlone = false;
  isLying = false;
  /** Called when the last bar has changed. */
  onTick: () => void = () => {};
  readonly chart: IChartApi;
  readonly candles: ISeriesApi<'Candlestick'>;
  readonly #volume: ISeriesApi<'Histogram'>;
  readonly #cell: HTMLElement;
  #shown = '';
  #line: IPriceLine | null = null;
  #isChanged = false;
  /** Before a test left any out. */
  #all: CandlestickData<UTCTimestamp>[] | null = null;

  constructor(cell: HTMLElement, axis: ChartOptions['axis']) {
    this.#cell = cell;
    this.chart = library.createChart(cell, {
      autoSize: true,
      layout: { attributionLogo: false, fontSize: 11, panes: { enableResize: true } },
      rightPriceScale: { minimumWidth: 76, visible: axis === 'right' },
      leftPriceScale: { minimumWidth: 76, visible: axis === 'left' },
      timeScale: { timeVisible: true, secondsVisible: false, rightOffset: 4 },
    });
    this.candles = this.chart.addSeries(library.CandlestickSeries, {
      lastValueVisible: true,
      priceScaleId: axis === 'left' ? 'left' : 'right',
    });
    this.#volume = this.chart.addSeries(
      library.HistogramSeries,
      { priceFormat: { type: 'volume' }, lastValueVisible: false, priceLineVisible: false },
      1,
    );
    this.chart.panes()[0]?.setStretchFactor(4);
    this.chart.panes()[1]?.setStretchFactor(1);
    this.#nameParts();
  }

  show(symbol: string, digits: number, interval: string, rows: readonly PageCandle[]): void {
    // What a test has changed of the bars stays.
    if (this.#isChanged && this.#shown === `${symbol} ${interval}`) return;
    const isSame = this.#shown === `${symbol} ${interval}`;
    this.symbol = symbol;
    this.resolution = interval;
    this.#shown = `${symbol} ${interval}`;
    this.candles.applyOptions({
      priceFormat: { type: 'price', precision: digits, minMove: 10 ** -digits },
    });
    const bars = rows.map(([time, open, high, low, close]) => ({
      time: time as UTCTimestamp,
      open,
      high,
      low,
      close,
    }));
    const volumes = rows.map(([time, , , , , value]) => ({ time: time as UTCTimestamp, value }));
    const last = bars.at(-1);
    const lastVolume = volumes.at(-1);
    const shownUntil = this.candles.data().at(-1)?.time as UTCTimestamp | undefined;
    if (isSame && last !== undefined && lastVolume !== undefined) {
      // A bar that a test has added is newer than the market's.
      if (shownUntil !== undefined && shownUntil > last.time) return;
      this.candles.update(last);
      this.#volume.update(lastVolume);
      this.onTick();
      return;
    }
    this.candles.setData(bars);
    this.#volume.setData(volumes);
    this.hasData = rows.length > 0;
    if (!isSame) this.chart.timeScale().fitContent();
  }

  /** Adds a bar that opens at the last close and reaches to `price`. */
  addBar(price: number): void {
    const bars = this.candles.data() as readonly CandlestickData<UTCTimestamp>[];
    const [before, last] = [bars.at(-2), bars.at(-1)];
    if (before === undefined || last === undefined) return;
    const time = (2 * last.time - before.time) as UTCTimestamp;
    const [low, high] = [Math.min(last.close, price), Math.max(last.close, price)];
    this.candles.update({ time, open: last.close, high, low, close: price });
    this.onTick();
  }

  markBars(opensS: readonly number[]): void {
    const bars = this.candles.data() as readonly CandlestickData<UTCTimestamp>[];
    this.#isChanged = true;
    const marked = (bar: CandlestickData<UTCTimestamp>) => ({
      ...bar,
      low: 0.99 * bar.low,
      high: 1.01 * bar.high,
      color: MAGENTA,
      wickColor: MAGENTA,
    });
    this.candles.setData(bars.map((bar) => (opensS.includes(bar.time) ? marked(bar) : bar)));
  }

  setBars(kind: Parameters<EmbeddedChart['setBars']>[0]): void {
    this.#isChanged = kind !== 'all';
    const bars = (this.#all ??= [...this.candles.data()] as CandlestickData<UTCTimestamp>[]);
    const first = bars[0]?.time ?? 0;
    const made = {
      all: bars,
      gaps: bars.filter((_, index) => index % 10 !== 5),
      bricks: bars.map((bar, index) => ({ ...bar, time: (first + index ** 2 * 60) as UTCTimestamp })),
      replay: bars.slice(0, -60),
    }[kind];
    this.#volume.setData([]);
    this.candles.setData(made);
  }

  showBars(bars: number, fromRight: number): void {
    const to = this.candles.data().length - fromRight;
    this.chart.timeScale().setVisibleLogicalRange({ from: to - bars, to });
  }

  paint({ back, line, muted, up, down }: ChartColors): void {
    this.chart.applyOptions({
      layout: { background: { color: back }, textColor: muted, panes: { separatorColor: line } },
      grid: { vertLines: { color: line }, horzLines: { color: line } },
      rightPriceScale: { borderColor: line },
      timeScale: { borderColor: line },
    });
    this.candles.applyOptions({
      upColor: up,
      downColor: down,
      borderVisible: false,
      wickUpColor: up,
      wickDownColor: down,
    });
    this.#volume.applyOptions({ color: `${muted}66` });
  }

  drawLine(price: number | null): void {
    if (this.#line !== null) this.candles.removePriceLine(this.#line);
    this.#line =
      price === null
        ? null
        : this.candles.createPriceLine({
            price,
            color: MAGENTA,
            lineWidth: 1,
            lineStyle: library.LineStyle.Solid,
            axisLabelVisible: false,
          });
  }

  swapPanes(): void {
    this.chart.panes()[0]?.moveTo(1);
    this.#nameParts();
  }

  maximiseVolume(isAlone: boolean): void {
    this.isVolumeAlone = isAlone;
    const row = this.candles.getPane().getHTMLElement();
    if (row !== null) row.style.display = isAlone ? 'none' : '';
  }

  get visibleRange() {
    return this.chart.timeScale().getVisibleRange();
  }

  /** The library's own names for the parts of a chart. */
  #nameParts(): void {
    requestAnimationFrame(() => {
      for (const pane of this.chart.panes()) {
        const [, plot, axis] = pane.getHTMLElement()?.children ?? [];
        plot?.classList.add('chart-markup-table', 'pane');
        axis?.classList.add('chart-markup-table', 'price-axis-container');
      }
      this.#cell.querySelector('tr:last-child')?.classList.add('chart-markup-table', 'time-axis');
    });
  }
}
