import type { CDPSession, Page } from '@playwright/test';

import budgets from './chart-soak-budgets.json' with { type: 'json' };
import { expectChartState, frames, openChart, paneOf } from './chart.ts';
import { expect, test } from './fixtures.ts';
import type { InjectedPage } from './inject.ts';

/** `npm run soak` asks for ten; null: a few rounds are enough. */
const MINUTES =
  process.env['PLIMSOLL_SOAK_MINUTES'] === undefined ? null : Number(process.env['PLIMSOLL_SOAK_MINUTES']);
const ROUNDS = 3;
/** Of a drag: each is a frame that is painted. */
const STEPS = 8;
const MARKETS = ['ETH', 'BTC'];

interface Count {
  readonly listeners: number;
  readonly nodes: number;
  readonly heapMb: number;
}

const SAMPLES = 5;

/** The least of some counts: a page that is just drawing its order book anew has it twice. */
async function counted(page: Page, devtools: CDPSession): Promise<Count> {
  const least = { listeners: Infinity, nodes: Infinity, heapMb: Infinity };
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    await frames(page, 14);
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((entry) => entry.name === name)?.value ?? 0;
    least.listeners = Math.min(least.listeners, metric('JSEventListeners'));
    least.nodes = Math.min(least.nodes, metric('Nodes'));
    least.heapMb = Math.min(least.heapMb, metric('JSHeapUsedSize') / 1e6);
  }
  return least;
}

/** The chart is panned, zoomed, its axis is dragged, and the page goes to each market, whose chart is another frame and report a new one. */
async function round(page: Page, injected: InjectedPage): Promise<void> {
  for (const market of MARKETS) {
    const key = `report:${market}USDT`;
    await injected.call('store', { [key]: { ...(injected.items[key] as object), at: Date.now() } });
    const { x, y, width, height } = await paneOf(page);
    const middle = { x: x + width / 2, y: y + height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x - 200, middle.y - 60, { steps: STEPS });
    await page.mouse.up();
    for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, turn < 5 ? -120 : 120);
    await page.mouse.move(x + width + 30, middle.y);
    await page.mouse.down();
    await page.mouse.move(x + width + 30, middle.y - 80, { steps: STEPS });
    await page.mouse.up();
    await page
      .locator('#markets')
      .getByRole('link', { name: new RegExp(market) })
      .click();
    await expect(page.locator('iframe')).toHaveCount(1);
    await expectChartState(page, 'ready');
  }
}

/** Listeners that the probe has in the window of the page and in that of its chart. */
async function probeListeners(devtools: CDPSession): Promise<number> {
  let count = 0;
  for (const expression of ['window', `document.querySelector('iframe').contentWindow`]) {
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId!,
    });
    count += listeners.filter(
      ({ type, useCapture, passive }) => useCapture && passive && type !== 'click',
    ).length;
  }
  return count;
}

/** Who waits for word from the chart's library. */
const subscribers = (page: Page) =>
  page.evaluate(() => {
    const view = document.querySelector('iframe')?.contentWindow as unknown as {
      tradingViewApi: { listening: () => number };
    };
    return view.tradingViewApi.listening();
  });

const NODES_OF_OURS = `document.querySelectorAll('[data-plimsoll]').length`;

test(`in ${MINUTES === null ? `${ROUNDS} rounds` : `${MINUTES} minutes`} of panning, zooming and changing markets nothing grows, and what is removed leaves no trace`, async ({
  page,
  injected,
}, info) => {
  test.setTimeout(120_000 + (MINUTES ?? 0) * 60_000);
  const { devtools } = injected;
  await openChart(page, 'replaced');
  await expectChartState(page, 'ready');
  await devtools.send('HeapProfiler.enable');
  await devtools.send('Performance.enable');

  await round(page, injected);
  const first = await counted(page, devtools);
  const endsAtMs = MINUTES === null ? 0 : Date.now() + MINUTES * 60_000;
  let rounds = 0;
  while (rounds < ROUNDS || Date.now() < endsAtMs) {
    await round(page, injected);
    rounds += 1;
    if (MINUTES !== null && rounds % 20 === 0)
      console.log(`after ${rounds} rounds: ${JSON.stringify(await counted(page, devtools))}`);
  }
  const last = await counted(page, devtools);

  const growth = {
    listeners: last.listeners - first.listeners,
    nodes: last.nodes - first.nodes,
    heapMb: last.heapMb - first.heapMb,
  };
  const figures = JSON.stringify({ rounds, first, last, growth });
  console.log(`soak: ${figures}`);
  info.annotations.push({ type: 'soak', description: figures });
  expect(growth.listeners).toBeLessThanOrEqual(budgets.listeners);
  expect(growth.nodes).toBeLessThanOrEqual(budgets.nodes);
  expect(growth.heapMb).toBeLessThanOrEqual(budgets.heapMb);

  expect(await probeListeners(devtools)).toBeGreaterThan(0);
  expect(await subscribers(page)).toBe(1);
  await injected.call('send', { kind: 'leave-pages', patterns: ['https://www.binance.com/*'] });
  await expect.poll(() => page.evaluate(NODES_OF_OURS)).toBe(0);
  // The probe falls asleep at its next beat.
  await expect.poll(() => probeListeners(devtools)).toBe(0);
  expect(await subscribers(page)).toBe(0);
});
