import { expect, killWorker, PAGES, storedReport, test } from './fixtures.ts';
import { clustersOf, panelOf } from '../support/panel.ts';

test.use({ profile: 'loaded' });

test('between reports the price is that of seconds ago, also after the browser ended the worker', async ({
  page,
  context,
  exchange,
}) => {
  await page.goto(PAGES.binance());
  await expect(clustersOf(page)).toBeVisible();
  const asked = (path: string): number => exchange.requests.all.filter((one) => one.path === path).length;
  // A poll asks for both.
  const quotes = (): number => asked('/fapi/v1/premiumIndex') - asked('/fapi/v1/openInterest');
  const isYoungerThanReport = async (): Promise<boolean> => {
    const [, ageS] = /(\d+) s/.exec(await panelOf(page).locator('.freshness').innerText()) ?? [];
    const reportedMs = Date.now() - ((await storedReport(context))?.at ?? Infinity);
    return Number(ageS) <= 7 && reportedMs > 10_000;
  };
  await expect.poll(quotes).toBeGreaterThan(1);
  await expect.poll(isYoungerThanReport).toBe(true);

  await killWorker(context);
  const before = quotes();

  await expect.poll(() => quotes() - before).toBeGreaterThan(1);
});
