import { describe, expect, test } from 'vitest';

import { instrumentOf } from '../../../core/market/instrument-of.ts';
import { buildInstrument } from '../../support/instruments.ts';

const listed = (id: string, base: string, quote: string) => buildInstrument({ id, base, quote });

describe('the contract that stands for a market', () => {
  const instruments = [
    listed('BTCPERP', 'BTC', 'USDC'),
    listed('BTCUSDT', 'BTC', 'USDT'),
    listed('ETHUSD', 'ETH', 'USD'),
    listed('ETHPERP', 'ETH', 'USDC'),
    listed('SOLEUR', 'SOL', 'EUR'),
    listed('SOLTRY', 'SOL', 'TRY'),
  ];

  test.each([
    ['BTCUSDT', 'BTCUSDT'],
    ['ETHUSDT', 'ETHPERP'],
    ['SOLUSDT', 'SOLEUR'],
  ])('of %s is %s: in USDT before USDC before USD, else the first that is listed', (market, id) => {
    expect(instrumentOf(market, instruments)?.id).toBe(id);
  });

  test('is none where the venue lists none, as before and after another list', () => {
    expect(instrumentOf('XRPUSDT', instruments)).toBeNull();
    expect(instrumentOf('XRPUSDT', [listed('XRPUSDT', 'XRP', 'USDT')])?.id).toBe('XRPUSDT');
    expect(instrumentOf('BTCUSDT', [])).toBeNull();
  });
});
