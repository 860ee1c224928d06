import type { Page } from '@playwright/test';

import { EXAMPLE_ADDRESS } from '../exchange/venues/hyperliquid/kept-accounts.ts';
import { expect, mappedReport, PAGES, storedItems, test } from './fixtures.ts';
import { openPopup } from './popup-page.ts';
import { violationsOf } from './violations.ts';

test.use({ profile: 'loaded' });

const fieldOf = (popup: Page) => popup.getByLabel('Address of an account');

async function paste(popup: Page, address: string): Promise<void> {
  await fieldOf(popup).fill(address);
  await popup.getByRole('button', { name: 'Show positions' }).click();
}

test('an address that is pasted shows what is held there, and takes all of it along when it is forgotten', async ({
  page,
  context,
  exchange,
}) => {
  await page.goto(PAGES.bybit());
  await mappedReport(context);
  const popup = await openPopup(context);
  await popup.getByText('Hyperliquid addresses').click();

  await paste(popup, '0x12ab');
  await expect(popup.getByRole('alert')).toContainText('this has 4');
  await paste(popup, EXAMPLE_ADDRESS.slice(0, -2) + '00');
  await expect(popup.getByText('Hyperliquid knows no account at this address.')).toBeVisible();
  await paste(popup, ` ${EXAMPLE_ADDRESS.toUpperCase().replace('X', 'x')} `);
  await expect(popup.getByText(/^4 positions, as of \d+ s ago$/)).toBeVisible();

  const cards = popup.getByRole('list', { name: 'Saved positions' }).getByRole('button');
  await expect(cards).toHaveCount(4);
  await popup.getByRole('button', { name: /BTC long/ }).click();
  const results = popup.getByRole('region', { name: 'Results' });
  const told = await results
    .getByRole('row', { name: /As Hyperliquid says/ })
    .getByRole('cell')
    .innerText();
  // One exchange, one formula: both are one, and only the venue's own stands beside.
  await expect(results.locator('.headline b')).toHaveText(told);
  await expect(results.getByRole('row', { name: /By our formula/ })).toHaveCount(0);
  await expect(popup.getByRole('region', { name: 'Position at an address' })).toContainText(
    'as Hyperliquid said',
  );
  await expect(popup.getByLabel('Entry price')).toHaveCount(0);
  expect(await violationsOf(popup)).toEqual([]);

  exchange.faults.add({ venue: 'hyperliquid', path: '/info', fault: { kind: 'error', status: 503 } });
  await popup.reload();
  await expect(cards).toHaveCount(4);
  await popup.getByText('Hyperliquid addresses').click();
  await popup.getByRole('button', { name: /^Forget .*5790 / }).click();

  await expect(popup.getByRole('status')).toContainText('Forgotten');
  await expect(cards).toHaveCount(0);
  const stored = JSON.stringify(await storedItems(context)).toLowerCase();
  expect(stored).not.toContain(EXAMPLE_ADDRESS);
});
