import { expect, type Page } from '@playwright/test';

import { decodePng, type Picture } from '../support/png.ts';
import { frames, paneOf } from './chart.ts';
import type { StubPast } from './stub-extension.ts';

const HOUR_S = 3600;
const STEP = 0.001;

/** A band of longs alone on the chart: whole bins and whole hours, between two bars that are marked. */
export interface KnownBand {
  readonly low: number;
  readonly high: number;
  readonly fromS: number;
  readonly untilS: number;
}

/** A band below `price`, over bars of an hour that opened long before `nowMs`. */
export function bandBelow(price: number, nowMs: number): KnownBand {
  const bin = Math.floor(Math.log(0.99 * price) / STEP);
  const hour = Math.floor(nowMs / 1000 / HOUR_S);
  return {
    low: Math.exp((bin - 8) * STEP),
    high: Math.exp(bin * STEP),
    fromS: (hour - 90) * HOUR_S,
    untilS: (hour - 40) * HOUR_S,
  };
}

export const pastWith = (price: number, ...bands: readonly KnownBand[]): StubPast => ({ price, bands });

/** Device pixels of the window: where the band has its edges, and the middles of what the chart itself draws in magenta. */
export interface HeatEdges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the wicks, by column. */
  readonly wicks: readonly number[];
  /** Of the line, by row. */
  readonly line: number | null;
}

/** Further to the right stands today's profile. */
const PROFILE_PX = 72;

const MOST_GAP_PX = 12;

/** Reads band and magenta of a picture of the window; null where one of them is not to be seen. */
export function heatIn(
  picture: Picture,
  pane: Awaited<ReturnType<typeof paneOf>>,
  ratio: number,
): HeatEdges | null {
  const { width, pixels } = picture;
  const [x0, x1] = [Math.ceil(pane.x * ratio), Math.floor((pane.x + pane.width - PROFILE_PX) * ratio)];
  const [y0, y1] = [Math.ceil(pane.y * ratio), Math.floor((pane.y + pane.height) * ratio)];
  const columns = new Map<number, number>();
  const rows = new Map<number, number>();
  const magentaColumns = new Map<number, number>();
  const magentaRows = new Map<number, number>();
  const count = (of: Map<number, number>, key: number) => of.set(key, (of.get(key) ?? 0) + 1);
  for (let y = y0; y < y1; y += 1)
    for (let x = x0; x < x1; x += 1) {
      const at = 4 * (y * width + x);
      const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
      if (red > 215 && green < 130 && blue > 180) {
        count(magentaColumns, x);
        count(magentaRows, y);
      } else if (red > 55 && red < 150 && red - blue > 25 && red > green && green > blue) {
        count(columns, x);
        count(rows, y);
      }
    }
  const most = (of: Map<number, number>) => Math.max(0, ...of.values());
  const many = (of: Map<number, number>, share: number) =>
    [...of]
      .filter(([, n]) => n > share * most(of))
      .map(([key]) => key)
      .toSorted((a, b) => a - b);
  const [across, down] = [many(columns, 0.5), many(rows, 0.5)];
  const line = [...magentaRows].filter(([, n]) => n > 0.8 * (x1 - x0)).map(([key]) => key);
  const wicks = groups(
    [...magentaColumns].filter(([, n]) => n > line.length + 6 * ratio).map(([key]) => key),
  );
  // Candles and grid interrupt the band.
  const end = across.findIndex((x, index) => (across[index + 1] ?? Infinity) - x > MOST_GAP_PX * ratio);
  const run = across.slice(0, end + 1);
  const [left, right, top, bottom] = [run[0], run.at(-1), down[0], down.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  return {
    left,
    right: right + 1,
    top,
    bottom: bottom + 1,
    wicks,
    line: line.length === 0 ? null : line.reduce((sum, row) => sum + row + 0.5, 0) / line.length,
  };
}

/** The middles of runs of neighbouring pixels. */
export function groups(keys: readonly number[]): readonly number[] {
  const found: number[][] = [];
  for (const key of keys.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && key - last.at(-1)! <= 1) last.push(key);
    else found.push([key]);
  }
  return found.map((run) => (run[0]! + run.at(-1)! + 1) / 2);
}

/** How far a band is off, device pixels: in time from the bars that it begins and ends with, in price from the line. */
export interface Misplaced {
  readonly time: number;
  readonly price: number;
  readonly halfBar: number;
}

export function misplaced(
  { left, right, top, bottom, wicks, line }: HeatEdges,
  bars: number,
): Misplaced | null {
  const [first, last] = [wicks[0], wicks.at(-1)];
  if (first === undefined || last === undefined || wicks.length !== 2 || line === null) return null;
  const halfBar = (last - first) / bars / 2;
  const time = Math.max(Math.abs(left - (first - halfBar)), Math.abs(right - (last - halfBar)));
  return { time, price: Math.min(Math.abs(top - line), Math.abs(bottom - line)), halfBar };
}

/**
 * The chart draws on whole CSS px, the band ends on any device pixel, a line is as wide as one of them, and places are
 * measured in halves of them.
 */
export function expectPlaced(off: Misplaced | null, ratio: number): void {
  expect(off).not.toBeNull();
  expect(off!.time).toBeLessThanOrEqual(Math.max(off!.halfBar, ratio) + 0.5);
  expect(off!.price).toBeLessThanOrEqual(Math.max(ratio, 1.5));
}

/** The band once it is painted and stands still, on the chart of a frame. */
export async function settledHeat(page: Page, ratio: number, frameIndex = 0): Promise<HeatEdges | null> {
  let last: HeatEdges | null = null;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await frames(page, 20);
    const picture = decodePng(await page.screenshot({ scale: 'device' }));
    const next = heatIn(picture, await paneOf(page, frameIndex), ratio);
    if (next !== null && JSON.stringify(next) === JSON.stringify(last)) return next;
    last = next;
  }
  return last;
}
