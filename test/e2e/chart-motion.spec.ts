import type { Page } from '@playwright/test';

import { startExchange } from '../exchange/start-exchange.ts';
import { decodePng, type Picture } from '../support/png.ts';
import { launchBrowser } from '../support/launch.ts';
import { drive, expectChartState, linesIn, nearest, openChart, paintedLines, paneOf } from './chart.ts';
import { expect, test } from './fixtures.ts';

const FROZEN_AT_MS = Date.now();
const LEAST_FRAMES = 20;

/** Every frame that the browser shows while `move` goes on. */
async function filmed(page: Page, move: () => Promise<void>): Promise<readonly Picture[]> {
  const devtools = await page.context().newCDPSession(page);
  const frames: Buffer[] = [];
  devtools.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'));
    devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await devtools.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await move();
  await page.waitForTimeout(300);
  await devtools.send('Page.stopScreencast');
  await devtools.detach();
  return frames.map(decodePng);
}

/** Drags from one point to another in small steps. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number], steps = 24) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps });
  await page.mouse.up();
}

test('while the chart is panned, zoomed and its axis is dragged, no frame shows a band beside the chart’s own line', async () => {
  test.setTimeout(240_000);
  const exchange = await startExchange({ clock: () => FROZEN_AT_MS });
  const context = await launchBrowser({
    exchangePort: exchange.port,
    headless: true,
    viewport: { width: 1100, height: 640 },
  });
  try {
    const page = context.pages()[0]!;
    const clusters = await openChart(page, context);
    await expectChartState(page, 'ready');
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
      for (const picture of await filmed(page, move)) {
        const { ours, magenta } = linesIn(picture, pane, 1, 'long');
        if (ours === null && magenta === null) continue;
        frames += 1;
        const difference = ours === null || magenta === null ? Infinity : Math.abs(ours - magenta);
        worst[name] = Math.max(worst[name] ?? 0, difference);
      }
    }

    console.log(
      `CSS px between our line and the chart's in any of ${frames} frames: ${JSON.stringify(worst)}`,
    );
    expect(frames).toBeGreaterThan(LEAST_FRAMES);
    for (const difference of Object.values(worst)) expect(difference).toBeLessThanOrEqual(1);
  } finally {
    await context.close();
    await exchange.close();
  }
});
