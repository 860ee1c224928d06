import { panelOf } from '../support/panel.ts';
import { expect, PAGES, storedItems, warmReport } from './fixtures.ts';
import { test } from './frozen-market.ts';

test('the heat map’s script comes when it is wanted, draws the past that the worker keeps, and is remembered', async ({
  page,
  context,
  consoleErrors,
}) => {
  await page.goto(PAGES.binance());
  await warmReport(context);
  const panel = panelOf(page);
  const forms = panel.getByRole('group', { name: 'How the map is drawn' });
  await forms.getByRole('button', { name: 'Heat map' }).click();

  await expect(panel.getByRole('application', { name: /heat map/ })).toBeVisible();
  await expect(panel.getByRole('slider', { name: 'Back in time' })).toBeVisible();
  await expect(panel.getByRole('table', { name: /strongest cells/ }).getByRole('row')).toHaveCount(11);
  await expect
    .poll(async () => (await storedItems(context))['settings'])
    .toMatchObject({ mapChoices: { form: 'heat' } });

  await panel.getByRole('button', { name: 'Forced' }).click();
  await expect(panel.getByRole('table', { name: /strongest cells/ }).getByRole('row')).toHaveCount(11);
  await page.reload();
  await expect(panel.getByRole('slider', { name: 'Back in time' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Forced' })).toHaveAttribute('aria-pressed', 'true');
  expect(consoleErrors).toEqual([]);
});

test('looking back shows the levels that the worker found for the daily close before', async ({
  page,
  context,
  consoleErrors,
}) => {
  await page.goto(PAGES.binance());
  await warmReport(context);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: 'Heat map' }).click();
  await panel.getByRole('button', { name: 'Month' }).click();
  const slider = panel.getByRole('slider', { name: 'Back in time' });
  await expect(slider).toBeVisible();

  await slider.fill(String(Number(await slider.getAttribute('max')) - 72));

  await expect(panel.getByText(/^As it stood on/)).toBeVisible();
  await expect(panel.getByText(/Levels as the daily close before had left them/)).toBeVisible();
  await expect(
    panel
      .locator('.readout')
      .getByText(/(resistance|support), /)
      .first(),
  ).toBeVisible();
  expect(consoleErrors).toEqual([]);
});
