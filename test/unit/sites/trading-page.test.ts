import { expect, test } from 'vitest';

import { marketId } from '../../../core/market/asset.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import { VENUE_IDS } from '../../../core/market/venue-id.ts';
import { siteOf } from '../../../core/sites/registry.ts';
import { tradingPage } from '../../../core/sites/trading-page.ts';

/** Contracts as their venues list them, and the market of each. */
const CONTRACTS: readonly (readonly [venue: VenueId, id: string, market: string])[] = [
  ['binance', 'BTCUSDT', 'BTCUSDT'],
  ['binance', '1000PEPEUSDT', 'PEPEUSDT'],
  ['binance', '币安人生USDT', '币安人生USDT'],
  ['bybit', 'SOLUSDT', 'SOLUSDT'],
  ['bybit', 'BTCPERP', 'BTCUSDT'],
  ['okx', 'BTC-USDT-SWAP', 'BTCUSDT'],
  ['okx', 'XAU-USD_UM_XPERP-310502', 'XAU.commodity'],
  ['bitget', 'ETHUSDT', 'ETHUSDT'],
  ['gate', 'SOL_USDT', 'SOLUSDT'],
  ['hyperliquid', 'BTC', 'BTCUSDT'],
  ['hyperliquid', 'kPEPE', 'PEPEUSDT'],
  ['aster', 'BTCUSDT', 'BTCUSDT'],
];

test.each(CONTRACTS)('the page of %s %s shows that market, on that venue’s site', (venue, id, market) => {
  const url = new URL(tradingPage({ venue, id }));
  const site = siteOf(url);
  const shown = site?.parse(url, '') ?? null;

  expect(site?.id).toBe(venue);
  expect(shown && marketId(shown)).toBe(market);
});

test('every venue has one', () => {
  expect(new Set(CONTRACTS.map(([venue]) => venue))).toEqual(new Set(VENUE_IDS));
});
