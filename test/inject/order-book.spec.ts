import type { Page } from '@playwright/test';

import type { Forgery } from '../exchange/pages/client/hostile-book.ts';
import { ownWork } from '../support/own-work.ts';
import { layerCount, panelOf } from '../support/panel.ts';
import { checkMarks, expectBookState, shownRows, structureOf } from './book.ts';
import { ALL_BANDS, expect, PAGES, SETTINGS, test } from './fixtures.ts';
import type { InjectedPage } from './inject.ts';
import { closeDialog, openDialog } from './page-dialog.ts';

/** A BTC tick is a tenth of a dollar. */
const HUNDRED_DOLLARS = '1000';
const THOUSAND_DOLLARS = '10000';

/** Three looks at each of 54,000 rows, after which it is another order book; a few dozen rows elsewhere. */
const MOST_READS = { shuffled: 1_000, huge: 1_000, thousands: 200_000, flood: 2_000 } as const;
const MOST_LAYOUTS = 20;

/** Four looks a second of four calls each, in three seconds, and room for slow ones. */
const MOST_CALLS = 100;

/** In three seconds; each would force a layout if it did not wait for a frame, after which the page rarely comes first. */
const THOROUGH_LOOKS = 3;

const MARKED = { ...SETTINGS, bookMarks: true };

test.use({
  // Beside the order book; no bands on the chart, so that every layer is one of marks.
  place: { right: 0, top: 560, width: 280, height: 300, form: 'open', chartBands: false },
  // High enough for all rows of both sides.
  viewport: { width: 1440, height: 1060 },
  told: { clusters: ALL_BANDS },
  settings: MARKED,
  pace: 8,
});

test.afterEach(({ consoleErrors }) => expect(consoleErrors).toEqual([]));

const group = (page: Page, ticks: string) => page.locator('#group').selectOption(ticks);

/** Marks come with the next look, and a picture may fall between. */
const expectMarks = (page: Page, step: number, least: number) =>
  expect(async () => {
    expect(await checkMarks(page, step)).toBeGreaterThanOrEqual(least);
  }).toPass({ timeout: 8_000, intervals: [100] });

test.describe('before the user has asked for marks', () => {
  test.use({ settings: SETTINGS });

  test('no row has one, and the page’s own order book stays as it was when they come', async ({
    page,
    injected,
  }) => {
    await page.goto(PAGES.binance());
    await group(page, HUNDRED_DOLLARS);
    await expect(panelOf(page).locator('.chart-switch')).toBeVisible();
    await expect(page.locator('.ask-light').first()).toHaveText(/00$/);
    await injected.seconds(2);
    expect(await layerCount(page)).toBe(0);
    await expect(panelOf(page).locator('.book-switch')).toHaveCount(0);
    const before = await structureOf(page);

    await injected.call('store', { settings: MARKED });

    await expectBookState(page, 'ready');
    await expectMarks(page, 100, 2);
    expect(await structureOf(page)).toBe(before);

    await group(page, '1');
    await expectBookState(page, 'clear');
    expect(await layerCount(page)).toBe(0);
  });
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

  // Not before the panel, which would make way.
  await openDialog(page, 'inset:0 288px 0 0');
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
  injected,
}) => {
  await page.goto(`${PAGES.hyperliquid()}?book=canvas`);
  await group(page, HUNDRED_DOLLARS);
  await injected.seconds(2);
  await expectBookState(page, 'searching');
  expect(await layerCount(page)).toBe(0);

  await page.goto('https://www.binance.com/en/trade/BTC_USDT');
  await group(page, HUNDRED_DOLLARS);
  await expect(panelOf(page)).toBeVisible();
  await injected.seconds(2);
  expect(await layerCount(page)).toBe(0);
});

/** Reads of the page's boxes and texts in the overlay's world since the last call, which begins to count. */
const readsOf = (injected: InjectedPage): Promise<number> =>
  injected.evaluate(`{
    const counted = (globalThis.counted ??= { reads: null });
    if (counted.reads === null) {
      const count = (owner, name, part) => {
        const whole = Object.getOwnPropertyDescriptor(owner, name);
        const before = whole[part];
        whole[part] = function (...values) {
          counted.reads += 1;
          return before.apply(this, values);
        };
        Object.defineProperty(owner, name, whole);
      };
      count(Element.prototype, 'getBoundingClientRect', 'value');
      count(CharacterData.prototype, 'data', 'get');
      count(Node.prototype, 'textContent', 'get');
    }
    const { reads } = counted;
    counted.reads = 0;
    reads ?? 0;
  }`);

const forge = (page: Page, forgery: Forgery) => page.evaluate((name) => window.forgeBook?.(name), forgery);

test.describe('at the pace of real order books', () => {
  test.use({ pace: 1 });

  test('an order book that lies gets no marks until it is honest again, and one that is dear to read is hardly read', async ({
    page,
    injected,
  }) => {
    await page.goto(PAGES.binance());
    await group(page, HUNDRED_DOLLARS);
    for (const [forgery, most] of Object.entries(MOST_READS) as [keyof typeof MOST_READS, number][])
      await test.step(forgery, async () => {
        await expectBookState(page, 'ready');
        await readsOf(injected);
        const { layouts } = await ownWork(injected.devtools, async () => {
          await forge(page, forgery);
          await expectBookState(page, forgery === 'flood' ? 'ready' : 'searching');
          await injected.seconds(2);
        });
        const reads = await readsOf(injected);

        console.log(
          `what was read of an order book that lies, and layouts that it cost: ${reads}, ${layouts}`,
        );
        expect(await layerCount(page)).toBe(forgery === 'flood' ? 1 : 0);
        expect(reads).toBeLessThan(most);
        expect(layouts).toBeLessThan(MOST_LAYOUTS);
        await forge(page, 'honest');
      });
  });

  test('an order book that changes ten times a second is looked at four times, almost never in the middle of a layout, and left without a trace', async ({
    page,
    injected,
  }) => {
    await page.goto(PAGES.binance());
    await group(page, HUNDRED_DOLLARS);
    await expectBookState(page, 'ready');
    const before = await structureOf(page);
    await forge(page, 'busy');
    const measure = () => ownWork(injected.devtools, () => injected.seconds(3));
    const on = await measure();
    await injected.call('store', { settings: SETTINGS });
    await expect(panelOf(page).locator('.book-switch')).toHaveCount(0);
    const off = await measure();

    console.log(`marks in a busy order book, three seconds: ${JSON.stringify({ on, off })}`);
    expect(on.calls).toBeGreaterThan(off.calls);
    expect(on.calls - off.calls).toBeLessThan(MOST_CALLS);
    expect(on.layouts - off.layouts).toBeLessThan(THOROUGH_LOOKS);
    expect(await layerCount(page)).toBe(0);
    expect(await structureOf(page)).toBe(before);
  });
});
