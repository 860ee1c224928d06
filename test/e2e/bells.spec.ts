import { openSidePanel } from '../support/side-panel-page.ts';
import { errorsOf } from '../support/pages.ts';
import { expect, PAGES, storedItems, test, warmReport } from './fixtures.ts';

test.use({ profile: 'loaded' });

/** Far from the market, so that nothing else on the page is it by chance. */
const PRICE = 97_531;

test('a bell that is hung in the side panel stays until it is removed, and the page reads nothing of it', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.binance());
  await warmReport(context);
  const side = await openSidePanel(context, { inFront: page });
  const errors = errorsOf(side);
  const bells = side.getByRole('region', { name: 'Bells' });

  await bells.getByLabel('Price', { exact: true }).fill(String(PRICE));
  await bells.getByRole('button', { name: 'Hang a bell' }).click();
  await expect(bells.getByRole('listitem')).toContainText('97,531');
  await bells.getByLabel('Each time at 97,531').check();
  await bells.getByLabel('Until when at 97,531').selectOption({ label: 'until removed' });

  await expect
    .poll(async () => (await storedItems(context))['bells'])
    .toMatchObject([
      { market: 'BTCUSDT', venue: 'binance', place: 'price', low: PRICE, repeats: true, untilMs: null },
    ]);
  await side.reload();
  await expect(bells.getByLabel('Each time at 97,531')).toBeChecked();
  await page.bringToFront();
  const read = await page.evaluate(
    'document.documentElement.outerHTML + JSON.stringify({ ...localStorage })',
  );
  expect(String(read).replaceAll(',', '')).not.toContain(String(PRICE));

  await side.bringToFront();
  await bells.getByRole('button', { name: 'Remove the bell at 97,531' }).click();
  await expect(bells.getByRole('listitem')).toHaveCount(0);
  expect((await storedItems(context))['bells']).toEqual([]);
  expect(errors).toEqual([]);
});
