import { readFile, writeFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { buildPosition } from '../support/sample-position.ts';
import { backgroundWorker } from '../support/launch.ts';
import { askedReport, expect, PAGES, pricedReport, storedItems, test } from './fixtures.ts';
import { overflowing } from './overflowing.ts';
import { moveSliders, openPopup, openSliders, savePosition } from './popup-page.ts';
import { violationsInBothThemes } from './violations.ts';

test.use({ profile: 'loaded' });

const resultsOf = (popup: Page) => popup.getByRole('region', { name: 'Results' });

const headlineOf = (popup: Page) => resultsOf(popup).locator('.headline b');

test('the form has the coin, venue and price of the page in front', async ({ page, context }) => {
  await page.goto(PAGES.bybit('ETHUSDT'));
  await pricedReport(context, 'ETHUSDT');
  const popup = await openPopup(context);

  // The popup's own tab must not be the one in front, as a bubble never is.
  await page.bringToFront();
  await popup.reload();

  await expect(popup.getByLabel('Coin', { exact: true })).toHaveValue('ETH');
  await expect(popup.getByLabel('Venue', { exact: true })).toHaveValue('bybit');
  const entry = Number(await popup.getByLabel('Entry price').inputValue());
  const report = await pricedReport(context, 'ETHUSDT');
  expect(Math.abs(entry / (report.price ?? NaN) - 1)).toBeLessThan(0.02);
});

test('every step of a slider changes the answer at once', async ({ context }) => {
  const { price } = await askedReport(context);
  const popup = await openSliders(context, price ?? 0);

  const moved = await moveSliders(popup, 12);

  expect(Object.keys(moved)).toEqual(['Leverage', 'Margin', 'Size', 'Stop']);
  for (const [name, { changed }] of Object.entries(moved))
    expect(changed, `${name} changes what is shown`).toBeGreaterThan(9);
});

test('positions outlive the popup, go out as a file and come back; a bad one is named and costs itself alone', async ({
  context,
}, info) => {
  const popup = await openPopup(context);
  await savePosition(popup, { entry: '91,500', size: '25,000', stop: '88400' });
  await popup.getByRole('button', { name: 'New position' }).click();
  await savePosition(popup, { entry: '92000', size: '5000', side: 'Short', venue: 'dYdX', leverage: '4' });
  await popup.reload();
  await expect(popup.getByRole('button', { name: /BTC (long|short)/ })).toHaveCount(2);

  const download = popup.waitForEvent('download');
  await popup.getByRole('button', { name: 'Export' }).click();
  const file = info.outputPath('positions.json');
  await (await download).saveAs(file);
  const text = await readFile(file, 'utf8');
  const bad = info.outputPath('bad.json');
  await writeFile(bad, text.replace('92000', '-92000'));
  const line = text.split('\n').findIndex((one) => one.includes('92000')) + 1;

  await popup.getByLabel('File of positions to import').setInputFiles(bad);
  await expect(popup.getByRole('status')).toContainText(
    `Position 2 (line ${line}) was not taken: entryPrice: must be more than zero`,
  );
  await popup.getByRole('button', { name: /BTC short/ }).click();
  await popup.getByText('Inputs').click();
  await popup.getByRole('button', { name: 'Delete' }).click();
  await expect(popup.getByRole('button', { name: /BTC (long|short)/ })).toHaveCount(1);
  await popup.getByLabel('File of positions to import').setInputFiles(file);

  await expect(popup.getByRole('status')).toContainText('Imported 2 positions');
  expect((await storedItems(context))['positions']).toEqual(JSON.parse(text));
});

test('positions of an older version are still there', async ({ context }) => {
  const worker = await backgroundWorker(context);
  await worker.evaluate(`chrome.storage.local.set({ positions: ${JSON.stringify([buildPosition()])} })`);

  const popup = await openPopup(context);

  await expect(popup.getByRole('button', { name: /BTC long/ })).toHaveCount(1);
});

test('everything is done with the keyboard alone', async ({ context }) => {
  const popup = await openPopup(context);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await popup.keyboard.press(key);
  };
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await popup.keyboard.press('Tab');
      const label = await popup.evaluate(() => {
        const at = document.activeElement;
        const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
        return labels.map(({ textContent }) => textContent).join(' ') || (at?.textContent ?? '');
      });
      if (name.test(label)) return;
    }
    throw new Error(`no way by the Tab key to ${String(name)}`);
  };

  await tabTo(/^Short$/);
  await press('Space');
  await tabTo(/^Entry price/);
  await popup.keyboard.type('90000');
  await tabTo(/^Size/);
  await popup.keyboard.type('10000');
  await press('Enter');
  await expect(popup.getByText('Saved on this device.')).toBeVisible();
  const before = await headlineOf(popup).textContent();
  // The field first, the slider after it.
  await tabTo(/^Leverage$/);
  await tabTo(/^Leverage$/);
  await press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect(headlineOf(popup)).not.toHaveText(before ?? '');
  await tabTo(/^Largest size/);
  await press('Enter');
  await tabTo(/^Equity/);
  await popup.keyboard.type('5000');

  await expect(popup.getByText('no stop').first()).toBeVisible();
  const outline = await popup.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(outline).toBe('solid 2px');
});

test('the popup is as dark or light as the device, and in neither has an accessibility violation, whatever it shows', async ({
  context,
}) => {
  const report = await askedReport(context);
  const popup = await openPopup(context);
  for (const colorScheme of ['dark', 'light'] as const) {
    await popup.emulateMedia({ colorScheme });
    await popup.reload();
    await expect(popup.locator('main')).toHaveAttribute('data-theme', colorScheme);
  }
  const fresh = await violationsInBothThemes(context, popup);
  await savePosition(popup, { entry: String(report.price), size: '25000' });
  await popup.getByLabel('Leverage', { exact: true }).first().fill('8');
  await popup.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
  await popup.getByLabel('Equity').fill('much');
  const open = await violationsInBothThemes(context, popup);
  await popup.getByLabel('Entry price').fill('none');
  const wrong = await violationsInBothThemes(context, popup);

  expect([...fresh, ...open, ...wrong]).toEqual([]);
});

/** Twice as wide a bubble holds what is twice as large. */
const CHANGES = [
  { name: 'at twice the size', zoom: 2, change: `document.documentElement.style.zoom = '2'` },
  { name: 'from right to left', zoom: 1, change: `document.documentElement.dir = 'rtl'` },
  {
    name: 'with words twice as long',
    zoom: 1,
    change: `(() => {
      const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode())
        if (/[a-z]{3}/i.test(node.data) && !node.parentElement.closest('.visually-hidden, option, svg'))
          node.data = node.data.replace(/[A-Za-z]{3,}/g, (word) => word + word);
    })()`,
  },
];

test('the layout holds at twice the size, from right to left, and with words twice as long', async ({
  context,
}, info) => {
  const report = await askedReport(context);
  const popup = await openPopup(context);
  await savePosition(popup, { entry: String(report.price), size: '25000', stop: '80000' });
  for (const { name, zoom, change } of CHANGES) {
    await popup.reload();
    await popup.getByRole('button', { name: /BTC long/ }).click();
    await popup.getByText('What lies between').waitFor();
    await popup.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
    // The bubble is as wide as its content and the scroll bar beside it, and at most 800 pixels.
    await popup.setViewportSize({ width: 360 * zoom + 15, height: 600 });

    await popup.evaluate(change);

    await popup.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
    expect(await overflowing(popup), name).toEqual([]);
  }
});
