import type { BrowserContext } from '@playwright/test';

import type { Fault } from '../exchange/faults/fault.ts';
import { expect, PAGES, refresh, storedReport, test } from './fixtures.ts';
import { clustersOf, noticesOf, panelOf } from '../support/panel.ts';
import { setWorkerAhead } from './time-travel.ts';

test.describe.configure({ mode: 'parallel' });

/** After this long a price is asked for again. */
const TICKER_PERIOD_S = 11;

interface Failure {
  readonly name: string;
  /** Also tried while a market is loaded for the first time; elsewhere its history is there already. */
  readonly isTriedCold?: true;
  readonly fault: Fault;
  /** What the panel says of Bybit while only Bybit fails. */
  readonly says: RegExp;
}

const UNTRUE = /Bybit (gave figures that cannot be true|answered in an unknown form)|Bybit's .* is set aside/;

const FAILURES: readonly Failure[] = [
  {
    name: 'refuses with 403',
    isTriedCold: true,
    fault: { kind: 'refuse', status: 403 },
    says: /Bybit (refused this region|asked Plimsoll to wait)/,
  },
  { name: 'refuses with 451', fault: { kind: 'refuse', status: 451 }, says: /Bybit refused this region/ },
  {
    name: 'is behind a guard that turns us away',
    fault: { kind: 'block' },
    says: /Bybit turned this connection away/,
  },
  {
    name: 'throttles with 429',
    fault: { kind: 'throttle', status: 429, retryAfterS: 120 },
    says: /Bybit asked Plimsoll to wait/,
  },
  {
    name: 'bans with 418',
    fault: { kind: 'throttle', status: 418, retryAfterS: 120 },
    says: /Bybit asked Plimsoll to wait/,
  },
  {
    name: 'stalls',
    isTriedCold: true,
    fault: { kind: 'stall', ms: 60_000 },
    says: /Bybit did not answer in time/,
  },
  { name: 'cuts the connection', fault: { kind: 'cut' }, says: /Bybit cannot be reached/ },
  {
    name: 'answers garbage',
    isTriedCold: true,
    fault: { kind: 'garbage' },
    says: /Bybit answered in an unknown form/,
  },
  {
    name: 'answers truncated JSON',
    fault: { kind: 'truncated' },
    says: /Bybit answered in an unknown form/,
  },
  {
    name: 'answers wrong types',
    fault: { kind: 'wrong-types' },
    says: /Bybit answered in an unknown form/,
  },
  {
    name: 'answers stale times',
    fault: { kind: 'stale', byS: 7_200 },
    says: /Bybit (is late|gave figures that cannot be true|answered in an unknown form)|Bybit's .* is set aside/,
  },
  {
    name: 'answers future times',
    fault: { kind: 'future', byS: 7_200 },
    says: UNTRUE,
  },
  {
    name: 'answers another symbol',
    isTriedCold: true,
    fault: { kind: 'other-symbol' },
    says: UNTRUE,
  },
  {
    name: 'answers zeros',
    fault: { kind: 'zero' },
    says: UNTRUE,
  },
  {
    name: 'answers negative values',
    fault: { kind: 'negative' },
    says: UNTRUE,
  },
  { name: 'answers 503', fault: { kind: 'error', status: 503 }, says: /Bybit answered with an error/ },
];

/** Hyperliquid's answers carry no time that could be wrong: its price stays believed. */
const liesAboutTime = (fault: Fault): boolean => fault.kind === 'stale' || fault.kind === 'future';

const priceOf = async (context: BrowserContext): Promise<number> => (await storedReport(context))?.price ?? 0;

for (const { name, fault, says, isTriedCold } of FAILURES) {
  test.describe(() => {
    test.use({ profile: isTriedCold === true ? 'empty' : 'loaded' });

    test(`a venue that ${name} costs its own share and a sentence, and when all do, ${liesAboutTime(fault) ? 'the others carry the price' : 'the last figures stay, greyed and with their age'}`, async ({
      page,
      context,
      exchange,
      consoleErrors,
    }) => {
      const distanceFromMarket = async () =>
        Math.abs((await priceOf(context)) / exchange.market.priceOf('BTC') - 1);
      await test.step('one venue fails from the start', async () => {
        exchange.faults.add({ venue: 'bybit', fault });
        await page.goto(PAGES.binance());

        await expect(noticesOf(page)).toContainText(says, { timeout: 30_000 });
        await expect(clustersOf(page)).toBeVisible({ timeout: 60_000 });
        expect(await distanceFromMarket()).toBeLessThan(0.01);
        const report = await storedReport(context);
        expect(report?.openInterest.perVenue.map(({ venue }) => venue)).toContain('binance');
        expect(consoleErrors).toEqual([]);
      });

      await test.step('every venue fails', async () => {
        await expect(panelOf(page)).not.toHaveAttribute('data-condition', /^stale/);
        exchange.faults.add({ fault });
        await setWorkerAhead(context, TICKER_PERIOD_S);

        if (liesAboutTime(fault)) {
          await refresh(context);
          await expect(noticesOf(page)).toContainText(/Binance/, { timeout: 30_000 });
          await expect(noticesOf(page)).toContainText(/Bybit/);
          expect(await distanceFromMarket()).toBeLessThan(0.01);
          return;
        }
        await expect(async () => {
          await refresh(context);
          await expect(panelOf(page)).toHaveAttribute('data-condition', /^stale/, { timeout: 2_000 });
        }).toPass({ timeout: 60_000 });
        await expect(clustersOf(page)).toBeVisible();
        await expect(panelOf(page)).toContainText(/old/);
        await expect(noticesOf(page)).toContainText(/No venue answers|The next figures are late/);
        expect((await storedReport(context))?.map).not.toBeNull();
        expect(await priceOf(context)).toBeGreaterThan(0);
      });
    });
  });
}
