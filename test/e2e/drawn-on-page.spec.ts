import { drive, expectChartState, nearest } from '../inject/chart.ts';
import { expectBookState } from '../inject/book.ts';
import { paintedLines } from '../inject/lines.ts';
import { backgroundWorker, extensionId } from '../support/launch.ts';
import { layerCount, panelOf } from '../support/panel.ts';
import { expect, PAGES, storedItems, warmReport } from './fixtures.ts';
import { test } from './frozen-market.ts';

/** Beside the chart, so that nothing of the panel is taken for a band. */
const PLACE = { right: 0, top: 560, width: 280, height: 240, form: 'open' };

test('the installed extension draws the market’s bands on the chart, marks the order book once it is asked to, and remembers what was switched off', async ({
  page,
  context,
  consoleErrors,
}) => {
  const worker = await backgroundWorker(context);
  await worker.evaluate(`chrome.storage.local.set({ 'place:binance': ${JSON.stringify(PLACE)} })`);
  await page.goto(PAGES.binance());
  const { clusters } = await warmReport(context);
  await expectChartState(page, 'ready');
  await drive(page, 'drawLine', nearest(clusters, 'long').peak);
  const { ours, magenta } = await paintedLines(page, 1, 'long');
  expect(ours).not.toBeNull();
  expect(Math.abs(ours! - magenta!)).toBeLessThanOrEqual(1);
  // The heat map and the bands; below, the order book's too.
  await expect.poll(() => layerCount(page)).toBe(2);

  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);
  await options.getByLabel('Marks in the order book').check();
  await page.bringToFront();
  await page.locator('#group').selectOption('10000');
  await expectBookState(page, 'ready');
  expect(await layerCount(page)).toBe(3);

  for (const name of ['On the chart', 'In the order book'])
    await panelOf(page).getByRole('button', { name }).click();
  await expect.poll(() => layerCount(page)).toBe(0);
  await expect
    .poll(async () => (await storedItems(context))['place:binance'])
    .toMatchObject({ chartBands: false, bookMarks: false });
  await page.reload();
  await expectChartState(page, 'off');
  await expectBookState(page, 'off');
  expect(consoleErrors).toEqual([]);
});
