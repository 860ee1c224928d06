import type { BrowserContext } from '@playwright/test';

import type { MarketReport } from '../../core/market/market-report.ts';
import type { Market } from '../exchange/market/market.ts';
import { expect, PAGES, refresh, storedReport, warmReport } from './fixtures.ts';
import { clustersOf, noticesOf, panelOf } from '../support/panel.ts';
import { test as base } from './young-market.ts';

/** To a browser whose clock is right, the exchange's is wrong by as much the other way. */
const test = base.extend({ clock: async ({}, use) => use({ aheadMs: -300_000 }) });

function expectRightFigures({ openInterest, price, sources }: MarketReport, market: Market): void {
  const openInterestUsd = market.openInterestBase('BTC') * market.priceOf('BTC');
  expect(Math.abs((openInterest.usd ?? 0) / openInterestUsd - 1)).toBeLessThan(0.02);
  expect(Math.abs((price ?? 0) / market.priceOf('BTC') - 1)).toBeLessThan(0.01);
  expect(openInterest.perVenue).toHaveLength(6);
  expect(sources.filter(({ status, code }) => status !== 'ok' && code !== null)).toEqual([]);
}

/** Polls that are due by the clock as it is, which is what is looked at. */
const pollUntil = (context: BrowserContext, look: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await refresh(context);
    await look();
  }).toPass({ timeout: 60_000, intervals: [1_000] });

test('a device whose clock is 5 min fast gets right figures from the start, loads to the end and is told, and so it is when the clock is set, and set wrong: 90 s slow', async ({
  page,
  context,
  clock,
  exchange,
  consoleErrors,
}) => {
  test.setTimeout(240_000);
  const expectLive = async (): Promise<void> => {
    await expect(panelOf(page)).toHaveAttribute('data-condition', 'live', { timeout: 30_000 });
    await expect(clustersOf(page)).toBeVisible();
    await expect(noticesOf(page)).not.toContainText(/unknown form|cannot be true|is late/);
    // By the device's clock the figures would be minutes old, or of the future.
    await expect(panelOf(page).locator('.freshness')).toHaveText(/^(Live, )?\d+ s$/);
  };
  await page.goto(PAGES.bybit());

  await expect(noticesOf(page)).toContainText(/clock is (5 min|4 min 55 s|5 min 5 s) fast/, {
    timeout: 60_000,
  });
  await warmReport(context);
  await expectLive();
  await expect(async () => expectRightFigures((await storedReport(context))!, exchange.market)).toPass();

  clock.aheadMs = 90_000;
  await pollUntil(context, () =>
    expect(noticesOf(page)).toContainText(/clock is 1 min (25|30|35) s slow/, { timeout: 2_000 }),
  );
  await pollUntil(context, async () => {
    const report = await storedReport(context);
    expect(report!.at).toBeGreaterThan(exchange.market.nowMs() - 60_000);
    expectRightFigures(report!, exchange.market);
  });
  await expectLive();
  expect(consoleErrors).toEqual([]);
});
