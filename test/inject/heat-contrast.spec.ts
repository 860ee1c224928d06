import type { Page } from '@playwright/test';

import type { Picture } from '../support/png.ts';
import { panelOf } from '../support/panel.ts';
import { expectChartState, frames, openChart, seePane } from './chart.ts';
import { expect, LARGE_WINDOW, SETTINGS, test } from './fixtures.ts';
import { pastWith } from './known-band.ts';

/** Of the chart, as its page paints it. */
const CANDLES = [
  [0x0e, 0xcb, 0x81],
  [0xf6, 0x46, 0x5d],
] as const;
const BACK = { dark: [0x0b, 0x0e, 0x11], light: [0xff, 0xff, 0xff] } as const;

type Colour = readonly number[];

/** Relative luminance of WCAG 2. */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: Colour, b: Colour): number => {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
};

const at = ({ width, pixels }: Picture, x: number, y: number): Colour => [
  ...pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 3),
];

/** Asked of each pixel of a picture, and so without an array of its own. */
function is({ width, pixels }: Picture, x: number, y: number, colour: Colour): boolean {
  const first = 4 * (y * width + x);
  for (let part = 0; part < 3; part += 1)
    if (Math.abs(pixels[first + part]! - colour[part]!) > 1) return false;
  return true;
}

/** Farther from a candle is not what surrounds it, px. */
const NEAR_PX = 4;

test.use({
  viewport: LARGE_WINDOW,
  told: { clusters: [], levels: [] },
  // As bright as the map can be, all over the chart.
  items: async ({ items, site }, use) => {
    const price = site.market.priceOf('BTC');
    const everywhere = { low: 0.5 * price, high: 2 * price, fromS: 0, untilS: 1e11 };
    await use({ ...items, 'past:BTCUSDT': pastWith(price, everywhere) });
  },
});

const heatButton = (page: Page) => panelOf(page).getByRole('button', { name: 'Map in time' });

/** The pane as it stands still, a second after something was chosen. */
async function stillPane(page: Page) {
  await frames(page, 60);
  return seePane(page, 1);
}

/** Least contrast of a candle to what is beside it under a map, and the least share that is left of it without one. */
function leastContrast(heated: Picture, bare: Picture, back: Colour) {
  let [pixels, worst, worstShare] = [0, Infinity, Infinity];
  for (let y = 1; y < bare.height - 1; y += 1)
    for (let x = NEAR_PX; x < bare.width - 1; x += 1) {
      if (!CANDLES.some((colour) => is(bare, x, y, colour))) continue;
      const beside = [1, 2, 3, NEAR_PX].map((px) => x - px).find((left) => is(bare, left, y, back));
      if (beside === undefined) continue;
      const without = contrast(at(bare, x, y), at(bare, beside, y));
      const within = contrast(at(heated, x, y), at(heated, beside, y));
      pixels += 1;
      worst = Math.min(worst, without < 2.5 ? Infinity : within);
      worstShare = Math.min(worstShare, within / without);
    }
  return { pixels, worst, worstShare };
}

for (const theme of ['dark', 'light'] as const)
  test(`under the brightest map every body and wick keeps its contrast, in the colours of either scale: ${theme}`, async ({
    page,
    injected,
  }) => {
    await openChart(page);
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await page.getByRole('button', { name: '4h', exact: true }).click();
    await expectChartState(page, 'ready');
    const heated: Record<string, Picture> = {};
    for (const scale of ['sides', 'viridis']) {
      await injected.call('store', { settings: { ...SETTINGS, mapChoices: { scale } } });
      heated[scale] = (await stillPane(page)).picture;
    }
    await heatButton(page).click();
    const { picture: bare } = await stillPane(page);

    const found = Object.values(heated).map((picture) => leastContrast(picture, bare, BACK[theme]));

    console.log(`${theme}, least contrast of candles: ${JSON.stringify(found)}`);
    for (const { pixels, worst, worstShare } of found) {
      expect(pixels).toBeGreaterThan(1000);
      expect(worst).toBeGreaterThanOrEqual(2.5);
      expect(worstShare).toBeGreaterThanOrEqual(0.6);
      // Something was drawn at all.
      expect(worstShare).toBeLessThan(0.9);
    }
    // Each in colours of its own.
    expect(found[0]).not.toEqual(found[1]);
  });

const TEXT = { dark: [0xe6, 0xea, 0xf0], light: [0x14, 0x1a, 0x22] } as const;

test.describe('with a level above the price', () => {
  test.use({ told: { clusters: [] } });

  test('what is written over the brightest map keeps its colour, on a dark page and on a light one', async ({
    page,
  }) => {
    await openChart(page);
    await expectChartState(page, 'ready');
    for (const theme of ['dark', 'light'] as const) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      const letters = async () => {
        const { picture } = await stillPane(page);
        let pixels = 0;
        for (let y = 1; y < picture.height - 1; y += 1)
          for (let x = 1; x < picture.width - 1; x += 1) if (is(picture, x, y, TEXT[theme])) pixels += 1;
        return pixels;
      };

      const over = await letters();
      await heatButton(page).click();

      expect(over, theme).toBeGreaterThan(5);
      expect(over, theme).toBe(await letters());
      await heatButton(page).click();
    }
  });
});
