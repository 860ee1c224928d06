import type { BrowserContext, Page } from '@playwright/test';

import { extensionId } from '../support/launch.ts';
import { expect, mappedReport, PAGES, pollUntil, storedItems, test } from './fixtures.ts';
import { COLOR_RULES, violationsOf } from './violations.ts';

// Its browser listens to all venues, and holds what none has told.
test.use({ profile: 'loaded', isAlone: true });

async function openRecord(context: BrowserContext): Promise<Page> {
  const record = await context.newPage();
  await record.goto(`chrome-extension://${await extensionId(context)}/record.html?market=BTCUSDT`);
  await record.getByRole('heading', { name: 'Track record of BTC' }).waitFor();
  return record;
}

/** Two weeks of hours that a map which knew a little more than distance would have scored. */
async function storeTwoWeeks(record: Page): Promise<void> {
  await record.evaluate(async () => {
    const names = ['forecast', 'kernel', 'ladder'];
    const hour = 3600;
    const nowS = Math.floor(Date.now() / 1000 / hour) * hour;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('plimsoll');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const writing = database.transaction('outcomes', 'readwrite');
    for (let back = 14 * 24; back > 1; back--) {
      const atS = nowS - back * hour;
      const wave = (index: number) => 1 + 0.8 * Math.sin(back * 1.7 + index * 2.1);
      const usd = Float64Array.from({ length: 4 }, (_, bin) => 40_000 * wave(bin));
      const masses = [0, 1, 2].flatMap((name) =>
        [0, 1, 2, 3].map((bin) => (name === 0 ? wave(bin) ** 0.5 : name === 1 ? 1 : bin + 1) * 0.0025),
      );
      const side = (name: 'long' | 'short') => ({
        side: name,
        price: 90_000,
        edges: Float64Array.of(0, 0.0025, 0.005, 0.0075, 0.01),
        firstUsd: usd,
        firstPrints: Float64Array.of(2, 2, 2, 2),
        allUsd: usd,
        allPrints: Float64Array.of(2, 2, 2, 2),
        masses: Float32Array.from(masses),
      });
      const value = {
        atS,
        horizonS: hour,
        heardShare: 0.3,
        usdScale: 5e7,
        forcedLogSd: 0.6,
        forcedLogMean: 0,
        names,
        sides: back % 2 === 0 ? [side('long'), side('short')] : [side('long')],
      };
      writing.objectStore('outcomes').put(value, ['BTCUSDT', hour, atS]);
    }
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    database.close();
  });
}

test('the worker listens to forced orders of the venues that were agreed to, and the record says to whom; of two weeks it shows skill with its interval, what happened, and exports it', async ({
  page,
  context,
  exchange,
}) => {
  test.setTimeout(240_000);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);
  await options.getByRole('button', { name: 'Listen to all of them' }).click();
  await options.close();
  await page.goto(PAGES.bybit());
  await mappedReport(context);
  for (const host of ['stream.bybit.com', 'fstream.binance.com', 'ws.okx.com', 'ws.bitget.com']) {
    await expect.poll(() => exchange.requests.hosts, { timeout: 60_000 }).toContain(host);
  }

  const record = await openRecord(context);
  await expect(record.getByRole('status')).toContainText('No demonstrated skill yet');
  // What was heard is written with each poll, and the record reads it with the report of one.
  const heard = record.getByRole('rowheader', { name: 'Bybit' });
  await pollUntil(context, () => expect(heard).toBeVisible({ timeout: 2_000 }), 75_000);
  await page.goto('about:blank');

  await storeTwoWeeks(record);
  await record.reload();
  await expect(record.getByRole('status')).toContainText(
    /^Over 1[45] days the map placed liquidations ×1\.\d\d \(1\.\d\d to 1\.\d\d\) better than distance alone/,
  );
  await expect(record.locator('.plot canvas').first()).toBeVisible();
  await record.getByRole('combobox', { name: 'against' }).selectOption('ladder');
  await expect(record.getByRole('row', { name: /10x to 100x at the price/ }).first()).toBeVisible();

  const [file] = await Promise.all([
    record.waitForEvent('download'),
    record.getByRole('button', { name: 'Export forecasts (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('BTCUSDT-forecasts.csv');

  await record.getByRole('button', { name: '1 day' }).press('Enter');
  await expect(record.getByRole('status')).toContainText('No demonstrated skill yet');
  await record.getByRole('button', { name: '1 hour' }).press('Enter');
  for (const theme of ['dark', 'light'] as const) {
    await record.emulateMedia({ colorScheme: theme });
    await record.reload();
    await record.getByRole('heading', { name: 'Skill over time' }).waitFor();
    expect(await violationsOf(record, theme === 'dark' ? {} : { rules: COLOR_RULES })).toEqual([]);
    await record.screenshot({ path: `test-results/record-${theme}.png`, fullPage: true });
  }

  await record.getByLabel(/Listen without an open exchange page/).check();
  await expect
    .poll(async () => (await storedItems(context))['settings'])
    .toMatchObject({ listenAlways: true });
});
