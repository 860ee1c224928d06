import type { PageCandle, PageData } from '../page-data.ts';
import { printPrice } from './ticker.ts';

/** Around the widest price of the axis. */
const AXIS_PADDING = 20;
const TIME_HEIGHT = 24;
const VOLUME_SHARE = 0.16;

export interface Chart {
  readonly draw: (data: PageData) => void;
  readonly redraw: () => void;
}

/** The exchange's own chart: candles on a canvas, which no script can ask for its axis. */
export function createChart(host: HTMLElement): Chart {
  const canvas = document.createElement('canvas');
  host.append(canvas);
  let data: PageData | null = null;
  const redraw = (): void => {
    const ratio = devicePixelRatio;
    canvas.width = Math.round(host.clientWidth * ratio);
    canvas.height = Math.round(host.clientHeight * ratio);
    const context = canvas.getContext('2d');
    if (context === null || data === null || data.candles.length === 0) return;
    context.scale(ratio, ratio);
    paint(context, data, host.clientWidth, host.clientHeight, getComputedStyle(document.documentElement));
  };
  new ResizeObserver(redraw).observe(host);
  return {
    draw: (next) => {
      data = next;
      redraw();
    },
    redraw,
  };
}

function paint(
  context: CanvasRenderingContext2D,
  data: PageData,
  width: number,
  height: number,
  style: CSSStyleDeclaration,
): void {
  const color = (name: string): string => style.getPropertyValue(name);
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  const axisWidth = Math.max(
    72,
    context.measureText(printPrice(data.price, data.digits)).width + AXIS_PADDING,
  );
  const plotWidth = width - axisWidth;
  const plotHeight = height - TIME_HEIGHT;
  const low = Math.min(...data.candles.map((candle) => candle[3]));
  const high = Math.max(...data.candles.map((candle) => candle[2]));
  const pad = (high - low) * 0.08;
  const priceHeight = plotHeight * (1 - VOLUME_SHARE);
  const yOf = (price: number): number => ((high + pad - price) / (high - low + 2 * pad)) * priceHeight;
  paintGrid(context, data, { low, high, yOf, plotWidth, plotHeight, width, color });
  const step = plotWidth / (data.candles.length + 4);
  const maxVolume = Math.max(...data.candles.map((candle) => candle[5]));
  data.candles.forEach((candle, index) => {
    const x = (index + 1) * step;
    paintCandle(context, candle, x, step, yOf, color);
    const barHeight = (candle[5] / maxVolume) * plotHeight * VOLUME_SHARE;
    context.globalAlpha = 0.4;
    context.fillRect(x - step * 0.35, plotHeight - barHeight, step * 0.7, barHeight);
    context.globalAlpha = 1;
  });
  const y = yOf(data.price);
  const last = data.candles.at(-1);
  context.fillStyle = last !== undefined && last[4] >= last[1] ? color('--up') : color('--down');
  context.setLineDash([2, 3]);
  context.strokeStyle = context.fillStyle;
  context.beginPath();
  context.moveTo(0, y);
  context.lineTo(plotWidth, y);
  context.stroke();
  context.setLineDash([]);
  context.fillRect(plotWidth, y - 9, axisWidth, 18);
  context.fillStyle = '#ffffff';
  context.fillText(printPrice(data.price, data.digits), plotWidth + 6, y);
}

function paintCandle(
  context: CanvasRenderingContext2D,
  [, open, high, low, close]: PageCandle,
  x: number,
  step: number,
  yOf: (price: number) => number,
  color: (name: string) => string,
): void {
  context.fillStyle = close >= open ? color('--up') : color('--down');
  context.fillRect(x - 0.5, yOf(high), 1, yOf(low) - yOf(high));
  const top = yOf(Math.max(open, close));
  context.fillRect(x - step * 0.35, top, step * 0.7, Math.max(1, yOf(Math.min(open, close)) - top));
}

interface Plot {
  readonly low: number;
  readonly high: number;
  readonly yOf: (price: number) => number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly width: number;
  readonly color: (name: string) => string;
}

function paintGrid(context: CanvasRenderingContext2D, data: PageData, plot: Plot): void {
  const raw = (plot.high - plot.low) / 6;
  const power = 10 ** Math.floor(Math.log10(raw));
  const stride = [1, 2, 5, 10].find((factor) => factor * power >= raw)! * power;
  context.fillStyle = plot.color('--line');
  const texts: (readonly [string, number, number])[] = [];
  for (let price = Math.ceil(plot.low / stride) * stride; price <= plot.high; price += stride) {
    const y = Math.round(plot.yOf(price));
    context.fillRect(0, y, plot.plotWidth, 1);
    texts.push([printPrice(price, data.digits), plot.plotWidth + 6, y]);
  }
  const every = Math.ceil(data.candles.length / 8);
  const step = plot.plotWidth / (data.candles.length + 4);
  for (let index = 0; index < data.candles.length; index += every) {
    const x = Math.round((index + 1) * step);
    context.fillRect(x, 0, 1, plot.plotHeight);
    const time = new Date(data.candles[index]![0] * 1000).toISOString();
    texts.push([
      time.slice(11, 16) === '00:00' ? time.slice(5, 10) : time.slice(11, 16),
      x + 3,
      plot.plotHeight + 12,
    ]);
  }
  context.fillRect(plot.plotWidth, 0, 1, plot.plotHeight);
  context.fillRect(0, plot.plotHeight, plot.width, 1);
  context.fillStyle = plot.color('--muted');
  for (const [text, x, y] of texts) context.fillText(text, x, y);
}
