import { describe, expect, test } from 'vitest';

import { aster } from '../../../core/venues/aster/aster.ts';
import { buildInstrument } from '../../support/instruments.ts';
import { ANSWERED_AT_MS, ANSWERS, FRAMES } from '../../support/venue-answers.ts';
import { callsOf } from '../../support/venue-calls.ts';

const bitcoin = buildInstrument({ venue: 'aster' });
const RANGE = { fromS: 1_768_089_600, untilS: 1_768_090_200 };

describe('Aster speaks Binance’s API', () => {
  test('on hosts of its own, paid from budgets of its own', () => {
    const calls = callsOf(aster, bitcoin).map(({ kind, call: { request } }) => {
      const { host, pathname } = new URL(request.url);
      return `${kind} ${host}${pathname} ${request.budget}`;
    });

    expect([...new Set(calls)]).toEqual([
      'instruments fapi.asterdex.com/fapi/v1/exchangeInfo aster',
      'candles fapi.asterdex.com/fapi/v1/klines aster',
      'ticker fapi.asterdex.com/fapi/v1/premiumIndex aster',
      'ticker fapi.asterdex.com/fapi/v1/openInterest aster',
      'ticker fapi.asterdex.com/fapi/v1/fundingRate aster-funding',
      'depth fapi.asterdex.com/fapi/v1/depth aster',
      'tiers www.asterdex.com/bapi/futures/v1/friendly/future/common/brackets aster-site',
      'tickers fapi.asterdex.com/fapi/v1/premiumIndex aster',
      'tickers fapi.asterdex.com/fapi/v1/ticker/24hr aster',
      'tickers fapi.asterdex.com/fapi/v1/fundingInfo aster-funding',
    ]);
  });

  test('and has no statistics of the past', () => {
    expect([aster.openInterestHistory, aster.accountRatio, aster.recentForcedOrders]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('what it tells is its own', () => {
    const answers = ANSWERS.aster;
    const read = [
      aster.instruments().parse(answers[0], ANSWERED_AT_MS)[0],
      aster.candles('5m').page(bitcoin, RANGE).parse(answers[1], ANSWERED_AT_MS)[0],
      aster.ticker(bitcoin)[1]?.parse(answers[5], ANSWERED_AT_MS),
      aster.depth(bitcoin).parse(answers[7], ANSWERED_AT_MS),
      aster.tiers?.(bitcoin).parse(answers[8], ANSWERED_AT_MS),
      aster.tickers([bitcoin])[1]?.parse(answers[10], ANSWERED_AT_MS),
    ];

    expect(read).toMatchObject([
      { venue: 'aster', id: 'BTCUSDT', base: 'BTC', tickSize: 0.1 },
      { close: 105, volumeBase: 20, takerBuyBase: 15 },
      { openInterestBase: 85_000 },
      { bids: [{ price: 100, quantityBase: 2 }] },
      { venue: 'aster', basis: 'notional-usd' },
      [{ id: 'BTCUSDT', turnoverUsd: 12_000_000_000, dayChange: 0.015 }],
    ]);
  });

  test('its mark price comes over a line of its own', () => {
    const line = aster.markPriceStream!(bitcoin);
    const frame = { e: 'markPriceUpdate', E: ANSWERED_AT_MS, s: 'BTCUSDT', p: '90900' };

    expect(line.url).toBe('wss://fstream.asterdex.com/ws/btcusdt@markPrice@1s');
    expect(line.parse(JSON.stringify(frame), ANSWERED_AT_MS)).toMatchObject({ markPrice: 90_900 });
  });

  test('its forced orders come on the path that Binance left, and are Aster’s', () => {
    const stream = aster.forcedOrderStream!([bitcoin]);

    expect(stream.url).toBe('wss://fstream.asterdex.com/ws/!forceOrder@arr');
    // 0.5 coins at the fill of 90,400.
    expect(stream.parse(JSON.stringify(FRAMES.aster), [bitcoin], ANSWERED_AT_MS)).toMatchObject([
      { venue: 'aster', side: 'long', filledPrice: 90_400, notionalUsd: 45_200 },
    ]);
  });
});
