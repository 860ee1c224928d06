import { panelOf } from '../support/panel.ts';
import { expect, PAGES, test } from './fixtures.ts';

test.use({ pace: 8 });

test('a page without a market has no panel, and one of a market has', async ({ page, injected }) => {
  await page.goto('https://www.binance.com/en/futures/markets');
  await injected.seconds(2);
  await expect(panelOf(page)).toHaveCount(0);

  await page.goto(PAGES.binance());
  await expect(panelOf(page)).toBeVisible();
});

test.describe('a panel of 310 by 480', () => {
  test.use({ place: { right: 1000, top: 240, width: 310, height: 480, form: 'open' } });

  for (const [form, map] of [
    ['Bands', '.bands-chart'],
    ['Heat map', '.heat-place'],
  ] as const)
    test(`has half of its height for the map, all of it in sight, and nothing cut off at the side: ${form}`, async ({
      page,
    }) => {
      await page.goto(PAGES.binance());
      await panelOf(page).getByRole('button', { name: form, exact: true }).click();
      const chart = panelOf(page).locator(map);
      await expect(chart).toBeVisible();

      const [panel, shown] = [(await panelOf(page).boundingBox())!, (await chart.boundingBox())!];

      expect(panel).toMatchObject({ width: 310, height: 480 });
      expect(shown.height).toBeGreaterThanOrEqual(240);
      const question = (await panelOf(page).locator('.question').boundingBox())!;
      expect(shown.y + shown.height).toBeLessThanOrEqual(question.y);
      // One line of twelve pixels with its room.
      expect(question.height).toBeLessThanOrEqual(32);
      const cut = await panelOf(page).evaluate((element) =>
        [element, ...element.querySelectorAll('.panel-body, .map-head, .chart-switch, .chart-switch p')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ className }) => className),
      );
      expect(cut).toEqual([]);
    });

  test('names the button of the chart that can be drawn on, and its switch is not pressed', async ({
    page,
  }) => {
    await page.goto(`${PAGES.binance()}?chart=original`);

    await expect(panelOf(page)).toContainText('Drawn on the “TradingView” chart alone');
    await expect(panelOf(page).getByRole('button', { name: 'On the chart' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
  });
});
