import type { BrowserContext, Page } from '@playwright/test';

import type { ContextReport } from '../../core/market/market-report.ts';
import { extensionId } from '../support/launch.ts';
import { expect, mappedReport, PAGES, refresh, storedReport, test } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';

test.use({ profile: 'loaded' });

/** Allows a source as its user does; the browser's own question is answered beforehand, as no script can press its buttons. */
async function allow(context: BrowserContext, name: string, pattern: string): Promise<Page> {
  const id = await extensionId(context);
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(`chrome.developerPrivate.addHostPermission('${id}', '${pattern}')`);
  await page.goto(`chrome-extension://${id}/options.html`);
  await page.getByRole('button', { name: `Allow ${name}`, exact: true }).click();
  await expect(page.getByRole('button', { name: `Stop ${name}`, exact: true })).toBeVisible();
  return page;
}

async function contextWhere(
  context: BrowserContext,
  isThere: (report: ContextReport) => boolean,
): Promise<ContextReport> {
  await expect(async () => {
    await refresh(context);
    const report = await storedReport(context);
    expect(report !== null && isThere(report.context)).toBe(true);
  }).toPass({ timeout: 60_000, intervals: [2_000] });
  return (await storedReport(context))!.context;
}

test('files of Binance’s archive are unpacked in the worker once they are allowed', async ({
  page,
  context,
  exchange,
}) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await allow(context, 'Binance archive', 'https://data.binance.vision/*');

  await expect(async () => {
    await refresh(context);
    const archive = (await storedReport(context))?.sources.find(
      ({ kind }) => kind === 'archived-open-interest',
    );
    expect(archive).toMatchObject({ venue: 'binance', status: 'ok' });
  }).toPass({ timeout: 60_000, intervals: [2_000] });

  const files = exchange.requests.to('data.binance.vision').filter(({ status }) => status === 200);
  // A day at a time, and each once.
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  expect(files.length).toBeGreaterThan(0);
});

test('when the first source of fund flows refuses, the second one answers', async ({
  page,
  context,
  exchange,
}) => {
  exchange.faults.add({ host: 'api.coinmarketcap.com', fault: { kind: 'refuse', status: 403 } });
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await allow(context, 'CoinMarketCap', 'https://api.coinmarketcap.com/*');
  await allow(context, 'Bitbo', 'https://bitbo.io/*');

  const { sources, etf } = await contextWhere(context, (report) => report.etf !== null);

  expect(etf?.sum5dUsd).not.toBe(0);
  expect(sources?.find(({ name }) => name === 'CoinMarketCap')?.status).toBe('failed');
  expect(sources?.find(({ name }) => name === 'Bitbo')?.status).toBe('ok');
  await expect(panelOf(page)).toContainText('ETF');
});

test('a calendar that answers 429 is left alone and costs its own line only', async ({
  page,
  context,
  exchange,
}) => {
  exchange.faults.add({
    host: 'nfs.faireconomy.media',
    fault: { kind: 'throttle', status: 429, retryAfterS: 600 },
  });
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await allow(context, 'Forex Factory calendar', 'https://nfs.faireconomy.media/*');

  const { events } = await contextWhere(
    context,
    ({ sources }) =>
      sources?.some(({ figure, code }) => figure === 'events' && code === 'rate-limited') ?? false,
  );
  await refresh(context);
  await refresh(context);

  expect(events).toEqual([]);
  expect(exchange.requests.to('nfs.faireconomy.media')).toHaveLength(1);
  await expect(panelOf(page)).toHaveAttribute('data-condition', /live|warming/);
});
