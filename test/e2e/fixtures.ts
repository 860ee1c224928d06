import { test as base, type BrowserContext, type Page } from '@playwright/test';

import type { MarketReport } from '../../core/market/market-report.ts';
import { startExchange } from '../exchange/start-exchange.ts';
import { backgroundWorker, extensionId, launchBrowser } from '../support/launch.ts';

export { expect } from '@playwright/test';

export type Exchange = Awaited<ReturnType<typeof startExchange>>;

interface Fixtures {
  readonly exchange: Exchange;
  readonly context: BrowserContext;
  /** A trading page of Binance BTCUSDT with the extension running; its console errors are in `consoleErrors`. */
  readonly page: Page;
  readonly consoleErrors: string[];
}

/** Every test has an exchange and a browser profile of its own. */
export const test = base.extend<Fixtures>({
  exchange: async ({}, use) => {
    const exchange = await startExchange({});
    await use(exchange);
    await exchange.close();
  },
  context: async ({ exchange }, use) => {
    const context = await launchBrowser({ exchangePort: exchange.port, headless: true });
    await use(context);
    await context.close();
  },
  consoleErrors: async ({}, use) => use([]),
  page: async ({ context, consoleErrors }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('console', (message) => {
      if (message.type() === 'error') consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => consoleErrors.push(error.message));
    await use(page);
  },
});

export const PAGES = {
  binance: (symbol = 'BTCUSDT') => `https://www.binance.com/en/futures/${symbol}`,
  bybit: (symbol = 'BTCUSDT') => `https://www.bybit.com/trade/usdt/${symbol}`,
  okx: (symbol = 'btc-usdt-swap') => `https://www.okx.com/trade-swap/${symbol}`,
  hyperliquid: (coin = 'BTC') => `https://app.hyperliquid.xyz/trade/${coin}`,
};

/** Everything the extension has stored on this device. */
export async function storedItems(context: BrowserContext): Promise<Record<string, unknown>> {
  const worker = await backgroundWorker(context);
  return worker.evaluate<Record<string, unknown>>('chrome.storage.local.get(null)');
}

/** The stored report of a market, or null. */
export async function storedReport(
  context: BrowserContext,
  market = 'BTCUSDT',
): Promise<MarketReport | null> {
  const items = await storedItems(context);
  return (items[`report:${market}`] as MarketReport | undefined) ?? null;
}

/** Waits until the first load of a market is done. */
export async function warmReport(context: BrowserContext, market = 'BTCUSDT'): Promise<MarketReport> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const report = await storedReport(context, market);
    if (report?.warmUp.done === true && report.map !== null) return report;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(
    `${market} was not loaded within a minute: ${JSON.stringify((await storedReport(context, market))?.warmUp)}`,
  );
}

/** Ends the worker as the browser does when it is idle or short of memory. */
export async function killWorker(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionId(context)}/popup.html`);
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await page.close();
}

/** Asks for fresh figures at once, as the panel's button does. */
export async function refresh(context: BrowserContext, market = 'BTCUSDT'): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionId(context)}/popup.html`);
  await page.evaluate(`chrome.runtime.sendMessage({ kind: 'refresh', market: '${market}' })`);
  await page.close();
}
