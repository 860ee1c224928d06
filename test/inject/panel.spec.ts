import { panelOf } from '../support/panel.ts';
import { expect, PAGES, test } from './fixtures.ts';

test('a page without a market has no panel, and one of a market has', async ({ page, injected }) => {
  await page.goto('https://www.binance.com/en/futures/markets');
  await injected.seconds(2);
  await expect(panelOf(page)).toHaveCount(0);

  await page.goto(PAGES.binance());
  await expect(panelOf(page)).toBeVisible();
});
