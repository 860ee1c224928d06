import type { MarketGlance } from '../../core/report/market-glance.ts';
import type { ScreenedMarket } from '../../core/screener/screened-market.ts';

/** A market as the screener tells of it. */
export const screenedMarket = (overrides: Partial<ScreenedMarket> = {}): ScreenedMarket => ({
  market: 'SOLUSDT',
  price: 142.5,
  hourChange: 0.004,
  dayChange: -0.031,
  openInterestUsd: 1.4e9,
  openInterestHourChange: 0.012,
  openInterestDayChange: 0.21,
  fundingRate8h: 0.00031,
  fundingDayChange: 0.0002,
  nextFundingAtMs: 1_768_492_800_000,
  turnoverUsd: 2.8e9,
  turnoverRatio: 1.7,
  crowding: 0.5,
  venues: ['bybit', 'okx', 'binance'],
  ...overrides,
});

/** All markets at a glance, five minutes after the first answers of five venues and two hours after those of Bybit. */
export const buildGlance = (atMs: number, overrides: Partial<MarketGlance> = {}): MarketGlance => ({
  madeAt: atMs,
  venues: [
    { venue: 'binance', at: atMs - 60_000, since: atMs - 300_000, tellsOpenInterest: false, code: null },
    { venue: 'bybit', at: atMs - 60_000, since: atMs - 7_200_000, tellsOpenInterest: true, code: null },
    { venue: 'okx', at: atMs - 120_000, since: atMs - 300_000, tellsOpenInterest: true, code: null },
    { venue: 'gate', at: null, since: null, tellsOpenInterest: false, code: 'region' },
    { venue: 'aster', at: null, since: null, tellsOpenInterest: false, code: null },
  ],
  markets: [
    screenedMarket({ market: 'BTCUSDT', price: 90_912, turnoverUsd: 4.2e10, openInterestUsd: 1.1e10 }),
    screenedMarket({ openInterestDayChange: null, turnoverRatio: null, fundingDayChange: null }),
    screenedMarket({
      market: 'NVDA.equity',
      price: 182.4,
      dayChange: 0.034,
      openInterestUsd: null,
      openInterestHourChange: null,
      openInterestDayChange: null,
      crowding: null,
      turnoverUsd: 3.1e7,
      venues: ['binance'],
    }),
    screenedMarket({ market: 'PEPEUSDT', price: 0.0000041, turnoverUsd: 4e8, openInterestUsd: 3e8 }),
    screenedMarket({ market: 'DUSTUSDT', price: 0.01, turnoverUsd: 9_000, openInterestUsd: 4_000 }),
  ],
  ...overrides,
});
