import { askedReport, expect, storedItems, test } from './fixtures.ts';
import { openPopup, savePosition } from './popup-page.ts';

test.use({ profile: 'loaded' });

test('a position with stop and target says what it may gain, what funding takes next, and where all of them break', async ({
  context,
}) => {
  const { price } = await askedReport(context);
  const entry = Math.round(price ?? 0);
  const popup = await openPopup(context);
  await popup.getByLabel('Target', { exact: true }).fill(String(Math.round(entry * 1.06)));
  await savePosition(popup, {
    entry: String(entry),
    size: '25000',
    stop: String(Math.round(entry * 0.97)),
  });

  const plan = popup.locator('details', { hasText: 'Stop and target' }).last();
  await expect(plan).toContainText(/2\.0 R, target first (< )?[\d.]+ %/);
  await plan.getByText('Stop and target').click();
  await expect(plan.getByRole('table', { name: /^Targets/ })).toContainText('100 %');
  await plan.getByLabel('Risk at this stop').fill('250');
  await plan.getByRole('button', { name: 'Use as size' }).click();
  // 3 percent and a tenth of fees, less the slip of the polled book.
  const size = Number(await popup.getByLabel('Size', { exact: true }).first().inputValue());
  expect(size).toBeGreaterThan(6_000);
  expect(size).toBeLessThan(8_100);

  const funding = popup.locator('details', { hasText: 'Funding' }).last();
  await expect(funding.locator('summary')).toHaveText(/in (\d:)?\d\d:\d\d (pays|receives) \d+\.\d\d USD/);
  const clock = await funding.locator('summary').textContent();
  await expect(funding.locator('summary')).not.toHaveText(clock ?? '');

  const account = popup.locator('details', { hasText: 'All positions if' }).last();
  await account.getByText('All positions if').click();
  await account.getByLabel('Prices go, in percent').fill('BTC -20');
  await expect(account.getByText(/^First to break: /)).toHaveText(/BTC long at \d+,\d{3}/);
  await account.getByRole('button', { name: /^Use: forced longs/ }).click();
  await expect(account.getByLabel('Prices go, in percent')).toHaveValue(/^BTC -\d/);

  const { positions } = (await storedItems(context))['positions'] as {
    positions: readonly { targets?: readonly { share: number }[] }[];
  };
  expect(positions.map(({ targets }) => targets?.map(({ share }) => share))).toEqual([[1]]);
});
