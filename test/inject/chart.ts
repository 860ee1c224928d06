import { expect, type Page } from '@playwright/test';

import type { ClusterReport } from '../../core/market/market-report.ts';
import type { EmbeddedChart } from '../exchange/pages/chart/chart-options.ts';
import { decodePng, type Picture } from '../support/png.ts';
import { PAGES } from '../support/pages.ts';
import { panelOf } from '../support/panel.ts';
import type { DrivenPage } from './driven-page.ts';
import { takePicture } from './take-picture.ts';

/** Where the page's first chart has its pane, CSS px of the window. */
export interface Pane {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Opens Binance with its chart held as `variant` says. */
export const openChart = async (page: Page, variant = 'library'): Promise<void> =>
  void (await page.goto(`${PAGES.binance()}?chart=${variant}`));

/** As above; page and chart show their figures anew each second, as real ones do, for what is proven of a page at rest. */
export const openLiveChart = (page: Page): Promise<void> => openChart(page, 'library&period=1000');

/** What the panel says of the bands on the chart. */
export const expectChartState = (page: Page, state: string): Promise<void> =>
  expect(panelOf(page).locator('.chart-switch')).toHaveAttribute('data-chart-state', state);

/** Calls a function of the chart's own controls, with a press of a key in the page, as a user's would come with one. */
export async function drive<Name extends keyof EmbeddedChart>(
  page: DrivenPage,
  name: Name,
  ...values: Parameters<EmbeddedChart[Name]>
): Promise<void> {
  await call(page, name, ...values);
  await page.keyboard.press('Shift');
}

/** Calls a function of the chart's own controls. */
export async function call<Name extends keyof EmbeddedChart>(
  page: DrivenPage,
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
export const frames = (page: DrivenPage, count: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    for (let shown = 0; shown < wanted; shown += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

/** The pane of the candles of a chart in a frame, as the browser lays it out. */
export async function paneOf(page: DrivenPage, frameIndex = 0): Promise<Pane> {
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

/** A multiple of as many CSS px is whole in device pixels at every ratio that is tested. */
const WHOLE_PX = 4;

/** A picture of a pane and little around it, which is made and read in a fraction of the window's time. */
interface SeenPane {
  readonly picture: Picture;
  /** Of the picture, CSS px. */
  readonly pane: Pane;
  /** Of the picture's first pixel in the window, device pixels. */
  readonly left: number;
  readonly top: number;
}

/** Looks at the pane of the candles of a chart in a frame. */
export async function seePane(page: DrivenPage, ratio: number, frameIndex = 0): Promise<SeenPane> {
  const pane = await paneOf(page, frameIndex);
  const [x, y] = [pane.x, pane.y].map((edge) => Math.floor(edge / WHOLE_PX) * WHOLE_PX) as [number, number];
  const clip = {
    x,
    y,
    width: Math.ceil(pane.x + pane.width) - x,
    height: Math.ceil(pane.y + pane.height) - y,
  };
  const picture = await takePicture(page, clip);
  return { picture, pane: { ...pane, x: pane.x - x, y: pane.y - y }, left: x * ratio, top: y * ratio };
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
export async function pan(page: DrivenPage, steps: number): Promise<void> {
  const { x, y, width, height } = await paneOf(page);
  await page.mouse.move(x + width - 100, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 300, y + height / 2 - 60, { steps });
  await page.mouse.move(x + width - 100, y + height / 2, { steps });
  await page.mouse.up();
}

/** Frames that the page has shown since the first call. */
export const frameCount = (page: DrivenPage): Promise<number> =>
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
  page: DrivenPage,
  from: readonly [number, number],
  to: readonly [number, number],
  steps = 12,
) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps });
  await page.mouse.up();
}
