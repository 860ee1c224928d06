import { test as base, type Exchange } from './fixtures.ts';
import { PAGE_PERIOD_MS, startKnownExchange } from './loaded-profile.ts';

/** The usual fixtures, with the loaded profile and an exchange for each test, which moves its market. */
export const test = base.extend<{ readonly exchange: Exchange }>({
  profile: 'loaded',
  exchange: async ({}, use) => {
    const exchange = await startKnownExchange({ pagePeriodMs: PAGE_PERIOD_MS });
    await use(exchange);
    await exchange.close();
  },
});
