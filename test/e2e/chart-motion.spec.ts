import type { Page } from '@playwright/test';

import { decodePng, type Picture } from '../support/png.ts';
import {
  call,
  drive,
  expectChartState,
  linesIn,
  nearest,
  openChart,
  paintedLines,
  paneOf,
  settledClusters,
} from './chart.ts';
import { expect } from './fixtures.ts';
import { testInOneBrowser } from './one-browser.ts';

const LEAST_FRAMES = 20;
const NEW_BARS = 3;
const REST_MS = 1500;

/** A glance every 250 ms and a frame; the rest is room for a shared machine. */
const MOST_LATE_MS = 400;

const test = testInOneBrowser({ viewport: { width: 1100, height: 640 }, isFrozen: true });

interface Frame {
  readonly picture: Picture;
  readonly shownAtMs: number;
}

/** Every frame that the browser shows while `move` goes on. */
async function filmed(page: Page, move: () => Promise<void>): Promise<readonly Frame[]> {
  const devtools = await page.context().newCDPSession(page);
  const frames: { readonly png: Buffer; readonly shownAtMs: number }[] = [];
  devtools.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ png: Buffer.from(data, 'base64'), shownAtMs: (metadata.timestamp ?? 0) * 1000 });
    devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await devtools.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await move();
  await page.waitForTimeout(300);
  await devtools.send('Page.stopScreencast');
  await devtools.detach();
  return frames.map(({ png, shownAtMs }) => ({ picture: decodePng(png), shownAtMs }));
}

/** Drags from one point to another in small steps. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number], steps = 24) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps });
  await page.mouse.up();
}

test('while the chart is panned, zoomed and its axis is dragged, no frame shows a band beside the chart’s own line', async ({
  page,
  context,
}) => {
  test.setTimeout(360_000);
  await openChart(page, context);
  await expectChartState(page, 'ready');
  const clusters = await settledClusters(context);
  await drive(page, 'drawLine', nearest(clusters, 'long').peak);
  await paintedLines(page, 1, 'long');
  const pane = await paneOf(page);
  const middle = pane.y + pane.height / 2;
  const axis = pane.x + pane.width + 30;
  const moves: Record<string, () => Promise<void>> = {
    'axis drag': () => drag(page, [axis, middle], [axis, middle - 60]),
    'axis drag back': () => drag(page, [axis, middle - 60], [axis, middle + 20]),
    'vertical pan': () => drag(page, [pane.x + 300, middle], [pane.x + 200, middle - 70]),
    wheel: async () => {
      await page.mouse.move(pane.x + 300, middle);
      for (let turn = 0; turn < 15; turn += 1) await page.mouse.wheel(0, turn < 8 ? -60 : 60);
    },
    'pan with a fling': async () => {
      await page.mouse.dblclick(axis, middle);
      await drag(page, [pane.x + 150, middle], [pane.x + 450, middle], 12);
      await page.waitForTimeout(500);
    },
  };
  const worst: Record<string, number> = {};
  let frames = 0;
  for (const [name, move] of Object.entries(moves)) {
    for (const { picture } of await filmed(page, move)) {
      const { ours, magenta } = linesIn(picture, pane, 1, 'long');
      if (ours === null && magenta === null) continue;
      frames += 1;
      const difference = ours === null || magenta === null ? Infinity : Math.abs(ours - magenta);
      worst[name] = Math.max(worst[name] ?? 0, difference);
    }
  }

  console.log(`CSS px between our line and the chart's in any of ${frames} frames: ${JSON.stringify(worst)}`);
  expect(frames).toBeGreaterThan(LEAST_FRAMES);
  for (const difference of Object.values(worst)) expect(difference).toBeLessThanOrEqual(1);
});

test('a chart at rest that moves by a new bar alone is followed from its first frame where the library tells, soon where it does not', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const worst: Record<string, { readonly px: number; readonly lateMs: number }> = {};
  for (const variant of ['library', 'bare']) {
    const page = await context.newPage();
    const clusters = await openChart(page, context, variant);
    await expectChartState(page, 'ready');
    await drive(page, 'drawLine', nearest(clusters, 'short').peak);
    await paintedLines(page, 1, 'short');
    const pane = await paneOf(page);
    let [px, lateMs] = [0, 0];
    const rows = new Set<number | null>();
    for (let bar = 1; bar <= NEW_BARS; bar += 1) {
      // Past the second in which the last move is followed frame by frame.
      await page.waitForTimeout(REST_MS);
      const frames = await filmed(page, async () => {
        // Down and not far, so that no other band of shorts comes into the picture.
        await call(page, 'addBar', nearest(clusters, 'long').peak * (1 - 0.015 * bar));
        await page.waitForTimeout(700);
      });
      let lateSince: number | null = null;
      for (const { picture, shownAtMs } of frames) {
        const { ours, magenta } = linesIn(picture, pane, 1, 'short');
        const difference =
          ours === magenta ? 0 : ours === null || magenta === null ? Infinity : Math.abs(ours - magenta);
        rows.add(magenta);
        px = Math.max(px, difference);
        if (difference > 1) lateSince ??= shownAtMs;
        else if (lateSince !== null) {
          lateMs = Math.max(lateMs, shownAtMs - lateSince);
          lateSince = null;
        }
      }
      expect(lateSince).toBeNull();
    }
    expect(rows.size).toBeGreaterThan(NEW_BARS);
    worst[variant] = { px, lateMs };
    await page.close();
  }

  console.log(`after a new bar, our line beside the chart's: ${JSON.stringify(worst)}`);
  expect(worst['library']!.px).toBeLessThanOrEqual(1);
  expect(worst['bare']!.lateMs).toBeLessThanOrEqual(MOST_LATE_MS);
});
