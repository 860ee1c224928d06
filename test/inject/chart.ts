import { expect, type Page } from '@playwright/test';

import type { ClusterReport } from '../../core/market/market-report.ts';
import type { EmbeddedChart } from '../exchange/pages/chart/chart-options.ts';
import { decodePng, type Picture } from '../support/png.ts';
import { PAGES } from '../support/pages.ts';
import { panelOf } from '../support/panel.ts';

/** Where the page's first chart has its pane, CSS px of the window. */
interface Pane {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Opens Binance with its chart held as `variant` says. */
export const openChart = async (page: Page, variant = 'library'): Promise<void> =>
  void (await page.goto(`${PAGES.binance()}?chart=${variant}`));

/** What the panel says of the bands on the chart. */
export const expectChartState = (page: Page, state: string): Promise<void> =>
  expect(panelOf(page).locator('.chart-switch')).toHaveAttribute('data-chart-state', state);

/** Calls a function of the chart's own controls, with a press of a key in the page, as a user's would come with one. */
export async function drive<Name extends keyof EmbeddedChart>(
  page: Page,
  name: Name,
  ...values: Parameters<EmbeddedChart[Name]>
): Promise<void> {
  await call(page, name, ...values);
  await page.keyboard.press('Shift');
}

/** Calls a function of the chart's own controls. */
export async function call<Name extends keyof EmbeddedChart>(
  page: Page,
  name: Name,
  ...values: Parameters<EmbeddedChart[Name]>
): Promise<void> {
  await page.evaluate(
    ({ name, values }) => {
      for (const chart of (window as { embeddedCharts?: EmbeddedChart[] }).embeddedCharts ?? [])
        (chart[name] as (...values: unknown[]) => void)(...values);
    },
    { name, values },
  );
}

/** Waits until the page has shown so many frames. */
export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    for (let shown = 0; shown < wanted; shown += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

/** The pane of the candles of a chart in a frame, as the browser lays it out. */
export async function paneOf(page: Page, frameIndex = 0): Promise<Pane> {
  return page.evaluate((index) => {
    const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe')].filter(
      (frame) => frame.getClientRects().length > 0,
    );
    const frame = frames[index];
    const root = frame?.contentDocument ?? document;
    const panes = [...root.querySelectorAll('.chart-markup-table.pane')];
    const tallest = panes.toSorted(
      (a, b) => b.getBoundingClientRect().height - a.getBoundingClientRect().height,
    )[0]!;
    const outer = frame?.getBoundingClientRect();
    const { left, top, width, height } = tallest.getBoundingClientRect();
    const x = left + (outer === undefined ? 0 : outer.left + frame!.clientLeft);
    const y = top + (outer === undefined ? 0 : outer.top + frame!.clientTop);
    return { x, y, width, height };
  }, frameIndex);
}

/** Device rows of a pane at which stand our line and the chart's own line of magenta; null where one is not to be seen. */
interface Lines {
  readonly ours: number | null;
  readonly magenta: number | null;
}

/** Reads the two lines of a picture of the window, ours of one side; rows count from the window's top edge. */
export function linesIn(picture: Picture, pane: Pane, ratio: number, side: 'long' | 'short'): Lines {
  const first = Math.round(pane.y * ratio);
  const last = Math.min(picture.height, Math.round((pane.y + pane.height) * ratio));
  const ours: number[] = [];
  const magenta: number[] = [];
  for (let row = first; row < last; row += 1) {
    const counts = countColors(picture, row, pane, ratio);
    if (counts[side] > 0.6) ours.push(row);
    if (counts.magenta > 0.6) magenta.push(row);
  }
  return { ours: middle(ours), magenta: middle(magenta) };
}

const middle = (rows: readonly number[]): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum + row, 0) / rows.length;

/** Shares of a row's pixels that are of our lines' colours, over the chart or over magenta, and of magenta, bare or under ours. */
function countColors({ width, pixels }: Picture, row: number, pane: Pane, ratio: number) {
  let long = 0;
  let short = 0;
  let magenta = 0;
  let count = 0;
  for (let part = 0.05; part < 0.6; part += 0.005) {
    const at = 4 * (row * width + Math.round((pane.x + part * pane.width) * ratio));
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    const isOrange = red > 180 && green > 110 && green < 170 && blue < 130;
    const isBlue = blue > 190 && green > 110 && green < 185 && red < 135;
    const isBare = red > 215 && green < 80 && blue > 180;
    const isUnder = (isOrange && blue > 85 && red > 225) || (isBlue && blue > 230 && red > 95);
    count += 1;
    if (isOrange) long += 1;
    if (isBlue) short += 1;
    if (isBare || isUnder) magenta += 1;
  }
  return { long: long / count, short: short / count, magenta: magenta / count };
}

/** Longer than a chart at rest may move unseen after a press. */
const SETTLED_FRAMES = 20;

/** The two lines once both are painted and stand still. */
export async function paintedLines(page: Page, ratio: number, side: 'long' | 'short'): Promise<Lines> {
  let lines: Lines = { ours: null, magenta: null };
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const before = lines;
    await frames(page, SETTLED_FRAMES);
    lines = await linesNow(page, ratio, side);
    const isStill = lines.ours === before.ours && lines.magenta === before.magenta;
    if (isStill && lines.ours !== null && lines.magenta !== null) break;
  }
  return lines;
}

/** A multiple of as many CSS px is whole in device pixels at every ratio that is tested. */
const WHOLE_PX = 4;

/** Reads the two lines of a picture of the pane alone, which is made and read in a fraction of the window's time. */
async function linesNow(page: Page, ratio: number, side: 'long' | 'short'): Promise<Lines> {
  const pane = await paneOf(page);
  const [left, top] = [pane.x, pane.y].map((edge) => Math.floor(edge / WHOLE_PX) * WHOLE_PX) as [
    number,
    number,
  ];
  const clip = {
    x: left,
    y: top,
    width: Math.ceil(pane.width),
    height: Math.ceil(pane.y + pane.height) - top,
  };
  const picture = decodePng(await page.screenshot({ scale: 'device', clip }));
  const { ours, magenta } = linesIn(picture, { ...pane, x: pane.x - left, y: pane.y - top }, ratio, side);
  const inWindow = (row: number | null) => (row === null ? null : row + top * ratio);
  return { ours: inWindow(ours), magenta: inWindow(magenta) };
}

/** Bands near the price, the ones that a chart shows without being moved. */
export const nearest = (clusters: readonly ClusterReport[], side: 'long' | 'short'): ClusterReport => {
  const found = clusters
    .filter((cluster) => cluster.side === side)
    .toSorted((a, b) => Math.abs(a.distance) - Math.abs(b.distance))[0];
  if (found === undefined) throw new Error(`the market has no cluster of ${side}s`);
  return found;
};

/** Drags the chart away and back in so many steps each. */
export async function pan(page: Page, steps: number): Promise<void> {
  const { x, y, width, height } = await paneOf(page);
  await page.mouse.move(x + width - 100, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 300, y + height / 2 - 60, { steps });
  await page.mouse.move(x + width - 100, y + height / 2, { steps });
  await page.mouse.up();
}

/** Frames that the page has shown since the first call. */
export const frameCount = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const counter = window as { shownFrames?: number };
    if (counter.shownFrames === undefined) {
      counter.shownFrames = 0;
      const count = () => {
        counter.shownFrames = (counter.shownFrames ?? 0) + 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    }
    return counter.shownFrames;
  });

/** Every frame that the browser shows while `move` goes on. */
export async function filmed(page: Page, move: () => Promise<void>): Promise<readonly Picture[]> {
  const devtools = await page.context().newCDPSession(page);
  const shown: Buffer[] = [];
  devtools.on('Page.screencastFrame', ({ data, sessionId }) => {
    shown.push(Buffer.from(data, 'base64'));
    devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await devtools.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await move();
  await frames(page, 15);
  await devtools.send('Page.stopScreencast');
  await devtools.detach();
  return shown.map(decodePng);
}

/** Drags from one point to another in small steps. */
export async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
  steps = 24,
) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps });
  await page.mouse.up();
}
