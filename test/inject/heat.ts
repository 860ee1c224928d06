import { expect } from '@playwright/test';

import type { Picture } from '../support/png.ts';
import { frames, type Pane, seePane } from './chart.ts';
import type { DrivenPage } from './driven-page.ts';
import { BARS } from './known-band.ts';
import { apart, isMagentaUnder, isOnLine, linesIn } from './lines.ts';

/** Device pixels of a picture: where the band has its edges, and the middles of what the chart itself draws in magenta. */
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

/** Longer than the map lags behind a scale that was changed. */
const FOLLOWED_FRAMES = 20;
const ATTEMPTS = 12;

/** The chart's own, bare, under the heat map or under the line of a band. */
const isMagenta = (red: number, green: number, blue: number): boolean =>
  (red > 215 && green < 130 && blue > 180) || isMagentaUnder(red, green, blue);

/** Of the pane's width: a label may hide the rest of the chart's line. */
const LINE_SHARE = 0.6;

/** Further to the right stands today's profile. */
const PROFILE_PX = 72;

const MOST_GAP_PX = 12;

/** Reads band and magenta of a picture that shows a pane; null where one of them is not to be seen. */
export function heatIn(picture: Picture, pane: Pane, ratio: number): HeatEdges | null {
  const { width, pixels } = picture;
  const [x0, x1] = [Math.ceil(pane.x * ratio), Math.floor((pane.x + pane.width - PROFILE_PX) * ratio)];
  const [y0, y1] = [Math.ceil(pane.y * ratio), Math.floor((pane.y + pane.height) * ratio)];
  const [columns, magentaColumns] = [new Uint32Array(width), new Uint32Array(width)];
  const [rows, magentaRows] = [new Uint32Array(y1), new Uint32Array(y1)];
  for (let y = y0; y < y1; y += 1)
    for (let x = x0; x < x1; x += 1) {
      const at = 4 * (y * width + x);
      const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
      if (isMagenta(red, green, blue)) {
        magentaColumns[x]! += 1;
        magentaRows[y]! += 1;
      } else if (red > 55 && red < 150 && red - blue > 25 && red > green && green > blue) {
        columns[x]! += 1;
        rows[y]! += 1;
      }
    }
  const many = (counts: Uint32Array) => over(counts, 0.5 * Math.max(...counts));
  const [across, down] = [many(columns), many(rows)];
  const line = over(magentaRows, LINE_SHARE * (x1 - x0));
  const wicks = groups(over(magentaColumns, line.length + 6 * ratio));
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

/** Of which pixels more than so many were counted. */
const over = (counts: Uint32Array, least: number): readonly number[] =>
  [...counts.keys()].filter((key) => counts[key]! > least);

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

/** @returns null where the two enclosing bars or the line are not to be seen */
export function misplaced({ left, right, top, bottom, wicks, line }: HeatEdges): Misplaced | null {
  const [first, last] = [wicks[0], wicks.at(-1)];
  if (first === undefined || last === undefined || wicks.length !== 2 || line === null) return null;
  const halfBar = (last - first) / (BARS + 1) / 2;
  const time = Math.max(Math.abs(left - (first + halfBar)), Math.abs(right - (last - halfBar)));
  return { time, price: Math.min(Math.abs(top - line), Math.abs(bottom - line)), halfBar };
}

/** What a band may be off, device pixels, beside the half of one that places are measured in. */
const allowed = ({ halfBar }: Misplaced) => ({ time: Math.max(halfBar, 1) + 0.5, price: 1.5 });

/** @param stretched device px that the rows of the bitmap may be off beside that, where it is moved and not yet made anew */
export function expectPlaced(off: Misplaced | null, stretched = 0): void {
  expect(off).not.toBeNull();
  const { time, price } = allowed(off!);
  expect(off!.time).toBeLessThanOrEqual(time);
  expect(off!.price).toBeLessThanOrEqual(price + stretched);
}

const isPlaced = (off: Misplaced | null): boolean =>
  off !== null && off.time <= allowed(off).time && off.price <= allowed(off).price;

/** The band as it is painted at this moment, on the chart of a frame; device pixels of the window. */
async function heatNow(page: DrivenPage, ratio: number, frameIndex: number): Promise<HeatEdges | null> {
  const { picture, pane, left, top } = await seePane(page, ratio, frameIndex);
  const edges = heatIn(picture, pane, ratio);
  return edges && moved(edges, left, top);
}

/** What stands where on a chart, device px from the chart's own. */
interface Followed {
  readonly heat: Misplaced | null;
  /** Of a cluster of longs whose peak is the band's upper edge. */
  readonly line: number;
}

/** How far the band, and the line at its edge, are off once they have had time to follow; where that is too far, once they have had more. */
export async function followedHeat(
  page: DrivenPage,
  ratio: number,
  followedFrames = FOLLOWED_FRAMES,
): Promise<Followed> {
  let edges: HeatEdges | null = null;
  let followed: Followed = { heat: null, line: Infinity };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await frames(page, followedFrames);
    const { picture, pane } = await seePane(page, ratio);
    edges = heatIn(picture, pane, ratio);
    followed = { heat: edges && misplaced(edges), line: apart(linesIn(picture, pane, ratio, 'long')) };
    if (isPlaced(followed.heat) && isOnLine(followed.line, ratio)) return followed;
  }
  console.log(`last seen of the heat map: ${JSON.stringify(edges)}`);
  return followed;
}

/** The band once it is painted and stands still. */
export async function settledHeat(
  page: DrivenPage,
  ratio: number,
  frameIndex = 0,
): Promise<HeatEdges | null> {
  let last: HeatEdges | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await frames(page, FOLLOWED_FRAMES);
    const next = await heatNow(page, ratio, frameIndex);
    if (next !== null && JSON.stringify(next) === JSON.stringify(last)) return next;
    last = next;
  }
  return last;
}

/** So many looks at a bare chart, one after the other, and no map is coming. */
const BARE_LOOKS = 3;

/** Whether a chart comes to show no band, and goes on showing none. */
export async function staysBare(page: DrivenPage, ratio: number): Promise<boolean> {
  let looks = 0;
  for (let attempt = 0; attempt < ATTEMPTS && looks < BARE_LOOKS; attempt += 1) {
    await frames(page, FOLLOWED_FRAMES);
    looks = (await heatNow(page, ratio, 0)) === null ? looks + 1 : 0;
  }
  return looks === BARE_LOOKS;
}

const moved = ({ left, right, top, bottom, wicks, line }: HeatEdges, x: number, y: number): HeatEdges => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y,
  wicks: wicks.map((wick) => wick + x),
  line: line === null ? null : line + y,
});
