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
  /** Lines for the price alone that were opened to the venue of the page. */
  const lines = (): number => exchange.requests.all.filter(({ path }) => path.includes('@markPrice')).length;
  const isYoungerThanReport = async (): Promise<boolean> => {
    const [, ageS] = /(\d+) s/.exec(await panelOf(page).locator('.freshness').innerText()) ?? [];
    const reportedMs = Date.now() - ((await storedReport(context))?.at ?? Infinity);
    return Number(ageS) <= 3 && reportedMs > 10_000;
  };
  await expect.poll(isYoungerThanReport).toBe(true);
  await expect.poll(lines).toBe(1);

  await killWorker(context);

  await expect.poll(lines).toBe(2);
  await expect.poll(isYoungerThanReport).toBe(true);
  expect(lines()).toBe(2);
});
