import {
  array,
  assert,
  boolean,
  constantFrom,
  oneof,
  pre,
  property,
  record,
  string,
  stringMatching,
} from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parsePage, SITES } from '../../../core/sites/registry.ts';
import { PAGES } from './pages.ts';

const SEED = 20_261_123;
const ORIGINS = SITES.flatMap(({ origins, regionalOrigins = [] }) =>
  [...origins, ...regionalOrigins].map((origin) => origin.replace('*', 'www')),
);

const segment = oneof(
  constantFrom(
    'futures',
    'trade',
    'delivery',
    'spot',
    'usdt',
    'app',
    'chart',
    'tv',
    'exchange',
    'en',
    'zh-CN',
  ),
  constantFrom(
    'BTCUSDT',
    'btc-usdt-swap',
    'XBTUSDTM',
    'xyz:NVDA',
    'BTC_USDT',
    'BTC-PERPETUAL',
    '币安人生USDT',
    '%E9%BE%99%E8%99%BE_USDT',
    'btc-usd_um_xperp-310404',
    'fil-PH',
    '%E0%A4%A',
    '@1',
  ),
  string({ maxLength: 20 }),
);
const anyPage = record({
  origin: constantFrom(...ORIGINS, 'https://example.com'),
  path: array(segment, { maxLength: 5 }).map((parts) => parts.join('/')),
  tail: string({ maxLength: 30 }),
  title: oneof(
    string({ maxLength: 60 }),
    string({ maxLength: 12 }).map((name) => `1.5 | ${name} | Hyperliquid`),
    string({ maxLength: 12 }).map((name) => `${name} 1.5 ▲ +1% x`),
  ),
});

test('any address of a site with any title is a market with finite, named parts or null, and never an error', () => {
  assert(
    property(anyPage, ({ origin, path, tail, title }) => {
      const address = `${origin}/${path}${tail}`;
      pre(URL.canParse(address));

      const market = parsePage(new URL(address), title);

      if (market === null) return;
      expect(market.instrument).not.toBe('');
      expect(market.base).toMatch(/^[\p{Lu}\p{Lo}\p{Nd}]+$/u);
      expect(market.base).not.toBe('XBT');
      expect(market.quote).toMatch(/^[A-Z0-9]+$/);
      expect(market.multiplier).toBeGreaterThan(0);
    }),
    { seed: SEED, numRuns: 4000 },
  );
});

test('any chart symbol is compared without an error', () => {
  const markets = Object.values(PAGES).flatMap((pages) =>
    pages.markets.map(([url, , title = '']) => parsePage(new URL(url), title)!),
  );
  assert(
    property(constantFrom(...markets), string({ maxLength: 64 }), (market, symbol) => {
      const site = SITES.find(({ id }) => id === market.venue)!;

      expect(typeof site.sameMarket(market, symbol)).toBe('boolean');
    }),
    { seed: SEED, numRuns: 2000 },
  );
});

describe.each(SITES.map((site) => [site.name, site] as const))('%s', (_, { id, reads }) => {
  const { markets } = PAGES[id]!;

  test('what the site does not read never changes the market', () => {
    const word = stringMatching(/^[A-Za-z0-9=&/_-]{0,20}$/);
    assert(
      property(constantFrom(...markets), word, word, word, boolean(), (row, query, hash, title, slash) => {
        const [address, , ownTitle = ''] = row;
        const url = new URL(address);
        const market = parsePage(url, ownTitle);

        if (!reads.includes('query')) url.search = query;
        if (!reads.includes('hash')) url.hash = hash;
        if (slash) url.pathname = `${url.pathname.replace(/\/$/, '')}/`;

        expect(parsePage(url, reads.includes('title') ? ownTitle : title)).toEqual(market);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
