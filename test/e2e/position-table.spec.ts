import type { ShownTables } from '../../core/ledger/shown-tables.ts';
import { backgroundWorker, extensionId } from '../support/launch.ts';
import { expect, PAGES, storedItems, test } from './fixtures.ts';
import { openPopup } from './popup-page.ts';

test.use({ profile: 'loaded' });

test('positions of the page’s own table come with one click, are nowhere on disk, and go with another', async ({
  page,
  context,
}) => {
  await page.goto(`${PAGES.binance()}?positions=held`);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);
  const popup = await openPopup(context);
  await expect(popup.getByRole('list', { name: 'Tables of open pages' })).toHaveCount(0);

  await options.getByRole('checkbox', { name: 'Read it on Binance' }).check();
  await page.bringToFront();

  await expect(popup.getByText('Binance: 1 position, as its page shows')).toBeVisible({ timeout: 20_000 });
  const position = popup.getByRole('button', { name: /BTC long.*as the page shows/s });
  await position.click();
  await expect(popup.getByText(/^As the page of Binance showed/)).toBeVisible();
  await expect(popup.getByRole('row', { name: /^As the page shows/ })).toBeVisible();
  const session = await (
    await backgroundWorker(context)
  ).evaluate<Readonly<Record<string, ShownTables>>>('chrome.storage.session.get("shown-tables")');
  const { reading } = Object.values(session['shown-tables']!)[0]!;
  const entry = reading.kind === 'read' ? String(reading.positions[0]!.entryPrice) : '';
  expect(entry).toMatch(/^\d+\.\d+$/);
  expect(JSON.stringify(await storedItems(context))).not.toContain(entry);

  await options.getByRole('checkbox', { name: 'Read it on Binance' }).uncheck();

  await expect(position).toHaveCount(0);
  await expect(popup.getByText(/As the page of Binance showed/)).toHaveCount(0);
});
