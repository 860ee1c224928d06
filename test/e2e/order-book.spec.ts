import type { BrowserContext, Page } from '@playwright/test';

import type { Forgery } from '../exchange/pages/client/hostile-book.ts';
import { backgroundWorker, extensionId } from '../support/launch.ts';
import { expect, mappedReport, PAGES } from './fixtures.ts';
import { testInOneBrowser } from './one-browser.ts';
import { checkMarks, expectBookState, shownRows, structureOf } from './order-book.ts';
import { closeDialog, openDialog } from './page-dialog.ts';
import { layerCount, panelOf } from './panel.ts';
import { ownThreadMs } from './thread-time.ts';

/** Beside the order book; no bands on the chart, so that every layer is one of marks. */
const PLACE = { right: 0, top: 560, width: 280, height: 300, form: 'open', chartBands: false } as const;

/** A BTC tick is a tenth of a dollar. */
const HUNDRED_DOLLARS = '1000';
const THOUSAND_DOLLARS = '10000';

/** High enough for all rows of both sides. */
const VIEWPORT = { width: 1440, height: 1060 };

const test = testInOneBrowser({ viewport: VIEWPORT, isFrozen: true });

test.beforeEach(async ({ context }) => {
  const worker = await backgroundWorker(context);
  const places = ['binance', 'bybit', 'okx', 'hyperliquid'].map((site) => [`place:${site}`, PLACE]);
  await worker.evaluate(`chrome.storage.local.set(${JSON.stringify(Object.fromEntries(places))})`);
});
test.afterEach(({ consoleErrors }) => expect(consoleErrors).toEqual([]));

const group = (page: Page, ticks: string) => page.locator('#group').selectOption(ticks);

async function wantMarks(context: BrowserContext, isWanted: boolean): Promise<void> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);
  await options.getByLabel('Marks in the order book').setChecked(isWanted);
  await expect
    .poll(async () => {
      const worker = await backgroundWorker(context);
      return worker.evaluate(
        `chrome.storage.local.get('settings').then(({ settings }) => settings?.bookMarks)`,
      );
    })
    .toBe(isWanted);
  await options.close();
}

/** Marks come with the next look, and a picture may fall between. */
const expectMarks = (page: Page, step: number, least: number) =>
  expect(async () => {
    expect(await checkMarks(page, step)).toBeGreaterThanOrEqual(least);
  }).toPass({ timeout: 8_000, intervals: [100] });

test.describe.configure({ mode: 'serial' });

test('no row is marked until the user asks for it, and the page’s own order book stays as it was', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await group(page, HUNDRED_DOLLARS);
  await expect(panelOf(page).locator('.chart-switch')).toBeVisible();
  await expect(page.locator('.ask-light').first()).toHaveText(/00$/);
  await page.waitForTimeout(1_000);
  expect(await layerCount(page)).toBe(0);
  await expect(panelOf(page).locator('.book-switch')).toHaveCount(0);
  const before = await structureOf(page);

  await wantMarks(context, true);
  await page.bringToFront();

  await expectBookState(page, 'ready');
  await expectMarks(page, 100, 2);
  expect(await structureOf(page)).toBe(before);

  await group(page, '1');
  await expectBookState(page, 'clear');
  expect(await layerCount(page)).toBe(0);
});

for (const site of ['binance', 'bybit', 'okx', 'hyperliquid'] as const) {
  test(`every mark stands at a row that lies in a band, and follows when prices are regrouped: ${site}`, async ({
    page,
  }) => {
    await page.goto(PAGES[site]());
    await group(page, THOUSAND_DOLLARS);
    await expectBookState(page, 'ready');
    await expectMarks(page, 1_000, 8);

    await group(page, HUNDRED_DOLLARS);
    await expectMarks(page, 100, 2);
  });
}

test('marks follow an order book that is scrolled, and none stands outside what is to be seen of it', async ({
  page,
}) => {
  await page.goto(`${PAGES.binance()}?book=deep`);
  await group(page, HUNDRED_DOLLARS);
  await expectBookState(page, 'ready');
  await expectMarks(page, 100, 5);
  const before = await shownRows(page);

  await page.locator('.rows.bids').hover();
  await page.mouse.wheel(0, 230);

  await expect.poll(async () => (await shownRows(page)).at(-1)?.price).toBeLessThan(before.at(-1)!.price);
  await expectMarks(page, 100, 5);
});

test('a dialog of the page hides the marks while it stands before the order book', async ({ page }) => {
  await page.goto(PAGES.bybit());
  await group(page, HUNDRED_DOLLARS);
  await expectBookState(page, 'ready');

  await openDialog(page, 'inset:0');
  await expectBookState(page, 'hidden');
  expect(await layerCount(page)).toBe(0);

  await closeDialog(page);
  await expectBookState(page, 'ready');
});

test('marks go with one click, stay away from this site only, and leave with a market', async ({ page }) => {
  await page.goto(PAGES.okx());
  await group(page, HUNDRED_DOLLARS);
  await expectBookState(page, 'ready');

  await panelOf(page).getByRole('button', { name: 'In the order book' }).click();
  await expectBookState(page, 'off');
  expect(await layerCount(page)).toBe(0);

  await page.goto(PAGES.hyperliquid());
  await group(page, HUNDRED_DOLLARS);
  await expectBookState(page, 'ready');
  await page.evaluate(() => history.pushState(null, '', '/portfolio'));
  await expect.poll(() => layerCount(page)).toBe(0);
});

test('an order book on a canvas and one of a spot market get no marks, and the panel says so', async ({
  page,
}) => {
  await page.goto(`${PAGES.hyperliquid()}?book=canvas`);
  await group(page, HUNDRED_DOLLARS);
  await page.waitForTimeout(1_200);
  await expectBookState(page, 'searching');
  expect(await layerCount(page)).toBe(0);

  await page.goto('https://www.binance.com/en/trade/BTC_USDT');
  await group(page, HUNDRED_DOLLARS);
  await expect(panelOf(page)).toBeVisible();
  await page.waitForTimeout(1_200);
  expect(await layerCount(page)).toBe(0);
});

test('an order book that lies gets no marks, and reading one that is dear costs next to nothing', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.binance());
  const devtools = await context.newCDPSession(page);
  const forge = (forgery: Forgery) => page.evaluate((name) => window.forgeBook?.(name), forgery);
  for (const forgery of ['shuffled', 'huge', 'thousands', 'flood'] as const) {
    await page.reload();
    await group(page, HUNDRED_DOLLARS);
    await expectBookState(page, 'ready');
    const ownMs = await ownThreadMs(devtools, async () => {
      await forge(forgery);
      await expectBookState(page, forgery === 'flood' ? 'ready' : 'searching');
      await page.waitForTimeout(500);
    });
    console.log(`${forgery}: ${ownMs.toFixed(0)} ms of our own`);
    expect(await layerCount(page)).toBe(forgery === 'flood' ? 1 : 0);
    expect(ownMs).toBeLessThan(200);
  }
});

test('marks of an order book that changes ten times a second cost at most 1.5 % of a core, and go without a trace', async ({
  page,
  context,
}, info) => {
  await page.goto(PAGES.binance());
  await group(page, HUNDRED_DOLLARS);
  await expectBookState(page, 'ready');
  const devtools = await context.newCDPSession(page);
  const before = await structureOf(page);
  await page.evaluate(() => window.forgeBook?.('busy'));
  const MEASURED_MS = 3_000;
  const measure = () => ownThreadMs(devtools, () => page.waitForTimeout(MEASURED_MS));
  const onMs = await measure();

  await wantMarks(context, false);
  await page.bringToFront();
  await expect(panelOf(page).locator('.book-switch')).toHaveCount(0);
  const offMs = await measure();

  const shareOfCore = (onMs - offMs) / MEASURED_MS;
  console.log(
    `marks in the order book: ${(100 * shareOfCore).toFixed(2)} % of a core (${onMs.toFixed(1)} ms against ${offMs.toFixed(1)} ms in ${MEASURED_MS} ms)`,
  );
  info.annotations.push({ type: 'cost', description: String(shareOfCore) });
  expect(shareOfCore).toBeLessThan(0.015);
  expect(await layerCount(page)).toBe(0);
  expect(await structureOf(page)).toBe(before);
});
