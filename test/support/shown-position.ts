import type { ShownPosition } from '../../core/market/shown-position.ts';

/** A long of half a bitcoin at 90,000 with a tenth of its own, as Binance's page shows it. */
export const buildShown = (overrides: Partial<ShownPosition> = {}): ShownPosition => ({
  market: {
    venue: 'binance',
    instrument: 'BTCUSDT',
    base: 'BTC',
    multiplier: 1,
    quote: 'USDT',
    kind: 'perpetual',
  },
  side: 'long',
  sizeBase: 0.5,
  entryPrice: 90_000,
  markPrice: 91_000,
  liquidationPrice: 81_404.5,
  leverage: 10,
  marginMode: 'isolated',
  marginUsd: 4_500,
  ...overrides,
});
