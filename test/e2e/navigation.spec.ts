import { expect, mappedReport, PAGES, pricedReport, test } from './fixtures.ts';
import { clustersOf, panelOf } from '../support/panel.ts';

test.use({ profile: 'loaded' });

test('the panel follows the user from market to market inside the page', async ({
  page,
  context,
  consoleErrors,
}) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await expect(panelOf(page)).toContainText('BTC');

  await page.getByRole('link', { name: /ETH/ }).first().click();

  await expect(page).toHaveURL(/ETHUSDT/);
  await expect(panelOf(page).locator('.strip-market')).toHaveText('ETH');
  await mappedReport(context, 'ETHUSDT');
  await expect(clustersOf(page)).toBeVisible();
  expect(consoleErrors).toEqual([]);
});

for (const site of ['bybit', 'okx'] as const) {
  test(`the same bands stand on ${site}`, async ({ page, context, consoleErrors }) => {
    await page.goto(PAGES[site]());
    await mappedReport(context);

    await expect(clustersOf(page)).toBeVisible();
    await expect(panelOf(page).locator('.strip-market')).toHaveText('BTC');
    expect(consoleErrors).toEqual([]);
  });
}

test('the same bands stand on hyperliquid, where a market that changes in the title only is followed', async ({
  page,
  context,
  consoleErrors,
}) => {
  await page.goto(PAGES.hyperliquid());
  await mappedReport(context);
  await expect(clustersOf(page)).toBeVisible();
  await expect(panelOf(page).locator('.strip-market')).toHaveText('BTC');

  await page.evaluate(() => {
    document.title = '3,012.5 | ETH | Hyperliquid';
  });

  await expect(panelOf(page).locator('.strip-market')).toHaveText('ETH');
  await pricedReport(context, 'ETHUSDT');
  expect(consoleErrors).toEqual([]);
});

test('a share under the name of a coin has its own panel', async ({ page, context, consoleErrors }) => {
  await page.goto('https://www.binance.com/en/futures/CATUSDT');

  await expect(panelOf(page).locator('.strip-market')).toHaveText('CAT share');
  await expect(panelOf(page)).toContainText('CAT is a share here, not a coin.');
  expect((await pricedReport(context, 'CAT.equity')).price).toBeGreaterThan(400);

  await page.getByRole('link', { name: '1000CATUSDT' }).first().click();

  await expect(panelOf(page).locator('.strip-market')).toHaveText('1000CAT');
  await expect(panelOf(page)).not.toContainText('not a coin');
  expect((await pricedReport(context, 'CATUSDT')).price).toBeLessThan(0.001);
  expect(consoleErrors).toEqual([]);
});
