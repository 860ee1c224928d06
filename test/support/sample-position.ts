import type { SavedPosition } from '../../core/market/position.ts';

/** A long of 25,000 USD at ten times leverage on Binance, with a stop. */
export const buildPosition = (overrides: Partial<SavedPosition> = {}): SavedPosition => ({
  id: 'first',
  venue: 'binance',
  base: 'BTC',
  side: 'long',
  entryPrice: 91_500,
  size: { unit: 'usd', value: 25_000 },
  margin: { kind: 'leverage', leverage: 10 },
  marginMode: 'isolated',
  walletBalanceUsd: null,
  addedMarginUsd: 0,
  stopPrice: 88_400,
  horizonHours: 24,
  ...overrides,
});
