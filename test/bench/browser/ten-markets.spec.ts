import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BrowserContext, expect, test } from '@playwright/test';

import { BARS_NEEDED } from '../../../core/market/bars.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import { type Exchange, PAGES, storedItems } from '../../e2e/fixtures.ts';
import { startExchange } from '../../exchange/start-exchange.ts';
import { backgroundWorker, launchBrowser } from '../../support/launch.ts';
import { cpuAnHourS } from './cpu-an-hour.ts';
import { seconds, tell } from './tell.ts';
import { MARKETS, TEN_MARKETS } from './ten-markets.ts';
import { attachToWorker } from './worker-devtools.ts';

test.describe.configure({ mode: 'serial' });

/** What venues allow in a minute holds up so many first loads at once. */
const LOADED_WITHIN_MS = 20 * 60_000;
const REST_S = 60;

let exchange: Exchange;
let folder: string;
const alone = (): string => join(folder, 'alone');
const all = (): string => join(folder, 'all');

test.beforeAll(async () => {
  exchange = await startExchange({ scenario: TEN_MARKETS });
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-ten-'));
  mkdirSync(alone());
  mkdirSync(all());
});

test.afterAll(async () => {
  await exchange.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what is held of ten markets is little', async () => {
  test.setTimeout(2 * LOADED_WITHIN_MS);
  const context = await launchBrowser({ exchangePort: exchange.port, headless: true, profileIn: all() });
  await backgroundWorker(context);
  const worker = await attachToWorker(context);
  await watch(context, MARKETS);
  await context.pages()[0]!.goto(PAGES.binance());
  const fewestBars = async () => {
    const items = await storedItems(context);
    const bars = MARKETS.map((market) => {
      const report = items[`report:${market}`] as Pick<MarketReport, 'warmUp'> | undefined;
      return report?.warmUp.barsLoaded ?? 0;
    });
    return Math.min(...bars);
  };
  await expect.poll(fewestBars, { timeout: LOADED_WITHIN_MS, intervals: [5000] }).toBe(BARS_NEEDED);
  await seconds(REST_S);

  await worker.send('HeapProfiler.collectGarbage');
  const heap = await worker.send<{ readonly usedSize: number; readonly backingStorageSize: number }>(
    'Runtime.getHeapUsage',
  );
  await context.close();

  console.log(JSON.stringify(heap));
  // Columns of numbers stand beside the heap of objects.
  tell('heapOfTenMarketsMb', (heap.usedSize + heap.backingStorageSize) / 1e6);
});

test('a further market costs less CPU than the first', async () => {
  test.setTimeout(2 * 900_000);
  const many = await cpuAnHourS(exchange, all());
  const context = await launchBrowser({
    exchangePort: exchange.port,
    headless: true,
    profileFrom: all(),
    profileIn: alone(),
  });
  await watch(context, []);
  await seconds(1);
  await context.close();

  const one = await cpuAnHourS(exchange, alone());

  tell('furtherMarketCpuSAnHour', (many - one) / (MARKETS.length - 1));
});

async function watch(context: BrowserContext, watchList: readonly string[]): Promise<void> {
  const worker = await backgroundWorker(context);
  await worker.evaluate(
    `chrome.storage.local.get('settings').then(({ settings }) =>
       chrome.storage.local.set({ settings: { ...settings, watchList: ${JSON.stringify(watchList)} } }))`,
  );
}
