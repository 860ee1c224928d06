import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

import { test } from '@playwright/test';

import type { MarketReport } from '../../core/market/market-report.ts';
import { API_ORIGINS, WEBSOCKET_ORIGINS } from '../../core/venues/origins.ts';
import { backgroundWorker, launchBrowser } from '../support/launch.ts';
import { errorsOf } from '../support/pages.ts';
import { clustersOf, panelOf } from '../support/panel.ts';
import { expect, PAGES, settled, storedItems, storedReport, warmReport } from './fixtures.ts';
import { forgetUser } from './kept-browser.ts';
import { endMarketAt, LOADED_PROFILE, loadedAt, startKnownExchange } from './loaded-profile.ts';

/** Hosts that Chromium itself asks at its start, with or without an extension. */
const BROWSER_HOSTS = [
  'accounts.google.com',
  'android.clients.google.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
];

const hostOf = (pattern: string): string => new URL(pattern.replace('/*', '/')).hostname;

/** Longer than between two requests of a worker that is still at something. */
const SILENT_MS = 1_500;

/** Inside the browser: what Playwright carries over could lose what is looked for. */
const STRANGE_NUMBERS = `(async () => {
  const found = [];
  const walk = (value, path) => {
    if (typeof value === 'number' && !Number.isFinite(value)) found.push(path);
    else if (value !== null && typeof value === 'object') for (const key of Object.keys(value)) walk(value[key], path + '.' + key);
  };
  walk(await chrome.storage.local.get(null), 'local');
  walk(await chrome.storage.session.get(null), 'session');
  return found;
})()`;

test('a first visit goes from progress to a card, and by one tap to bands, without an error on the page or a request to an unlisted host; other journeys begin with what it has loaded', async () => {
  test.setTimeout(180_000);
  rmSync(LOADED_PROFILE, { recursive: true, force: true });
  mkdirSync(dirname(LOADED_PROFILE), { recursive: true });
  endMarketAt(Date.now());
  const exchange = await startKnownExchange();
  const context = await launchBrowser({
    exchangePort: exchange.port,
    headless: true,
    profileIn: LOADED_PROFILE,
  });
  const worker = await backgroundWorker(context);
  const page = context.pages()[0]!;
  const consoleErrors = errorsOf(page);
  await page.goto(PAGES.binance());
  await expect(panelOf(page)).toContainText(/Warming up|Asking the venues/);

  const venuesTold = (told: MarketReport | null): number =>
    new Set(told?.openInterest.perVenue.map(({ venue }) => venue)).size;
  // A venue that has yet to answer is not among those whose load is waited for.
  await expect.poll(async () => venuesTold(await storedReport(context)), { timeout: 90_000 }).toBe(6);
  const report = await warmReport(context);

  await test.step('the panel tells what was loaded', async () => {
    await expect(panelOf(page).locator('.card-sentence')).toContainText('Estimate');
    await panelOf(page).locator('.card-body').click();
    await expect(clustersOf(page)).toBeVisible();
    expect(
      await panelOf(page)
        .locator('.panel-body')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      'pixels cut off at the side',
    ).toBe(0);
    await expect(panelOf(page)).toHaveAttribute('data-condition', 'live');
    expect(report.clusters.filter(({ side }) => side === 'long').length).toBeGreaterThan(0);
    expect(report.clusters.filter(({ side }) => side === 'short').length).toBeGreaterThan(0);
    expect(venuesTold(report)).toBe(6);
    expect(consoleErrors).toEqual([]);
    const listed = [...API_ORIGINS, ...WEBSOCKET_ORIGINS].map(hostOf);
    const allowed = new Set([...listed, 'www.binance.com', ...BROWSER_HOSTS]);
    expect(exchange.requests.hosts.filter((host) => !allowed.has(host))).toEqual([]);
  });

  await test.step('a report in storage is small and holds no number that is not finite', async () => {
    expect(JSON.stringify(report).length).toBeLessThan(50_000);
    expect(await worker.evaluate(STRANGE_NUMBERS)).toEqual([]);
    expect(JSON.stringify(await storedItems(context))).not.toContain('null,null,null,null,null');
  });

  await page.goto('about:blank');
  await settled(
    async () => exchange.requests.all.length,
    (count) => count,
    SILENT_MS,
  );
  await forgetUser(context);
  // A browser that begins with the profile has bars and figures, but no report that could be taken for its own.
  await worker.evaluate(`chrome.storage.local.remove('report:BTCUSDT')`);
  await context.close();
  await exchange.close();
  loadedAt(Date.now());
});
