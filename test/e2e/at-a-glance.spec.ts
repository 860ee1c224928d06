import type { Page } from '@playwright/test';

import { backgroundWorker } from '../support/launch.ts';
import { openSidePanel } from '../support/side-panel-page.ts';
import { expect, mappedReport, PAGES, test } from './fixtures.ts';
import { overflowing } from './overflowing.ts';
import { violationsInBothThemes } from './violations.ts';

test.use({ profile: 'loaded' });

const show = (side: Page, view: string) => side.getByRole('button', { name: view, exact: true }).click();
const openWatchList = async (context: Parameters<typeof openSidePanel>[0]): Promise<Page> => {
  const popup = await context.newPage();
  const { host } = new URL((await backgroundWorker(context)).url());
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(`chrome-extension://${host}/popup.html`);
  await popup.getByRole('heading', { name: 'Watch list', level: 1 }).waitFor();
  return popup;
};

test('from all markets a coin comes to the watch list, and from there to the page of its venue', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  const side = await openSidePanel(context, { inFront: page });

  await show(side, 'All markets');
  const rows = side.getByRole('rowheader');
  await expect(rows.first()).toBeVisible();
  await side.getByRole('button', { name: 'OI', exact: true }).click();
  await expect(side.getByRole('columnheader', { name: 'OI', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(rows.first()).toHaveText(/BTC/);
  await expect(side.getByText(/^Open interest, its changes .* without Binance/)).toBeVisible();
  for (const coin of ['BTC', 'SOL'])
    await side.getByRole('button', { name: `Add ${coin} to the watch list` }).click();
  await side.getByRole('button', { name: 'Take SOL off the watch list' }).waitFor();

  await show(side, 'Watch list');
  const bitcoin = side.getByRole('listitem').filter({ hasText: 'BTC' });
  await expect(bitcoin.getByText(/^longs at /)).toBeAttached();
  await side.close();

  const popup = await openWatchList(context);
  const solana = popup.getByRole('listitem').filter({ hasText: 'SOL' });
  await expect(solana).toContainText('OI');
  const opened = context.waitForEvent('page');
  await solana.getByRole('button').first().click();
  await expect(await opened).toHaveURL(/^https:\/\/www\.binance\.com\/en\/futures\/SOLUSDT/);
  await (await opened).close();
});

test('dark or light, both are easy to read and to reach, and reach out of nothing', async ({
  page,
  context,
}, info) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  const worker = await backgroundWorker(context);
  const watchList = ['BTCUSDT', 'SOLUSDT', 'NVDA.equity'];
  await worker.evaluate(
    (list) => (globalThis as never as Chrome).chrome.storage.local.set({ settings: { watchList: list } }),
    watchList,
  );
  const side = await openSidePanel(context, { inFront: page });

  await show(side, 'All markets');
  await expect(side.getByRole('rowheader').first()).toBeVisible();
  expect(await violationsInBothThemes(context, side)).toEqual([]);
  await side.screenshot({ path: info.outputPath('all-markets.png') });

  await show(side, 'Watch list');
  await expect(side.getByText(/^longs at /).first()).toBeAttached();
  expect(await violationsInBothThemes(context, side)).toEqual([]);
  expect(await overflowing(side)).toEqual([]);
  await side.screenshot({ path: info.outputPath('watch-list.png') });
  await show(side, 'Edit');
  expect(await violationsInBothThemes(context, side)).toEqual([]);
});

test('at 300 pixels and from right to left neither reaches out of the page', async ({ page, context }) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  const side = await openSidePanel(context, { width: 300, inFront: page });
  await show(side, 'All markets');
  await side.getByRole('button', { name: 'Add BTC to the watch list' }).click();
  const reaches = async () =>
    (await overflowing(side)).filter((one) => !/^(T[A-Z]+|BUTTON)\./.test(one) || one.startsWith('page'));
  const before = await reaches();
  await show(side, 'Watch list');
  await expect(side.getByText(/^longs at /)).toBeAttached();
  const ltr = await overflowing(side);
  await side.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });

  expect([...before, ...ltr, ...(await overflowing(side))]).toEqual([]);
});

interface Chrome {
  readonly chrome: { readonly storage: { readonly local: { readonly set: (items: object) => void } } };
}
