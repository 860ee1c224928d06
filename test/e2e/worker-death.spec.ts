import type { BrowserContext } from '@playwright/test';

import { clustersOf } from '../support/panel.ts';
import { expect, killWorker, openOwnPage, PAGES, refresh, warmReport } from './fixtures.ts';
import { test } from './young-market.ts';

/** Requests of the first load after which the browser ends the worker: in its lists, its bars and its statistics. */
const KILLED_AFTER = [5, 30, 60];

/** `npm run soak` asks for more: the others come as fast as the browser brings a worker back. */
const KILLS = Number(process.env['PLIMSOLL_SOAK_KILLS'] ?? KILLED_AFTER.length);

/** How many five-minute bars are stored of the venues, and how many are missing between two that are. */
async function storedBars(
  context: BrowserContext,
): Promise<{ readonly bars: number; readonly gaps: number }> {
  const page = await openOwnPage(context);
  const counted = await page.evaluate(async () => {
    const request = indexedDB.open('plimsoll');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const bars = new Map<string, number[]>();
    const reading = database.transaction('chunks').objectStore('chunks').openCursor();
    await new Promise<void>((resolve) => {
      reading.addEventListener('success', () => {
        const cursor = reading.result;
        if (cursor === null) return resolve();
        const [market, venue, kind, index] = cursor.key as [string, string, string, number];
        const { columns } = cursor.value as { readonly columns: Readonly<Record<string, Float64Array>> };
        if (kind === 'candles')
          columns['close']?.forEach((close, slot) => {
            const name = `${market} ${venue}`;
            if (Number.isNaN(close)) return;
            const places = bars.get(name) ?? [];
            bars.set(name, places);
            places.push(index * 288 + slot);
          });
        cursor.continue();
      });
    });
    database.close();
    const rows = [...bars.values()];
    return {
      bars: rows.reduce((sum, places) => sum + places.length, 0),
      gaps: rows.reduce((sum, places) => sum + (places.at(-1)! - places[0]! + 1 - places.length), 0),
    };
  });
  await page.close();
  return counted;
}

test(`a worker that the browser ends ${KILLS} times goes on, the panel shows the whole, and no bar is missing`, async ({
  page,
  context,
  exchange,
}) => {
  test.setTimeout(120_000 + KILLS * 5_000);
  await page.goto(PAGES.bybit());
  for (let kill = 0; kill < KILLS; kill++) {
    const requests = KILLED_AFTER[kill];
    if (requests !== undefined)
      await expect.poll(() => exchange.requests.all.length, { intervals: [20] }).toBeGreaterThan(requests);
    await killWorker(context);
    // Else the next alarm goes on, up to half a minute later.
    await refresh(context);
  }

  await warmReport(context);

  await expect(clustersOf(page)).toBeVisible();
  const { bars, gaps } = await storedBars(context);
  expect(bars).toBeGreaterThan(6 * 2800);
  expect(gaps).toBe(0);
});
