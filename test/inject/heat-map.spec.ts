import type { Page } from '@playwright/test';

import { panelOf } from '../support/panel.ts';
import { expect, PAGES, SETTINGS, test as base } from './fixtures.ts';

/** A band on either side, up to an hour ago and up to now. */
const bandsUntil = (nowS: number) => [
  { low: 92_500, high: 94_000, fromS: 0, untilS: nowS - 3600 },
  { low: 87_500, high: 89_000, fromS: 0, untilS: nowS + 3600 },
];

const test = base.extend({
  items: async ({ items }, use) =>
    use({ ...items, 'past:BTCUSDT': { price: 90_912, bands: bandsUntil(Date.now() / 1000) } }),
});

test.use({
  place: { right: 0, top: 60, width: 310, height: 480, form: 'open' },
  settings: {
    ...SETTINGS,
    theme: 'dark',
    listening: { isAnswered: true, venues: [], ownPages: true },
    mapChoices: { form: 'heat' },
  },
});

const mapOf = (page: Page) => panelOf(page).getByRole('application', { name: /heat map/ });

/** Of the map's pixels, what share of those that are more blue than red, or the reverse, lies in its upper half. */
const sharesAbove = (page: Page): Promise<{ readonly blue: number; readonly orange: number }> =>
  mapOf(page)
    .locator('canvas')
    .evaluate((node) => {
      const canvas = node as HTMLCanvasElement;
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      const count = { blue: [0, 0], orange: [0, 0] };
      for (let at = 0; at < data.length; at += 4) {
        const half = at / 4 / width < height / 2 ? 0 : 1;
        const lead = (data[at + 2] ?? 0) - (data[at] ?? 0);
        // Labels are nearly grey.
        if (Math.abs(lead) > 60) count[lead > 0 ? 'blue' : 'orange'][half]! += 1;
      }
      const share = ([above = 0, below = 0]: number[]) => above / Math.max(1, above + below);
      return { blue: share(count.blue), orange: share(count.orange) };
    });

test('the panel draws shorts above the price and longs below it, and names what is pointed at', async ({
  page,
  consoleErrors,
}) => {
  await page.goto(PAGES.binance());
  await expect(mapOf(page)).toBeVisible();

  await expect.poll(async () => (await sharesAbove(page)).blue).toBeGreaterThan(0.9);
  expect((await sharesAbove(page)).orange).toBeLessThan(0.1);

  await mapOf(page).hover({ position: { x: 150, y: 150 } });
  await expect(panelOf(page).getByText(/ USD of longs$/)).toBeVisible();
  expect(consoleErrors).toEqual([]);
});

test('wheel and keys move the map and nothing of the page', async ({ page }) => {
  await page.goto(PAGES.binance());
  const map = mapOf(page);
  await map.hover({ position: { x: 150, y: 150 } });
  const readout = panelOf(page).locator('.readout');
  /** What is told of a place that is not the one around which the map is zoomed. */
  const told = async () => {
    await map.hover({ position: { x: 120, y: 140 } });
    await map.hover({ position: { x: 120, y: 141 } });
    return readout.textContent();
  };
  await expect(readout).toContainText('USD of longs');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keyup', 'wheel'])
      document.addEventListener(type, (event) => heard.push(event.type));
  });
  const before = await told();

  await map.hover({ position: { x: 150, y: 150 } });
  await page.mouse.wheel(0, -200);
  await expect.poll(told).not.toBe(before);
  await map.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');

  await expect.poll(told).toBe(before);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});
