import type { BrowserContext, Page } from '@playwright/test';

import { PANEL_HOST } from '../support/closed-roots.ts';
import { extensionId } from '../support/launch.ts';
import { expect, PAGES, test } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';

const DYDX = 'https://dydx.trade/trade/BTC-USD';
const PATTERN = 'https://dydx.trade/*';

test.use({ profile: 'loaded' });

/** A page of a site that the simulated exchange does not have. */
async function serveDydx(context: BrowserContext): Promise<void> {
  await context.route('https://dydx.trade/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" },
      body: '<!doctype html><html lang="en"><title>$90,000 BTC-USD · dYdX</title><h1>BTC-USD</h1></html>',
    }),
  );
}

/**
 * Opens the options with the browser's own question for the site answered beforehand, as no script can press its
 * buttons: the click still asks, and is granted.
 */
async function openOptions(context: BrowserContext): Promise<Page> {
  const id = await extensionId(context);
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(`chrome.developerPrivate.addHostPermission('${id}', '${PATTERN}')`);
  await page.goto(`chrome-extension://${id}/options.html`);
  return page;
}

const registered = (context: BrowserContext): Promise<unknown> =>
  context
    .serviceWorkers()[0]!
    .evaluate(
      'chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.map(({ id, matches, world }) => [id, ...matches, world]))',
    );

test('a site is left alone until it is allowed: the open page has one panel at once, later ones too, until access is taken back, which leaves no trace, and again when it is given again', async ({
  page,
  context,
}) => {
  await serveDydx(context);
  await page.goto(DYDX);
  const other = await context.newPage();
  await other.goto(PAGES.bybit());
  await expect(panelOf(other)).toBeVisible();
  await expect(panelOf(page)).toHaveCount(0);
  expect(await registered(context)).toEqual([]);
  const options = await openOptions(context);
  const allow = options.getByRole('button', { name: 'Allow the panel on dYdX' });
  const stop = options.getByRole('button', { name: 'Stop the panel on dYdX' });

  await test.step('allowed', async () => {
    await allow.click();
    await expect(stop).toBeVisible();
    await page.bringToFront();

    await expect(page.locator(PANEL_HOST)).toHaveCount(1);
    await expect(panelOf(page)).toBeVisible();
    await expect(panelOf(page)).toContainText('not of dYdX');
    expect(await panelOf(page).evaluate((panel) => getComputedStyle(panel).position)).toBe('fixed');
    expect(await registered(context)).toEqual([
      ['chart-probe', PATTERN, 'MAIN'],
      ['overlay', PATTERN, 'ISOLATED'],
    ]);
    await page.reload();
    await expect(page.locator(PANEL_HOST)).toHaveCount(1);
    await other.reload();
    await expect(other.locator(PANEL_HOST)).toHaveCount(1);
  });

  await test.step('taken back', async () => {
    await stop.click();

    await expect(page.locator(PANEL_HOST)).toHaveCount(0);
    await expect.poll(() => registered(context)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(2);
    // A site of the install is none of its.
    await expect(other.locator(PANEL_HOST)).toHaveCount(1);
  });

  await allow.click();
  await page.bringToFront();
  await expect(page.locator(PANEL_HOST)).toHaveCount(1);
  await expect(panelOf(page)).toBeVisible();
});
