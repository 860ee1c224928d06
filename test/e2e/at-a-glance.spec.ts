import type { Page } from '@playwright/test';

import { backgroundWorker } from '../support/launch.ts';
import { openSidePanel } from '../support/side-panel-page.ts';
import { askedReport, expect, mappedReport, PAGES, test } from './fixtures.ts';
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
  // The first of a run: other browsers start beside it.
  test.slow();
  await page.goto(PAGES.bybit());
  await mappedReport(context);
  const side = await openSidePanel(context, { inFront: page });

  await show(side, 'All markets');
  const rows = side.getByRole('rowheader');
  await expect(rows.first()).toBeVisible({ timeout: 60_000 });
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

test('dark or light, both are easy to read and to reach, and reach out of nothing, at 300 pixels and from right to left too', async ({
  context,
}, info) => {
  await askedReport(context);
  const worker = await backgroundWorker(context);
  const watchList = ['BTCUSDT', 'SOLUSDT', 'NVDA.equity'];
  await worker.evaluate(
    (list) => (globalThis as never as Chrome).chrome.storage.local.set({ settings: { watchList: list } }),
    watchList,
  );
  const side = await openSidePanel(context);

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
  await show(side, 'Done');

  await side.setViewportSize({ width: 300, height: 900 });
  const narrow = await overflowing(side);
  await show(side, 'All markets');
  // Its table is wider, and scrolls by itself.
  narrow.push(
    ...(await overflowing(side)).filter((one) => !/^(T[A-Z]+|BUTTON)\./.test(one) || one.startsWith('page')),
  );
  await show(side, 'Watch list');
  await side.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  expect([...narrow, ...(await overflowing(side))]).toEqual([]);
});

interface Chrome {
  readonly chrome: { readonly storage: { readonly local: { readonly set: (items: object) => void } } };
}
