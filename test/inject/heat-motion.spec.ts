import type { Page } from '@playwright/test';

import { panelOf } from '../support/panel.ts';
import { drive, expectChartState, frames, openChart, paneOf } from './chart.ts';
import { expect, test } from './fixtures.ts';
import { expectPlaced, misplaced, settledHeat, staysBare } from './heat.ts';
import { bandBelow, pastWith } from './known-band.ts';
import { markBand } from './scales.ts';

test.use({
  viewport: { width: 1100, height: 640 },
  pace: 8,
  told: { clusters: [], levels: [] },
  items: async ({ items, site }, use) => {
    const price = site.market.priceOf('BTC');
    await use({ ...items, 'past:BTCUSDT': pastWith(price, bandBelow(price, Date.now())) });
  },
});

/** The chart with the band, its bars marked and the chart's own line at its upper edge. */
async function openMarked(page: Page, price: number, variant = 'library') {
  const band = bandBelow(price, Date.now());
  await openChart(page, variant);
  await expectChartState(page, 'ready');
  await markBand(page, band);
  return band;
}

for (const variant of ['bare', 'left', 'axisless', 'moved'])
  test(`the heat map stands on the chart's own bars and prices: ${variant}`, async ({ page, site }) => {
    await openMarked(page, site.market.priceOf('BTC'), variant);

    expectPlaced(misplaced((await settledHeat(page, 1))!));
  });

test('after a change of interval and back, the heat map stands on the bars that there are', async ({
  page,
  site,
}) => {
  const band = await openMarked(page, site.market.priceOf('BTC'));
  const choose = (interval: string) => page.getByRole('button', { name: interval, exact: true }).click();

  await choose('15m');
  // As long as the page takes to load them.
  await frames(page, 90);
  // The band is older than these bars.
  expect(await staysBare(page, 1)).toBe(true);
  await choose('1h');
  await expect.poll(() => settledHeat(page, 1)).not.toBeNull();
  await markBand(page, band);

  expectPlaced(misplaced((await settledHeat(page, 1))!));
});

test('when the window is made smaller and larger, the heat map keeps its bars and its prices', async ({
  page,
  site,
}) => {
  await openMarked(page, site.market.priceOf('BTC'));
  const first = await settledHeat(page, 1);
  for (const [width, height] of [
    [940, 560],
    [1330, 810],
  ] as const) {
    await page.setViewportSize({ width, height });
    // Chart, bars and map come to rest one after the other, on a busy machine with pauses.
    await expect(async () => {
      const edges = await settledHeat(page, 1);
      expect(edges).not.toEqual(first);
      expectPlaced(misplaced(edges!));
    }).toPass({ timeout: 20_000 });
  }
});

test('of two charts side by side each has a heat map of its own', async ({ page, site }) => {
  await page.setViewportSize({ width: 1600, height: 640 });
  await openMarked(page, site.market.priceOf('BTC'), 'two');
  await drive(page, 'showBars', 120, 0);

  for (const frame of [0, 1])
    // Chart, bars and map come to rest one after the other, on a busy machine with pauses.
    await expect(async () => {
      const edges = await settledHeat(page, 1, frame);
      expect(edges).not.toBeNull();
      expectPlaced(misplaced(edges!));
    }).toPass({ timeout: 20_000 });
});

test('in a replay nothing is shown of what comes after its last bar', async ({ page, site }) => {
  await openMarked(page, site.market.priceOf('BTC'));

  await drive(page, 'setBars', 'replay');
  await drive(page, 'showBars', 150, -40);
  const edges = (await settledHeat(page, 1))!;

  // 110 of 150 bars, and the rest of the pane is empty.
  const pane = await paneOf(page);
  const lastBarEnds = pane.x + (110 / 150) * pane.width;
  expect(Math.abs(edges.right - lastBarEnds)).toBeLessThan(pane.width / 150);
});

for (const [variant, bars, sentence] of [
  ['timeless', 'all', 'Bands only: the times of this chart cannot be read.'],
  ['library', 'gaps', 'Bands only: this chart’s bars are not even in time.'],
  ['library', 'bricks', 'Bands only: this chart’s bars are not even in time.'],
] as const)
  test(`a chart that is not even in time has no heat map, and the panel says why: ${variant}, ${bars}`, async ({
    page,
  }) => {
    await openChart(page, variant);
    await expectChartState(page, 'ready');
    await drive(page, 'setBars', bars);

    await expect(panelOf(page).locator('.chart-switch [role=status]')).toHaveText(sentence);
    expect(await staysBare(page, 1)).toBe(true);
  });

test('the heat map goes with one click, and the bands stay', async ({ page, site, injected }) => {
  await openMarked(page, site.market.priceOf('BTC'));
  expect(await settledHeat(page, 1)).not.toBeNull();

  await panelOf(page).getByRole('button', { name: 'Map in time' }).click();

  await expectChartState(page, 'ready');
  expect(await staysBare(page, 1)).toBe(true);
  await expect.poll(() => injected.items['place:binance']).toMatchObject({ chartHeat: false });
});
