import { describe, expect, test } from 'vitest';

import { readMessage } from '../../../core/service/message-schema.ts';
import type { ViewMessage } from '../../../core/service/messages.ts';

const watch: ViewMessage = {
  kind: 'watch',
  market: {
    venue: 'binance',
    instrument: 'BTCUSDT',
    base: 'BTC',
    multiplier: 1,
    quote: 'USDT',
    kind: 'perpetual',
  },
};
const place: ViewMessage = {
  kind: 'save-place',
  site: 'binance',
  place: { right: 8, top: 80, width: 280, height: 420, form: 'strip' },
};
const settings: ViewMessage = {
  kind: 'save-settings',
  settings: { version: 1, venues: ['okx'], watchList: ['ETHUSDT'], palette: 'green-red', theme: 'dark' },
};
const positions: ViewMessage = {
  kind: 'save-positions',
  positions: [
    {
      id: 'a',
      venue: 'binance',
      base: 'BTC',
      side: 'long',
      entryPrice: 90_000,
      size: { unit: 'base', value: 0.5 },
      margin: { kind: 'leverage', leverage: 20 },
      marginMode: 'isolated',
      walletBalanceUsd: null,
      addedMarginUsd: 0,
      stopPrice: null,
      horizonHours: 24,
    },
  ],
};

describe('a message', () => {
  test.each([
    watch,
    place,
    { kind: 'refresh', market: 'BTCUSDT' },
    { kind: 'refresh', market: 'CAT.equity' },
    { kind: 'open-popup' },
  ])('%o is taken from a page', (message) => {
    expect(readMessage(message, 'page')).toEqual(message);
  });

  test.each([settings, positions])('%o is taken from own pages only', (message) => {
    expect(readMessage(message, 'own')).toEqual(message);
    expect(readMessage(message, 'page')).toBeTypeOf('string');
  });

  test.each([
    null,
    'watch',
    {},
    { kind: 'fetch', url: 'https://example.com' },
    { ...watch, market: { ...watch.market, base: '../../evil' } },
    { ...watch, market: { ...watch.market, base: '' } },
    { ...watch, market: { ...watch.market, multiplier: NaN } },
    { kind: 'refresh', market: 'https://example.com' },
    { kind: 'refresh', market: 'CAT.bond' },
    { ...place, site: '$' },
    { ...place, place: { ...place.place, width: Infinity } },
    { ...settings, settings: { ...settings.settings, venues: ['mtgox'] } },
    { ...positions, positions: [{ ...positions.positions[0], entryPrice: 0 }] },
  ])('%o is refused with a sentence', (message) => {
    expect(readMessage(message, 'own')).toBeTypeOf('string');
  });

  test('loses what nobody asked for', () => {
    expect(readMessage({ ...watch, url: 'https://example.com' }, 'page')).toEqual(watch);
  });
});
