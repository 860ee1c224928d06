import { test as base, type Exchange } from './fixtures.ts';

/** The usual fixtures, with the loaded profile and a market that stands still, so that a picture is as good as the next. */
export const test = base.extend<{ readonly exchange: Exchange }>({
  profile: 'loaded',
  exchange: async ({ exchange }, use) => {
    const { market } = exchange;
    market.setSpeed(0);
    await use(exchange);
    market.setSpeed(1);
    market.advance((Date.now() - market.nowMs()) / 1000);
  },
});
