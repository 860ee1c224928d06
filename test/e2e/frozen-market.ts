import { test as base, type Exchange } from './fixtures.ts';
import { startKnownExchange } from './loaded-profile.ts';

/**
 * The usual fixtures, with the loaded profile and a market that stands still, so that a picture is as good as the next; of
 * now, so that the worker takes it for fresh.
 */
export const test = base.extend<object, { readonly sharedExchange: Exchange }>({
  profile: 'loaded',
  sharedExchange: [
    async ({}, use) => {
      const frozenAtMs = Date.now();
      const exchange = await startKnownExchange({ clock: () => frozenAtMs, hostClock: Date.now });
      await use(exchange);
      await exchange.close();
    },
    { scope: 'worker' },
  ],
});
