import { encode } from 'fast-png';

import type { Bars } from '../../market/bars.ts';
import { usdText } from '../../i18n/amount-text.ts';
import { usdOfCell as usdOf } from '../../market/map-cells.ts';
import { outstanding, shadeOf, shadingOf } from '../../report/heat-map/shade.ts';
import { type HeatColumns, paintHeat, pixelOf, shadesOf } from '../../report/heat-map/heat-pixels.ts';
import { eachTextPixel, GLYPH_HEIGHT, GLYPH_WIDTH } from './pixel-font.ts';
import { DAY_S } from '../../market/time.ts';

const HEIGHT = 640;
const PROFILE_WIDTH = 96;
const AXIS_WIDTH = 64;
const FOOT_HEIGHT = 18;
/** The map is as wide as its columns allow, a whole number of pixels each. */
const MAP_WIDTH = 1_100;
const MARGIN_SHARE = 0.04;

const SURFACE = pixelOf(0x12, 0x16, 0x1c, 255);
const MUTED = pixelOf(0x8d, 0x98, 0xa7, 255);
const LINE = pixelOf(0x2a, 0x32, 0x3d, 255);
const UP = pixelOf(0x4c, 0xc3, 0x8a, 255);
const DOWN = pixelOf(0xff, 0x6b, 0x6b, 255);
const COLOURS = {
  long: shadesOf([0x7a, 0x3d, 0x10], [0xff, 0xc9, 0x7a], 0.95),
  short: shadesOf([0x14, 0x3a, 0x6e], [0x8f, 0xc9, 0xff], 0.95),
};

/** A heat map with what is needed to draw it. */
export interface PictureInput {
  readonly heat: HeatColumns;
  readonly logStep: number;
  readonly firstBin: number;
  /** Time of the first column and seconds from one to the next. */
  readonly fromS: number;
  readonly columnS: number;
  /** The bars beneath, of any interval. */
  readonly bars: Bars;
  /** Draws what stands out at its distance instead of dollars. */
  readonly isOutstanding: boolean;
}

/** The picture as a PNG: heat map, candles, profile of the last column with its dollars, prices and days. */
export function heatPicture(input: PictureInput): Uint8Array {
  const { heat, logStep, firstBin, fromS, columnS, bars, isOutstanding } = input;
  const scale = Math.max(1, Math.round(MAP_WIDTH / heat.columns));
  const mapWidth = heat.columns * scale;
  const width = mapWidth + PROFILE_WIDTH + AXIS_WIDTH;
  const pixels = new Uint32Array(width * (HEIGHT + FOOT_HEIGHT)).fill(SURFACE);
  const candles = candlesOf(bars, fromS, columnS, heat.columns);
  const [low, high] = priceRange(candles);
  const top = Math.log(high);
  const span = top - Math.log(low);
  const rowOf = (price: number): number => Math.round(((top - Math.log(price)) / span) * HEIGHT - 0.5);
  const rowBin = Float64Array.from(
    { length: HEIGHT },
    (_, row) => (top - ((row + 0.5) / HEIGHT) * span) / logStep - firstBin,
  );

  const cells = isOutstanding ? outstanding(heat.cells, heat.bins, heat.priceBin, logStep) : heat.cells;
  const shown = { ...heat, cells };
  const shading = shadingOf(visibleCells(shown, rowBin));
  const map = new Uint32Array(heat.columns * HEIGHT);
  paintHeat(shown, rowBin, shading, COLOURS, map);
  for (let row = 0; row < HEIGHT; row++)
    for (let x = 0; x < mapWidth; x++)
      blend(pixels, row * width + x, map[row * heat.columns + Math.floor(x / scale)] ?? 0);

  const fill = (x: number, y: number, w: number, h: number, colour: number): void => {
    for (let row = Math.max(0, y); row < Math.min(HEIGHT, y + h); row++)
      for (let at = Math.max(0, x); at < Math.min(width, x + w); at++)
        blend(pixels, row * width + at, colour);
  };
  candles.forEach((candle, column) => {
    if (candle === null) return;
    const colour = candle.close >= candle.open ? UP : DOWN;
    const body = Math.max(1, scale - 1);
    const x = column * scale;
    fill(x + Math.floor(body / 2), rowOf(candle.high), 1, rowOf(candle.low) - rowOf(candle.high) + 1, colour);
    const upper = rowOf(Math.max(candle.open, candle.close));
    const lower = rowOf(Math.min(candle.open, candle.close));
    fill(x, upper, body, Math.max(1, lower - upper), colour);
  });

  const write = (text: string, x: number, y: number, colour: number): void =>
    eachTextPixel(text, (dx, dy) => {
      pixels[(y + dy) * width + x + dx] = colour;
    });
  drawProfile(
    shown,
    heat.cells,
    rowBin,
    (row, length, colour) => fill(mapWidth + 4, row, length, 1, colour),
    shading,
  );
  for (const price of roundPrices(low, high)) {
    const row = rowOf(price);
    fill(mapWidth, row, PROFILE_WIDTH, 1, LINE);
    const y = Math.min(Math.max(0, row - 3), HEIGHT - GLYPH_HEIGHT);
    write(price.toLocaleString('en-US'), mapWidth + PROFILE_WIDTH + 6, y, MUTED);
  }
  for (let column = 0; column < heat.columns; column++) {
    const atS = fromS + column * columnS;
    if (atS % DAY_S !== 0) continue;
    fill(column * scale, HEIGHT - 6, 1, 6, MUTED);
    const day = new Date(atS * 1000).toISOString().slice(5, 10);
    const x = column * scale - 15;
    if (x >= 0 && x + 5 * GLYPH_WIDTH < mapWidth) write(day, x, HEIGHT + 6, MUTED);
  }
  const greatest = usdText(shading.fromUsd.at(-1) ?? 0);
  if (!isOutstanding) write(greatest, mapWidth + 4, HEIGHT + 6, MUTED);
  return encode({
    width,
    height: HEIGHT + FOOT_HEIGHT,
    data: new Uint8Array(pixels.buffer),
    channels: 4,
    depth: 8,
  });
}

interface Candle {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** The bars that open in each column's time; null where there are none. */
function candlesOf(bars: Bars, fromS: number, columnS: number, columns: number): readonly (Candle | null)[] {
  const candles: (Candle | null)[] = Array.from({ length: columns }, () => null);
  bars.openTimeS.forEach((openTimeS, index) => {
    const column = Math.floor((openTimeS - fromS) / columnS);
    if (column < 0 || column >= columns) return;
    const [open = 0, high = 0, low = 0, close = 0] = [
      bars.open[index],
      bars.high[index],
      bars.low[index],
      bars.close[index],
    ];
    const before = candles[column];
    candles[column] = before
      ? { open: before.open, high: Math.max(before.high, high), low: Math.min(before.low, low), close }
      : { open, high, low, close };
  });
  return candles;
}

function priceRange(candles: readonly (Candle | null)[]): readonly [number, number] {
  const known = candles.filter((candle) => candle !== null);
  const low = Math.min(...known.map((candle) => candle.low));
  const high = Math.max(...known.map((candle) => candle.high));
  const margin = Math.max(0.06, Math.log(high / low) * MARGIN_SHARE);
  return [low * Math.exp(-margin), high * Math.exp(margin)];
}

/** The cells between the first and the last row. */
function visibleCells({ cells, bins, columns }: HeatColumns, rowBin: Float64Array): Uint8Array {
  const first = Math.max(0, Math.floor(rowBin.at(-1) ?? 0));
  const end = Math.min(bins, Math.ceil(rowBin[0] ?? 0));
  const visible = new Uint8Array(columns * Math.max(0, end - first));
  for (let column = 0; column < columns; column++)
    visible.set(cells.subarray(column * bins + first, column * bins + end), column * (end - first));
  return visible;
}

/** Today's dollars against the price axis, as long as their share of the most, in their shade. */
function drawProfile(
  shown: HeatColumns,
  dollars: Uint8Array,
  rowBin: Float64Array,
  draw: (row: number, length: number, colour: number) => void,
  shading: ReturnType<typeof shadingOf>,
): void {
  const { columns, bins } = shown;
  const last = (columns - 1) * bins;
  const usd = rowBin.map((bin) => usdOf(dollars[last + Math.floor(bin)] ?? 0));
  const most = usd.reduce((largest, value) => Math.max(largest, value), 1);
  usd.forEach((value, row) => {
    if (value === 0) return;
    const isLong = (rowBin[row] ?? 0) < (shown.priceBin[columns - 1] ?? 0);
    const shade = Math.max(3, shadeOf(shading, usdOf(shown.cells[last + Math.floor(rowBin[row] ?? 0)] ?? 0)));
    const colour = (isLong ? COLOURS.long : COLOURS.short)[shade] ?? 0;
    draw(row, Math.max(1, Math.round((value / most) * (PROFILE_WIDTH - 8))), colour);
  });
}

/** Eight or so round prices between two. */
function roundPrices(low: number, high: number): readonly number[] {
  const rough = (high - low) / 8;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = decade * ([1, 2, 5].find((count) => count * decade >= rough) ?? 10);
  const prices: number[] = [];
  for (let price = Math.ceil(low / step) * step; price < high; price += step)
    prices.push(Number(price.toPrecision(8)));
  return prices;
}

/** Puts `colour` over what stands at `index`, by its alpha. */
function blend(pixels: Uint32Array, index: number, colour: number): void {
  const alpha = colour >>> 24;
  if (alpha === 0) return;
  const under = pixels[index] ?? 0;
  let mixed = 0xff000000;
  for (const shift of [0, 8, 16]) {
    const value = (((colour >>> shift) & 255) * alpha + ((under >>> shift) & 255) * (255 - alpha)) / 255;
    mixed |= Math.round(value) << shift;
  }
  pixels[index] = mixed >>> 0;
}
