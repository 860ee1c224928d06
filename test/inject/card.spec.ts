import { expectChartState, openChart, paneOf } from './chart.ts';
import { expect, LARGE_WINDOW, test } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';

/** A symbol, its figures and three indicators, one below the other, as the library writes them. */
const LEGEND = { width: 400, height: 100 };
const MOST = { width: 248, height: 112 };

// Of a newcomer nothing is stored.
test.use({ place: {}, pace: 8 });

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 1280, height: 720 },
])
  test.describe(`in a window of ${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test('the card is small, covers neither the newest third of the candles nor the legend, and is back where it was once the panel, which one tap opens, is folded', async ({
      page,
      injected,
    }) => {
      await openChart(page);
      await expect(panelOf(page).locator('.card-row')).toHaveCount(2);
      const pane = await paneOf(page);

      const card = (await panelOf(page).boundingBox())!;

      expect(card.width).toBeLessThanOrEqual(MOST.width);
      expect(card.height).toBeLessThanOrEqual(MOST.height);
      expect(card.x).toBeGreaterThanOrEqual(pane.x);
      expect(card.x + card.width).toBeLessThanOrEqual(pane.x + (2 / 3) * pane.width);
      expect(card.y).toBeGreaterThanOrEqual(pane.y + LEGEND.height);
      // The pane below has a legend of its own.
      expect(card.y + card.height).toBeLessThanOrEqual(pane.y + pane.height);

      await panelOf(page).locator('.card-body').click();
      await expectChartState(page, 'ready');
      await expect.poll(() => injected.items['place:binance']).toMatchObject({ form: 'open' });
      await panelOf(page).getByRole('button', { name: 'Fold to the card' }).click();

      expect(await panelOf(page).boundingBox()).toEqual(card);
    });
  });

test('until the user moves it, the card goes where the chart of a larger window leaves room, and no place is stored', async ({
  page,
  injected,
}) => {
  await page.setViewportSize(LARGE_WINDOW);
  await openChart(page);
  await expect(panelOf(page).locator('.card-row')).toHaveCount(2);
  const leftOf = async () => (await panelOf(page).boundingBox())!.x - (await paneOf(page)).x;
  const before = await leftOf();

  await page.setViewportSize({ width: 1900, height: 1000 });
  await expect.poll(leftOf).toBe(before);
  await panelOf(page).locator('.card-body').click();
  await expect.poll(() => injected.items['place:binance']).toEqual({ form: 'open' });
  await panelOf(page).getByRole('button', { name: 'Fold to the card' }).click();
  await panelOf(page).locator('.card-sentence').hover();
  await page.mouse.down();
  await page.mouse.move(500, 300, { steps: 4 });
  await page.mouse.up();
  const moved = (await panelOf(page).boundingBox())!;
  await expect.poll(() => injected.items['place:binance']).toHaveProperty('cardRight');
  await page.setViewportSize({ width: 1700, height: 1000 });
  await injected.seconds(2);

  // As far from the window's right edge as it was.
  expect(1700 - (await panelOf(page).boundingBox())!.x).toBe(1900 - moved.x);
});
