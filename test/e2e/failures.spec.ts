import type { BrowserContext } from '@playwright/test';

import type { VenueId } from '../../core/market/venue-id.ts';
import type { Fault } from '../exchange/faults/fault.ts';
import { expect, PAGES, pollUntil, storedReport } from './fixtures.ts';
import { clustersOf, noticesOf, panelOf } from '../support/panel.ts';
import { test } from './young-market.ts';

interface Failure {
  readonly venue: VenueId;
  readonly fault: Fault;
  /** What the panel says of the venue while others answer. */
  readonly says: RegExp;
}

/** One of each way from an answer to the panel's sentence; every fault is tried in `test/background/venue-failures.test.ts`. */
const FAILURES: readonly Failure[] = [
  {
    venue: 'gate',
    fault: { kind: 'refuse', status: 403 },
    says: /Gate (refused this region|asked Plimsoll to wait)/,
  },
  { venue: 'okx', fault: { kind: 'stall', ms: 60_000 }, says: /OKX did not answer in time/ },
  { venue: 'bitget', fault: { kind: 'garbage' }, says: /Bitget answered in an unknown form/ },
  {
    venue: 'bybit',
    fault: { kind: 'other-symbol' },
    says: /Bybit (gave figures that cannot be true|answered in an unknown form)|Bybit’s .* is set aside/,
  },
];

const priceOf = async (context: BrowserContext): Promise<number> => (await storedReport(context))?.price ?? 0;

test('venues that fail, each in its own way, cost their own shares and a sentence each, and when all do, the last figures stay, greyed and with their age', async ({
  page,
  context,
  exchange,
  consoleErrors,
}) => {
  const distanceFromMarket = async () =>
    Math.abs((await priceOf(context)) / exchange.market.priceOf('BTC') - 1);
  await test.step('four venues fail from the start', async () => {
    for (const { venue, fault } of FAILURES) exchange.faults.add({ venue, fault });
    await page.goto(PAGES.bybit());

    for (const { says } of FAILURES) await expect(noticesOf(page)).toContainText(says, { timeout: 30_000 });
    await expect(clustersOf(page)).toBeVisible({ timeout: 60_000 });
    expect(await distanceFromMarket()).toBeLessThan(0.01);
    const report = await storedReport(context);
    expect(report?.openInterest.perVenue.map(({ venue }) => venue)).toContain('binance');
    expect(consoleErrors).toEqual([]);
  });

  await test.step('every venue fails', async () => {
    await expect(panelOf(page)).not.toHaveAttribute('data-condition', /^stale/);
    exchange.faults.add({ venue: 'binance', fault: { kind: 'garbage' } });
    exchange.faults.add({ venue: 'hyperliquid', fault: { kind: 'refuse', status: 403 } });

    await pollUntil(context, () =>
      expect(panelOf(page)).toHaveAttribute('data-condition', /^stale/, { timeout: 2_000 }),
    );
    await expect(clustersOf(page)).toBeVisible();
    await expect(panelOf(page)).toContainText(/old/);
    await expect(noticesOf(page)).toContainText(/No venue answers|The next figures are late/);
    expect((await storedReport(context))?.map).not.toBeNull();
    expect(await priceOf(context)).toBeGreaterThan(0);
  });
});
