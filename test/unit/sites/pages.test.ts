import { describe, expect, test } from 'vitest';

import { parsePage, siteOf, SITES } from '../../../core/sites/registry.ts';
import { PAGES } from './pages.ts';
import { marketText } from './site-pages.ts';

describe.each(Object.entries(PAGES))('%s', (id, { markets, others, charts }) => {
  const siteById = SITES.find((site) => site.id === id)!;
  const first = parsePage(new URL(markets[0]![0]), markets[0]![2] ?? '')!;

  test.each(markets.map(([url, market, title = '']) => [url, market, title] as const))(
    '%s is %s',
    (url, expected, title) => {
      const market = parsePage(new URL(url), title);

      expect(marketText(market)).toBe(expected);
      expect(market?.venue).toBe(id);
    },
  );

  test.each(others.map(([url, title = '']) => [url, title] as const))('%s shows no market', (url, title) => {
    expect(siteOf(new URL(url))?.id).toBe(id);
    expect(parsePage(new URL(url), title)).toBeNull();
  });

  test('the site takes its own markets on a chart and no other', () => {
    expect(charts.same.filter((symbol) => !siteById.sameMarket(first, symbol))).toEqual([]);
    expect(charts.other.filter((symbol) => siteById.sameMarket(first, symbol))).toEqual([]);
  });
});

test.each(Object.entries(PAGES).filter(([, { localised }]) => localised))(
  'on %s a language before the path changes nothing',
  (_, { markets }) => {
    const [url, expected] = markets[0]!;
    const bare = new URL(url);
    const path = bare.pathname.replace(/^\/[a-z]{2,3}(-[A-Za-z]+)?(?=\/)/, '');

    const read = [
      '',
      '/en',
      '/zh-CN',
      '/ru-RU',
      '/zh-hans',
      '/es-419',
      '/en-us',
      '/fil',
      '/fil-PH',
      '/tr-TUR',
      '/es-LATAM',
    ].map((locale) => {
      bare.pathname = `${locale}${path}`;
      return marketText(parsePage(bare, ''));
    });

    expect(new Set(read)).toEqual(new Set([expected]));
  },
);
