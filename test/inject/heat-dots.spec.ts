import type { Page } from '@playwright/test';

import { panelOf } from '../support/panel.ts';
import {
  drive,
  expectChartState,
  frameCount,
  frames,
  openChart,
  openLiveChart,
  pan,
  seePane,
} from './chart.ts';
import { expect, test } from './fixtures.ts';
import { groups } from './heat.ts';
import { bandBelow, pastWith } from './known-band.ts';
import type { InjectedPage } from './inject.ts';

const HOUR_S = 3600;

/** Hours before the newest bar at which orders fired: half an hour into a bar that is marked. */
const AGES = { large: 60, small: 45 } as const;

const orderAt = (hoursAgo: number, price: number, usd: number) => {
  const openS = (Math.floor(Date.now() / 1000 / HOUR_S) - hoursAgo) * HOUR_S;
  return { atMs: (openS + HOUR_S / 2) * 1000, side: 'short', price, usd, venue: 'okx' };
};

/** Above the price, where the map has nothing. */
const priceOf = (price: number): number => 1.02 * price;

test.use({
  told: { clusters: [], levels: [] },
  items: async ({ items, site }, use) => {
    const price = site.market.priceOf('BTC');
    const orders = [orderAt(AGES.large, priceOf(price), 4e6), orderAt(AGES.small, priceOf(price), 1e6)];
    await use({
      ...items,
      'past:BTCUSDT': pastWith(price, bandBelow(price, Date.now())),
      'orders:BTCUSDT': { orders, isCut: false, isSampled: true },
    });
  },
});

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly pixels: number;
}

/** The middles and sizes of what is as blue as a dot, from left to right, and the middles of what the chart draws in magenta. */
async function seenOn(page: Page) {
  const {
    pane,
    picture: { width, pixels },
  } = await seePane(page, 1);
  const dots: { xs: number[]; ys: number[] }[] = [];
  const [columns, rows] = [new Map<number, number>(), new Map<number, number>()];
  for (let x = Math.ceil(pane.x); x < pane.x + pane.width - 80; x += 1)
    for (let y = Math.ceil(pane.y); y < pane.y + pane.height - 1; y += 1) {
      const at = 4 * (y * width + x);
      const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
      if (red > 215 && green < 130 && blue > 180) {
        columns.set(x, (columns.get(x) ?? 0) + 1);
        rows.set(y, (rows.get(y) ?? 0) + 1);
      } else if (blue > 90 && blue - green > 25) {
        const last = dots.at(-1);
        if (last !== undefined && x - last.xs.at(-1)! <= 2) {
          last.xs.push(x);
          last.ys.push(y);
        } else dots.push({ xs: [x], ys: [y] });
      }
    }
  const middle = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value + 0.5, 0) / values.length;
  const keysOver = (of: Map<number, number>, least: number): number[] =>
    [...of].filter(([, count]) => count >= least).map(([key]) => key);
  return {
    dots: dots.map(({ xs, ys }): Dot => ({ x: middle(xs), y: middle(ys), pixels: xs.length })),
    line: middle(keysOver(rows, 200)),
    wicks: groups(keysOver(columns, 8)),
  };
}

async function openDots(page: Page, open = openChart) {
  await open(page);
  await expectChartState(page, 'ready');
  await expect.poll(async () => (await seenOn(page)).dots.length).toBe(2);
}

/** Counts dots that are painted in the overlay's world from now on. */
const countDots = (injected: InjectedPage) =>
  injected.evaluate(`{
    const { arc } = CanvasRenderingContext2D.prototype;
    globalThis.arcs = 0;
    CanvasRenderingContext2D.prototype.arc = function (...values) {
      arcs += 1;
      return arc.apply(this, values);
    };
  }`);

test('a forced order is a dot in its bar and at its price, with an area by its dollars', async ({
  page,
  site,
}) => {
  await openDots(page);
  const { dots } = await seenOn(page);
  const newestS = Math.floor(Date.now() / 1000 / HOUR_S) * HOUR_S;
  await drive(page, 'markBars', [newestS - AGES.large * HOUR_S, newestS - AGES.small * HOUR_S]);
  await drive(page, 'drawLine', priceOf(site.market.priceOf('BTC')));
  await frames(page, 30);
  const { wicks, line } = await seenOn(page);

  const [large, small] = dots;
  expect(wicks).toHaveLength(2);
  expect(Math.abs(large!.x - wicks[0]!)).toBeLessThanOrEqual(1);
  expect(Math.abs(small!.x - wicks[1]!)).toBeLessThanOrEqual(1);
  expect(Math.abs(large!.y - line)).toBeLessThanOrEqual(1);
  expect(Math.abs(small!.y - line)).toBeLessThanOrEqual(1);
  // Ten pixels across and five.
  expect(large!.pixels).toBeGreaterThan(50);
  expect(large!.pixels).toBeLessThan(100);
  expect(large!.pixels / small!.pixels).toBeGreaterThan(3);
  expect(large!.pixels / small!.pixels).toBeLessThan(5.5);
});

test('dots are painted once for a report, not at rest, and seldom in a pan', async ({ page, injected }) => {
  await openDots(page, openLiveChart);
  await countDots(injected);
  const painted = () => injected.evaluate<number>('arcs');
  let atRest = 0;
  // On a busy machine what was begun before may end in the first of these.
  await expect(async () => {
    atRest = await painted();
    await injected.seconds(3);
    expect(await painted()).toBe(atRest);
  }).toPass({ timeout: 20_000, intervals: [0] });

  const report = injected.items['report:BTCUSDT'] as object;
  await injected.call('store', { 'report:BTCUSDT': { ...report, at: Date.now() } });
  await injected.seconds(2);
  // There are two.
  expect(await painted()).toBe(atRest + 2);

  const before = await frameCount(page);
  await pan(page, 30);
  const shown = (await frameCount(page)) - before;
  const times = ((await painted()) - atRest - 2) / 2;
  console.log(`dots were painted ${times} times in ${shown} frames of panning`);
  expect(times / shown).toBeLessThan(0.1);
});

test('an order that is heard later comes with the next report', async ({ page, injected, site }) => {
  await openDots(page);
  await drive(page, 'showBars', 150, -40);
  await frames(page, 30);
  const later = { ...orderAt(0, priceOf(site.market.priceOf('BTC')), 4e6), atMs: Date.now() };

  const report = injected.items['report:BTCUSDT'] as object;
  await injected.call('store', {
    'orders:BTCUSDT': { orders: [later], isCut: false, isSampled: true },
    'report:BTCUSDT': { ...report, at: Date.now() + 1000 },
  });

  await expect.poll(async () => (await seenOn(page)).dots.length).toBe(3);
});

test('dots go with the map in time, whose button says that there were at least these', async ({ page }) => {
  await openDots(page);
  const button = panelOf(page).getByRole('button', { name: 'Map in time' });
  await expect(button).toHaveAttribute(
    'title',
    'Dots: forced orders that were heard; there were at least these.',
  );

  await button.click();

  await expect.poll(async () => (await seenOn(page)).dots.length).toBe(0);
  await expect(button).not.toHaveAttribute('title', /./);
});
