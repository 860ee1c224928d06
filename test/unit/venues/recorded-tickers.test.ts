import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import type { Instrument } from '../../../core/market/instrument.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import { mergeListed } from '../../../core/venues/merge-listed.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { buildInstrument } from '../../support/instruments.ts';
import { recordingsDir } from '../../support/recordings.ts';

/** 2026-11-01: after every recording. */
const NOW_MS = 1_793_491_200_000;
const recordings = recordingsDir();

const read = (file: string) => JSON.parse(readFileSync(`${recordings}/payloads/${file}`, 'utf8'));
const sample = (file: string, index = 0): unknown =>
  read(`ccxt-samples/${file}.comment.json`).samples[index].payload;
const example = (file: string): unknown => read(`docs-examples/${file}.json`).examples[0];

/** What a venue tells of its perpetuals by these answers to its calls, in their order; null where none was recorded. */
function told(venue: VenueId, listed: Partial<Instrument>, answers: readonly unknown[]) {
  const instrument = buildInstrument({ venue, ...listed });
  const calls = VENUES[venue].tickers([instrument]);
  return mergeListed(
    calls.map((call, index) => (answers[index] == null ? [] : call.parse(answers[index], NOW_MS))),
  );
}

describe.skipIf(recordings === null)('recorded answers about all perpetuals (skipped where absent)', () => {
  test('Binance: prices with funding, and the day of another symbol', () => {
    const [index, day] = [sample('binance/parseFundingRate'), sample('binance/parseTicker', 2)];
    const intervals = example('binance-usdm/get_fapi_v1_fundinginfo');

    expect(told('binance', {}, [[index], [day], intervals])).toMatchObject([
      { id: 'BTCUSDT', price: 45_802.81129892, fundingRate8h: 0.00063521, turnoverUsd: null },
    ]);
    const part = VENUES.binance.tickers([buildInstrument({ id: 'SUSDT' })])[1]!.parse([day], NOW_MS);
    expect(part).toEqual([{ id: 'SUSDT', turnoverUsd: 38_709_237.2289, dayChange: -6.777 / 100 }]);
  });

  test('Bybit: a linear list of 2022, whose open interest adds both sides', () => {
    expect(told('bybit', {}, [sample('bybit/fetchFundingRates')])).toMatchObject([
      {
        price: 19_255,
        openInterestBase: 48_069.549 / 2,
        turnoverUsd: 4_686_694_853.047006,
        dayChange: 0.033325,
      },
    ]);
  });

  test('OKX: open interest in coins', () => {
    const instrument = buildInstrument({ venue: 'okx', id: 'BTC-USDT-SWAP', contractSize: 0.01 });
    const [, openInterest] = VENUES.okx.tickers([instrument]);

    expect(openInterest!.parse(sample('okx/fetchOpenInterests'), NOW_MS)).toEqual([
      { id: 'BTC-USDT-SWAP', openInterestBase: 21_254.19 },
    ]);
  });

  test('Bitget: a list with a dated contract, which is passed over', () => {
    const tickers = example('bitget/get_api_v2_mix_market_tickers');

    expect(told('bitget', { id: 'BTCUSD' }, [tickers])).toMatchObject([
      { id: 'BTCUSD', price: 12_345, openInterestBase: 125.6844, turnoverUsd: 0, dayChange: 0 },
    ]);
    expect(
      VENUES.bitget
        .tickers([buildInstrument({ venue: 'bitget' })])[1]!
        .parse(example('bitget/get_api_v2_mix_market_current_fund_rate'), NOW_MS),
    ).toEqual([
      {
        id: 'BTCUSDT',
        fundingRate: 0.000068,
        fundingIntervalHours: 8,
        nextFundingAtMs: 1_743_062_400_000,
      },
    ]);
  });

  test('Gate: one side of a contract, and the day of its ticker', () => {
    const answers = [
      example('gateio/get_futures_settle_contracts'),
      example('gateio/get_futures_settle_tickers'),
    ];
    const [bitcoin] = told('gate', { id: 'BTC_USDT', contractSize: 0.0001 }, answers);

    expect(bitcoin).toMatchObject({ price: 37_985.6, fundingRate8h: 0.002053, turnoverUsd: 184_040_233_284 });
    expect(bitcoin?.openInterestBase).toBeCloseTo(522.3816, 9);
  });

  test('Hyperliquid: one of its universe, with its day', () => {
    expect(
      told('hyperliquid', { id: 'SOL', base: 'SOL', quote: 'USDC' }, [
        sample('hyperliquid/fetchFundingRates'),
      ]),
    ).toMatchObject([{ price: 108.04, openInterestBase: 10_764.48, turnoverUsd: 9_450_588.2273 }]);
  });
});
