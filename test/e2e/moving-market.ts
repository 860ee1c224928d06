import { test as base, type Exchange } from './fixtures.ts';
import { startKnownExchange } from './loaded-profile.ts';

/** The usual fixtures, with the loaded profile and an exchange for each test, which moves its market. */
export const test = base.extend<{ readonly exchange: Exchange }>({
  profile: 'loaded',
  exchange: async ({}, use) => {
    const exchange = await startKnownExchange();
    await use(exchange);
    await exchange.close();
  },
});
