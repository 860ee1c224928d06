import { expect, killWorker, PAGES, refresh, test, warmReport } from './fixtures.ts';
import { clustersOf } from '../support/panel.ts';

/** Requests of the first load after which the browser ends the worker: in its lists, its bars and its statistics. */
const KILLED_AFTER = [5, 30, 60];

test('a worker that the browser ends three times while it loads goes on, and the panel shows the whole', async ({
  page,
  context,
  exchange,
}) => {
  await page.goto(PAGES.binance());
  for (const requests of KILLED_AFTER) {
    await expect.poll(() => exchange.requests.all.length, { intervals: [20] }).toBeGreaterThan(requests);
    await killWorker(context);
    // Else the next alarm goes on, up to half a minute later.
    await refresh(context);
  }

  await warmReport(context);

  await expect(clustersOf(page)).toBeVisible();
});
