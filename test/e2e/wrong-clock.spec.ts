import { startExchange } from '../exchange/start-exchange.ts';
import { expect, PAGES, test, warmReport } from './fixtures.ts';
import { clustersOf, noticesOf, panelOf } from '../support/panel.ts';

test.describe.configure({ mode: 'parallel' });

/** To a browser whose clock is right, the exchange's is wrong by as much the other way. */
const CLOCKS = [
  { name: '90 s slow', exchangeAheadMs: 90_000, says: /clock is 1 min (25|30|35) s slow/ },
  { name: '5 min fast', exchangeAheadMs: -300_000, says: /clock is (5 min|4 min 55 s|5 min 5 s) fast/ },
];

for (const { name, exchangeAheadMs, says } of CLOCKS) {
  const onThatClock = test.extend({
    exchange: async ({}, use) => {
      const exchange = await startExchange({ clock: () => Date.now() + exchangeAheadMs });
      await use(exchange);
      await exchange.close();
    },
  });

  onThatClock(
    `a device whose clock is ${name} gets right figures from the start, loads to the end and is told`,
    async ({ page, context, exchange, consoleErrors }) => {
      onThatClock.setTimeout(150_000);
      await page.goto(PAGES.binance());

      await expect(noticesOf(page)).toContainText(says, { timeout: 60_000 });
      const report = await warmReport(context);
      await expect(panelOf(page)).toHaveAttribute('data-condition', 'live', { timeout: 30_000 });
      await expect(clustersOf(page)).toBeVisible();
      const { market } = exchange;
      const openInterestUsd = market.openInterestBase('BTC') * market.priceOf('BTC');
      expect(Math.abs((report.openInterest.usd ?? 0) / openInterestUsd - 1)).toBeLessThan(0.02);
      expect(Math.abs((report.price ?? 0) / market.priceOf('BTC') - 1)).toBeLessThan(0.01);
      expect(report.openInterest.perVenue).toHaveLength(6);
      expect(report.sources.filter(({ status, code }) => status !== 'ok' && code !== null)).toEqual([]);
      await expect(noticesOf(page)).not.toContainText(/unknown form|cannot be true|is late/);
      // By the device's clock the figures would be minutes old, or of the future.
      await expect(panelOf(page).locator('.freshness')).toHaveText(/^(Live, )?\d+ s$/);
      expect(consoleErrors).toEqual([]);
    },
  );
}

test('a venue whose bars come five minutes late is loaded to the end', async ({
  page,
  context,
  exchange,
}) => {
  test.setTimeout(150_000);
  exchange.faults.add({ venue: 'bybit', fault: { kind: 'late', byS: 310 } });
  await page.goto(PAGES.binance());

  const report = await warmReport(context);

  expect(report.sources.filter(({ venue, code }) => venue === 'bybit' && code !== null)).toEqual([]);
});
