import type { BrowserContext, Page } from '@playwright/test';

import { startExchange } from '../../exchange/start-exchange.ts';
import { launchBrowser } from '../../support/launch.ts';
import budgets from './cost-budgets.json' with { type: 'json' };
import { expect, PAGES, test } from '../../e2e/fixtures.ts';
import { type OwnTime, startOwnTime, stopOwnTime } from './own-time.ts';
import { clustersOf, openPanels } from '../../support/panel.ts';

/** Both runs watch the page for as long, from its start, through the whole first load. */
const WATCHED_MS = 30_000;
const SAMPLING_US = 500;

interface Cost extends OwnTime {
  readonly scriptMs: number;
  readonly taskMs: number;
  readonly heapMb: number;
}

async function costOf(context: BrowserContext, page: Page, withExtension: boolean): Promise<Cost> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await startOwnTime(devtools, SAMPLING_US);
  await page.goto(PAGES.binance());
  const startedAt = performance.now();
  if (withExtension) await expect(clustersOf(page)).toBeVisible({ timeout: WATCHED_MS });
  await new Promise((resolve) => setTimeout(resolve, WATCHED_MS - (performance.now() - startedAt)));
  const own = await stopOwnTime(devtools);
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((entry) => entry.name === name)?.value ?? 0;
  return {
    scriptMs: metric('ScriptDuration') * 1000,
    taskMs: metric('TaskDuration') * 1000,
    heapMb: metric('JSHeapUsedSize') / 1e6,
    ...own,
  };
}

async function measure(withExtension: boolean): Promise<Cost> {
  const exchange = await startExchange({});
  const context = await launchBrowser({ exchangePort: exchange.port, headless: true, withExtension });
  try {
    if (withExtension) await openPanels(context);
    return await costOf(context, context.pages()[0]!, withExtension);
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
  const figures = JSON.stringify({ without, withIt, added });
  console.log(`cost on the host page in ${WATCHED_MS / 1000} s: ${figures}`);
  info.annotations.push({ type: 'cost', description: figures });
  expect(added.scriptMs).toBeLessThan(budgets.scriptMs);
  expect(added.taskMs).toBeLessThan(budgets.taskMs);
  expect(added.heapMb).toBeLessThan(budgets.heapMb);
  expect(withIt.ownMs).toBeLessThan(budgets.ownMs);
  expect(withIt.longestOwnMs).toBeLessThan(budgets.longestOwnMs);
});
