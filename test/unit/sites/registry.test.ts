import { expect, test } from 'vitest';

import { OPTIONAL_SITE_ORIGINS, SITE_MATCHES, siteOf } from '../../../core/sites/registry.ts';

test('four sites are granted at install, by origin and never by path', () => {
  expect(SITE_MATCHES).toEqual([
    'https://www.binance.com/*',
    'https://www.bybit.com/*',
    'https://www.okx.com/*',
    'https://app.hyperliquid.xyz/*',
  ]);
});

test('the other sites are asked for, by origin and never by path', () => {
  expect(OPTIONAL_SITE_ORIGINS.filter((pattern) => !/^https:\/\/[a-z.*]+\/\*$/.test(pattern))).toEqual([]);
  expect(OPTIONAL_SITE_ORIGINS).toContain('https://*.tradingview.com/*');
});

test('a wildcard takes subdomains and the domain itself, and nothing that merely ends like it', () => {
  expect(siteOf(new URL('https://de.tradingview.com/'))?.id).toBe('tradingview');
  expect(siteOf(new URL('https://tradingview.com/'))?.id).toBe('tradingview');
  expect(siteOf(new URL('https://my.okx.com/'))?.id).toBe('okx');
  expect(siteOf(new URL('https://my.okx.com.evil.example/'))).toBeNull();
  expect(siteOf(new URL('https://nottradingview.com/'))).toBeNull();
  expect(siteOf(new URL('https://www.tradingview.com:8443/'))).toBeNull();
});
