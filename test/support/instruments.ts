import type { Instrument } from '../../core/market/instrument.ts';

/** A perpetual whose sizes are coins, unless told otherwise. */
export const buildInstrument = (overrides: Partial<Instrument> = {}): Instrument => ({
  venue: 'binance',
  id: 'BTCUSDT',
  base: 'BTC',
  quote: 'USDT',
  multiplier: 1,
  contractSize: 1,
  tickSize: 0.1,
  ...overrides,
});
