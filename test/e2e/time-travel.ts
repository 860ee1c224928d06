import type { BrowserContext } from '@playwright/test';

import { type Exchange, expect, refresh, storedReport } from './fixtures.ts';
import { advanceWorker, TICKER_PERIOD_S } from './worker-clock.ts';

const BAR_S = 300;
const DAY_S = 86_400;

/** What venues differ by, and a market moves by while it is looked at, as a share of the price. */
const NEAR = 0.005;

/** Longer than anybody waits for what the price brings. */
const HELD_BARS = 6;

/** Takes the price of BTC to `price` in half an hour and holds it, and takes the market and the worker's clock along. */
export async function driveTo(exchange: Exchange, context: BrowserContext, price: number): Promise<void> {
  exchange.market.drive('BTC', price, 5, HELD_BARS);
  await travel(exchange, context, 6 * BAR_S);
}

/** Goes to a few minutes after the next daily close, 00:00 UTC, with the price of BTC held where it is. */
export async function travelPastClose(exchange: Exchange, context: BrowserContext): Promise<void> {
  const nowS = exchange.market.nowMs() / 1000;
  const seconds = (Math.floor(nowS / DAY_S) + 1) * DAY_S + 2 * BAR_S - nowS;
  exchange.market.drive('BTC', exchange.market.priceOf('BTC'), Math.ceil(seconds / BAR_S), HELD_BARS);
  await travel(exchange, context, seconds);
}

/** Longer than a poll takes that was asked for. */
const POLL_MS = 4_000;

/**
 * Market and worker go `seconds` ahead together; then the worker looks until it has seen the price: a poll that was under
 * way may have asked before.
 */
async function travel(exchange: Exchange, context: BrowserContext, seconds: number): Promise<void> {
  exchange.market.advance(seconds);
  await advanceWorker(context, seconds);
  const distance = async (): Promise<number> =>
    Math.abs(((await storedReport(context))?.price ?? 0) / exchange.market.priceOf('BTC') - 1);
  await expect(async () => {
    await advanceWorker(context, TICKER_PERIOD_S);
    await refresh(context);
    await expect
      .poll(distance, { timeout: POLL_MS, message: 'the worker sees the price' })
      .toBeLessThan(NEAR);
  }).toPass({ timeout: 60_000 });
}
