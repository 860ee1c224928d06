import type { Page } from '@playwright/test';

import { panelOf } from '../support/panel.ts';
import { drag, drive, expectChartState, filmed, frames, openChart, paneOf } from './chart.ts';
import { expect, test } from './fixtures.ts';
import { bandBelow, expectPlaced, heatIn, misplaced, type Misplaced, pastWith, settledHeat } from './heat.ts';

const BARS = 50;

test.use({
  viewport: { width: 1100, height: 640 },
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
  await drive(page, 'markBars', [band.fromS, band.untilS]);
  await drive(page, 'drawLine', band.high);
  return band;
}

test('while the chart is panned, zoomed, scrolled into the past and its axis is dragged, no frame shows the heat map beside its bars or its prices', async ({
  page,
  site,
}) => {
  await openMarked(page, site.market.priceOf('BTC'));
  expectPlaced(misplaced((await settledHeat(page, 1))!, BARS), 1);
  const pane = await paneOf(page);
  const middle = pane.y + pane.height / 2;
  const axis = pane.x + pane.width + 30;
  const moves: Record<string, () => Promise<void>> = {
    'axis drag': () => drag(page, [axis, middle], [axis, middle - 40]),
    'axis drag back': () => drag(page, [axis, middle - 40], [axis, middle]),
    'vertical pan': () => drag(page, [pane.x + 300, middle], [pane.x + 250, middle - 50]),
    wheel: async () => {
      await page.mouse.move(pane.x + 300, middle);
      for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, turn < 6 ? -60 : 60);
    },
    'into the past with a fling': async () => {
      await drag(page, [pane.x + 250, middle], [pane.x + 400, middle], 12);
      await frames(page, 30);
    },
  };
  const worst: Record<string, Misplaced> = {};
  let seen = 0;
  for (const [name, move] of Object.entries(moves)) {
    for (const picture of await filmed(page, move)) {
      const edges = heatIn(picture, pane, 1);
      const off = edges && misplaced(edges, BARS);
      if (off === null) continue;
      seen += 1;
      const before = worst[name] ?? off;
      const [time, price] = [Math.max(off.time, before.time), Math.max(off.price, before.price)];
      worst[name] = { time, price, halfBar: Math.min(off.halfBar, before.halfBar) };
    }
  }

  console.log(
    `CSS px from the chart's own to the heat map in any of ${seen} frames: ${JSON.stringify(worst)}`,
  );
  expect(seen).toBeGreaterThan(20);
  for (const off of Object.values(worst)) expectPlaced(off, 1);
});

for (const variant of ['bare', 'left', 'axisless', 'moved'])
  test(`the heat map stands on the chart's own bars and prices: ${variant}`, async ({ page, site }) => {
    await openMarked(page, site.market.priceOf('BTC'), variant);

    expectPlaced(misplaced((await settledHeat(page, 1))!, BARS), 1);
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
  await expect.poll(() => settledHeat(page, 1)).toBeNull();
  await choose('1h');
  await expect.poll(() => settledHeat(page, 1)).not.toBeNull();
  await drive(page, 'markBars', [band.fromS, band.untilS]);
  await drive(page, 'drawLine', band.high);

  expectPlaced(misplaced((await settledHeat(page, 1))!, BARS), 1);
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
      expectPlaced(misplaced(edges!, BARS), 1);
    }).toPass({ timeout: 20_000 });
  }
});

test('of two charts side by side each has a heat map of its own', async ({ page, site }) => {
  await page.setViewportSize({ width: 1600, height: 640 });
  await openMarked(page, site.market.priceOf('BTC'), 'two');
  await drive(page, 'showBars', 120, 0);

  for (const frame of [0, 1]) expectPlaced(misplaced((await settledHeat(page, 1, frame))!, BARS), 1);
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
    expect(await settledHeat(page, 1)).toBeNull();
  });

test('the heat map goes with one click, and the bands stay', async ({ page, site, injected }) => {
  await openMarked(page, site.market.priceOf('BTC'));
  expect(await settledHeat(page, 1)).not.toBeNull();

  await panelOf(page).getByRole('button', { name: 'Map in time' }).click();

  await expectChartState(page, 'ready');
  expect(await settledHeat(page, 1)).toBeNull();
  await expect.poll(() => injected.items['place:binance']).toMatchObject({ chartHeat: false });
});
