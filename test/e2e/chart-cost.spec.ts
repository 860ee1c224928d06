import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { EXTENSION_DIR } from '../support/launch.ts';
import { expectChartState, openChart, paneOf } from './chart.ts';
import { startOwnTime, stopOwnTime } from './own-time.ts';
import { panelOf } from './panel.ts';
import budgets from './chart-cost-budgets.json' with { type: 'json' };
import { expect, test } from './fixtures.ts';
import { ownThreadMs } from './thread-time.ts';

const SAMPLING_US = 100;
/** What a click has set going has ended. */
const SETTLE_MS = 7_000;
const IDLE_MS = 6_000;
const IDLE_ROUNDS = 3;

test.use({ profile: 'loaded' });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function pan(page: Page): Promise<void> {
  const { x, y, width, height } = await paneOf(page);
  await page.mouse.move(x + width - 100, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 300, y + height / 2 - 60, { steps: 60 });
  await page.mouse.move(x + width - 100, y + height / 2, { steps: 60 });
  await page.mouse.up();
}

test('bands on the chart stay within their cost', async ({ page, context }, info) => {
  test.setTimeout(240_000);
  await openChart(page, context);
  await expectChartState(page, 'ready');
  const devtools = await context.newCDPSession(page);

  const shown = panelOf(page).getByRole('button', { name: 'On the chart' });
  const rest = async () => {
    await page.waitForTimeout(SETTLE_MS);
    return (await ownThreadMs(devtools, () => page.waitForTimeout(IDLE_MS))) / IDLE_MS;
  };
  const [withBands, without]: [number[], number[]] = [[], []];
  for (let round = 0; round < IDLE_ROUNDS; round += 1) {
    withBands.push(await rest());
    await shown.click();
    await expectChartState(page, 'off');
    without.push(await rest());
    await shown.click();
    await expectChartState(page, 'ready');
  }
  const framesBefore = await frameCount(page);
  await startOwnTime(devtools, SAMPLING_US);
  await pan(page);
  const { ownMs: panMs } = await stopOwnTime(devtools);
  const frames = (await frameCount(page)) - framesBefore;

  const cost = {
    idleShareOfCore: median(withBands) - median(without),
    panelShareOfCore: median(without),
    panMsPerFrame: panMs / Math.max(1, frames),
    frames,
    probeBytes: readFileSync(join(EXTENSION_DIR, 'content-scripts/chart-probe.js')).length,
  };
  console.log(`cost of the bands on the chart: ${JSON.stringify(cost)}`);
  info.annotations.push({ type: 'cost', description: JSON.stringify(cost) });
  expect(cost.idleShareOfCore).toBeLessThan(budgets.idleShareOfCore);
  expect(cost.panelShareOfCore).toBeLessThan(budgets.panelShareOfCore);
  expect(cost.panMsPerFrame).toBeLessThan(budgets.panMsPerFrame);
});

/** Frames that the chart's window has shown since the first call. */
const frameCount = (page: Page): Promise<number> =>
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
