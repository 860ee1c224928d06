import type { BrowserContext, Page } from '@playwright/test';

import { startExchange } from '../exchange/start-exchange.ts';
import { launchBrowser } from '../support/launch.ts';
import { expect, PAGES, test, warmReport } from './fixtures.ts';
import { clustersOf } from './panel.ts';
import budgets from './cost-budgets.json' with { type: 'json' };

const WATCHED_MS = 10_000;

interface Cost {
  readonly scriptMs: number;
  readonly taskMs: number;
  readonly heapMb: number;
  readonly longTasks: number;
  readonly layoutShift: number;
}

/** What a trading page costs from its start until `WATCHED_MS` after it stands. */
async function costOf(context: BrowserContext, page: Page, stands: () => Promise<void>): Promise<Cost> {
  await page.addInitScript(() => {
    const seen = { longTasks: 0, layoutShift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      seen.longTasks += list.getEntries().length;
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.layoutShift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(PAGES.binance());
  await stands();
  await page.waitForTimeout(WATCHED_MS);
  const devtools = await context.newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((entry) => entry.name === name)?.value ?? 0;
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { longTasks: number; layoutShift: number } }).seen,
  );
  return {
    scriptMs: metric('ScriptDuration') * 1000,
    taskMs: metric('TaskDuration') * 1000,
    heapMb: metric('JSHeapUsedSize') / 1e6,
    ...seen,
  };
}

async function measure(withExtension: boolean): Promise<Cost> {
  const exchange = await startExchange({});
  const context = await launchBrowser({ exchangePort: exchange.port, headless: true, withExtension });
  try {
    const page = context.pages()[0]!;
    return await costOf(context, page, async () => {
      if (!withExtension) return;
      await warmReport(context);
      await expect(clustersOf(page)).toBeVisible();
    });
  } finally {
    await context.close();
    await exchange.close();
  }
}

test('the extension stays within its cost on the host page', async ({}, info) => {
  test.setTimeout(180_000);

  const without = await measure(false);
  const withIt = await measure(true);

  const added = {
    scriptMs: withIt.scriptMs - without.scriptMs,
    taskMs: withIt.taskMs - without.taskMs,
    heapMb: withIt.heapMb - without.heapMb,
  };
  console.log(`cost on the host page: ${JSON.stringify({ without, withIt, added })}`);
  info.annotations.push({ type: 'cost', description: JSON.stringify(added) });
  expect(added.scriptMs).toBeLessThan(budgets.scriptMs);
  expect(added.taskMs).toBeLessThan(budgets.taskMs);
  expect(added.heapMb).toBeLessThan(budgets.heapMb);
  expect(withIt.longTasks).toBeLessThanOrEqual(without.longTasks);
  expect(withIt.layoutShift).toBeLessThanOrEqual(without.layoutShift);
});
