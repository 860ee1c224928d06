import type { BrowserContext } from '@playwright/test';

import type { MarketReport } from '../../core/market/market-report.ts';
import { extensionId } from '../support/launch.ts';
import { expect, mappedReport, PAGES, pollUntil, refresh, storedReport, test } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';

test.use({ profile: 'loaded' });

/** Sources that are allowed as their user does, by name. */
const SOURCES = {
  'Binance archive': 'https://data.binance.vision/*',
  CoinMarketCap: 'https://api.coinmarketcap.com/*',
  Bitbo: 'https://bitbo.io/*',
  'Forex Factory': 'https://nfs.faireconomy.media/*',
};

/** Allows them; the browser's own questions are answered beforehand, as no script can press its buttons. */
async function allowAll(context: BrowserContext): Promise<void> {
  const id = await extensionId(context);
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  for (const pattern of Object.values(SOURCES))
    await page.evaluate(`chrome.developerPrivate.addHostPermission('${id}', '${pattern}')`);
  await page.goto(`chrome-extension://${id}/options.html`);
  for (const name of Object.keys(SOURCES)) {
    await page.getByRole('button', { name: `Allow ${name}`, exact: true }).click();
    await expect(page.getByRole('button', { name: `Stop ${name}`, exact: true })).toBeVisible();
  }
}

async function reportWhere(
  context: BrowserContext,
  isThere: (report: MarketReport) => boolean,
): Promise<MarketReport> {
  await pollUntil(context, async () => {
    const report = await storedReport(context);
    expect(report !== null && isThere(report)).toBe(true);
  });
  return (await storedReport(context))!;
}

test('sources that are allowed are asked: when the first of fund flows refuses, the second one answers, a calendar that answers 429 is left alone and costs its own line only, and files of Binance’s archive are unpacked in the worker', async ({
  page,
  context,
  exchange,
}) => {
  exchange.faults.add({ host: 'api.coinmarketcap.com', fault: { kind: 'refuse', status: 403 } });
  exchange.faults.add({
    host: 'nfs.faireconomy.media',
    fault: { kind: 'throttle', status: 429, retryAfterS: 600 },
  });
  await page.goto(PAGES.bybit());
  await mappedReport(context);
  await allowAll(context);

  await test.step('fund flows', async () => {
    const report = await reportWhere(context, ({ context: told }) => told.etf !== null);
    const { sources, etf } = report.context;
    expect(etf?.sum5dUsd).not.toBe(0);
    expect(sources?.find(({ name }) => name === 'CoinMarketCap')?.status).toBe('failed');
    expect(sources?.find(({ name }) => name === 'Bitbo')?.status).toBe('ok');
    await expect(panelOf(page)).toContainText('ETF');
  });

  await test.step('the calendar', async () => {
    const isRefused = ({ context: { sources } }: MarketReport): boolean =>
      sources?.some(({ figure, code }) => figure === 'events' && code === 'rate-limited') ?? false;
    const report = await reportWhere(context, isRefused);
    await refresh(context);
    await refresh(context);

    expect(report.context.events).toEqual([]);
    expect(exchange.requests.to('nfs.faireconomy.media')).toHaveLength(1);
    await expect(panelOf(page)).toHaveAttribute('data-condition', /live|warming/);
  });

  await test.step('the archive', async () => {
    await reportWhere(context, ({ sources }) =>
      sources.some(
        ({ kind, venue, status }) =>
          kind === 'archived-open-interest' && venue === 'binance' && status === 'ok',
      ),
    );
    const files = exchange.requests.to('data.binance.vision').filter(({ status }) => status === 200);
    // A day at a time, and each once.
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    expect(files.length).toBeGreaterThan(0);
  });
});
