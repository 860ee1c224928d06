import { YOUNG } from '../exchange/scenarios/young.ts';
import { startExchange } from '../exchange/start-exchange.ts';
import { PAGE_PERIOD_MS } from './loaded-profile.ts';
import { test as base, type Exchange } from './fixtures.ts';

interface Young {
  /** What the exchange's clock is ahead of this machine's, which a test may change. */
  readonly clock: { aheadMs: number };
  readonly exchange: Exchange;
}

/** The usual fixtures, with an exchange for each test whose market is loaded from nothing to the end in seconds. */
export const test = base.extend<Young>({
  clock: async ({}, use) => use({ aheadMs: 0 }),
  exchange: async ({ clock }, use) => {
    const exchange = await startExchange({
      scenario: YOUNG,
      clock: () => Date.now() + clock.aheadMs,
      pagePeriodMs: PAGE_PERIOD_MS,
    });
    await use(exchange);
    await exchange.close();
  },
});
