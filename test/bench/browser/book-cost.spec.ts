import { expectBookState } from '../../inject/book.ts';
import { ALL_BANDS, expect, PAGES, SETTINGS, test } from '../../inject/fixtures.ts';
import { ownWork } from '../../support/own-work.ts';
import { panelOf } from '../../support/panel.ts';

const MEASURED_S = 3;
const MOST_OF_A_CORE = 0.015;
const MOST_MS_FOR_A_LIE = 200;

/** A BTC tick is a tenth of a dollar. */
const HUNDRED_DOLLARS = '1000';

test.use({
  place: { right: 0, top: 560, width: 280, height: 300, form: 'open', chartBands: false },
  viewport: { width: 1440, height: 1060 },
  told: { clusters: ALL_BANDS },
  settings: { ...SETTINGS, bookMarks: true },
});

test('marks of an order book that changes ten times a second cost at most 1.5 % of a core', async ({
  page,
  injected,
}, info) => {
  await page.goto(PAGES.binance());
  await page.locator('#group').selectOption(HUNDRED_DOLLARS);
  await expectBookState(page, 'ready');
  await page.evaluate(() => window.forgeBook?.('busy'));
  const measure = async () =>
    (await ownWork(injected.devtools, () => injected.seconds(MEASURED_S))).threadMs / (1000 * MEASURED_S);
  const on = await measure();
  await injected.call('store', { settings: SETTINGS });
  await expect(panelOf(page).locator('.book-switch')).toHaveCount(0);
  const share = on - (await measure());

  console.log(`marks in the order book: ${(100 * share).toFixed(2)} % of a core`);
  info.annotations.push({ type: 'cost', description: String(share) });
  expect(share).toBeLessThan(MOST_OF_A_CORE);
});

for (const forgery of ['shuffled', 'huge', 'thousands', 'flood'] as const) {
  test(`reading an order book that lies costs next to nothing: ${forgery}`, async ({ page, injected }) => {
    await page.goto(PAGES.binance());
    await page.locator('#group').selectOption(HUNDRED_DOLLARS);
    await expectBookState(page, 'ready');
    const { threadMs } = await ownWork(injected.devtools, async () => {
      await page.evaluate((name) => window.forgeBook?.(name), forgery);
      await expectBookState(page, forgery === 'flood' ? 'ready' : 'searching');
      await injected.seconds(1);
    });

    console.log(`${forgery}: ${threadMs.toFixed(0)} ms of our own`);
    expect(threadMs).toBeLessThan(MOST_MS_FOR_A_LIE);
  });
}
