import { expect, mappedReport, PAGES, storedItems, test } from './fixtures.ts';
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

for (const site of ['bybit', 'okx', 'hyperliquid'] as const) {
  test(`the same bands stand on ${site}`, async ({ page, context, consoleErrors }) => {
    await page.goto(PAGES[site]());
    await mappedReport(context);

    await expect(clustersOf(page)).toBeVisible();
    await expect(panelOf(page).locator('.strip-market')).toHaveText('BTC');
    expect(consoleErrors).toEqual([]);
  });
}

test('on Hyperliquid a market that changes in the title only is followed', async ({ page, context }) => {
  await page.goto(PAGES.hyperliquid());
  await expect(panelOf(page).locator('.strip-market')).toHaveText('BTC');

  await page.evaluate(() => {
    document.title = '3,012.5 | ETH | Hyperliquid';
  });

  await expect(panelOf(page).locator('.strip-market')).toHaveText('ETH');
  await mappedReport(context, 'ETHUSDT');
});

test('a share under the name of a coin has its own panel', async ({ page, context, consoleErrors }) => {
  await page.goto('https://www.binance.com/en/futures/CATUSDT');

  await expect(panelOf(page).locator('.strip-market')).toHaveText('CAT share');
  await expect(panelOf(page)).toContainText('CAT is a share here, not a coin.');
  expect((await mappedReport(context, 'CAT.equity')).price).toBeGreaterThan(400);

  await page.getByRole('link', { name: '1000CATUSDT' }).first().click();

  await expect(panelOf(page).locator('.strip-market')).toHaveText('1000CAT');
  await expect(panelOf(page)).not.toContainText('not a coin');
  expect((await mappedReport(context, 'CATUSDT')).price).toBeLessThan(0.001);
  expect(consoleErrors).toEqual([]);
});

test('the panel stays where the user put it, and as small as they made it', async ({ page, context }) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await panelOf(page).getByRole('button', { name: 'Fold to the card' }).click();
  await panelOf(page).getByRole('button', { name: 'Fold to the strip' }).click();
  await expect(clustersOf(page)).toHaveCount(0);
  await expect
    .poll(async () => (await storedItems(context))['place:binance'])
    .toMatchObject({ form: 'strip' });

  await page.reload();

  await expect(panelOf(page).getByRole('button', { name: 'Open the panel' })).toBeVisible();
  await panelOf(page).getByRole('button', { name: 'Open the panel' }).click();
  await expect(clustersOf(page)).toBeVisible();
});

test('typing in the panel fires none of the page’s hot keys, and the wheel scrolls no chart', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keyup', 'keypress'])
      document.addEventListener(type, (event) => heard.push((event as KeyboardEvent).key));
  });

  await panelOf(page).getByRole('button', { name: 'Fold to the card' }).focus();
  await page.keyboard.press('b');

  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});
