import { describe, expect, test } from 'vitest';

import { createMixture } from '../../../core/engine/forecast/mixture.ts';
import { CHUNK_ROWS } from '../../../core/ledger/tables/chunks.ts';
import { lifeOf, readRow, STORE_NAMES, type StoreName, tableOf } from '../../../core/ledger/tables/list.ts';
import { FIRST_ROWS } from '../../support/first-rows.ts';

const RECORD = STORE_NAMES.filter((name) => tableOf(name).life === 'record');

describe('the record', () => {
  test.each(RECORD)('%s has a row as the first build wrote it', (name) => {
    expect(Object.keys(FIRST_ROWS)).toContain(name);
  });

  test.each(RECORD)('a first row of %s is read, with nothing of it lost', (name) => {
    const { alerts: _told, skill: _judged, ...asTheyWere } = FIRST_ROWS;

    expect(readRow(name, FIRST_ROWS[name])).toMatchObject(asTheyWere[name] ?? {});
  });

  test.each<readonly [StoreName, object]>([
    ['forecasts', { forcedLogSd: 1, forcedLogMean: 0 }],
    ['outcomes', { usdScale: null, forcedLogSd: 1, forcedLogMean: 0, sides: [{ firstUsdByVenue: {} }] }],
    ['anchors', { anchor: { seen: 0 } }],
    ['aside', { missing: [] }],
  ])('a first row of %s gets what came later: %o', (name, came) => {
    expect(readRow(name, FIRST_ROWS[name])).toMatchObject(came);
  });

  test('a verdict that was stored in words is told by its figures, which stay', () => {
    const { mixture, reports } = FIRST_ROWS['skill'] as { mixture: object; reports: readonly object[] };
    const { verdict: _words, ...score } = { verdict: '', ...reports[0] };

    expect(readRow('skill', FIRST_ROWS['skill'])).toMatchObject({
      mixture,
      reports: [{ ...score, verdict: 'too-little-heard' }],
    });
  });

  test('a warning that was stored in words keeps them', () => {
    expect(readRow('alerts', FIRST_ROWS['alerts'])?.state.given[0]).toMatchObject({
      id: 'level:1:1763900000000',
      figures: { title: 'BTC is near a level', text: 'The low of last week is 0.3 % away.' },
    });
  });

  test.each(RECORD)('a row of %s keeps what a later version added', (name) => {
    const { later } = { ...readRow(name, { ...FIRST_ROWS[name], later: 7 }) } as { later?: number };

    expect(later).toBe(7);
  });

  test('a skill is read before the first dollars were seen', () => {
    const skill = { learntUntilS: 0, scoredUntilS: 3600, mixture: createMixture(), reports: [] };

    expect(readRow('skill', structuredClone(skill))).toEqual(skill);
  });

  test('holds samples among bars that can be loaded again', () => {
    const chunk = { columns: { depthUsd: new Float64Array(CHUNK_ROWS).fill(1) } };

    expect(readRow('chunks', chunk)).toBe(chunk);
    expect(lifeOf('chunks', ['BTCUSDT', 'okx', 'depth', 1])).toBe('record');
    expect(lifeOf('chunks', ['BTCUSDT', 'okx', 'candles', 1])).toBe('loadable');
  });
});

describe('what a source said', () => {
  const instrument = {
    venue: 'okx',
    id: 'BTC-USDT-SWAP',
    base: 'BTC',
    quote: 'USDT',
    multiplier: 1,
    contractSize: 0.01,
    tickSize: 0.1,
  };
  const ticker = {
    atMs: 1,
    markPrice: 87_000,
    indexPrice: null,
    openInterestBase: 30_000,
    fundingRate8h: -0.0001,
    nextFundingAtMs: null,
  };
  const tier = { floor: 0, cap: 1e6, maintenanceRate: 0.004, deductionUsd: 0, maxLeverage: 100 };
  const tiers = {
    venue: 'okx',
    instrumentId: 'BTC-USDT-SWAP',
    basis: 'size-base',
    tiers: [tier],
    atMs: 1,
    source: 'venue',
  };
  const book = { atMs: 1, bids: [{ price: 86_999, quantityBase: 2 }], asks: [] };
  const coverage = { fromS: 0, untilS: 300, exhausted: false, revision: 0 };
  const rowOf = (data: unknown) => ({ okAtMs: 1, data, failure: null });

  test.each<readonly [string, object, readonly object[]]>([
    [
      'instruments',
      { instruments: [instrument] },
      [{ instruments: [instrument, { ...instrument, tickSize: 0 }] }, { instruments: {} }, {}],
    ],
    [
      'ticker',
      { ticker },
      [{ ticker: { ...ticker, markPrice: NaN } }, { ticker: { ...ticker, openInterestBase: -1 } }],
    ],
    ['account-ratio', { ratio: { atMs: 1, longShare: 0.6 } }, [{ ratio: { atMs: 1, longShare: 60 } }]],
    [
      'tiers',
      { tiers },
      [{ tiers: { ...tiers, basis: 'lots' } }, { tiers: { ...tiers, tiers: [{ ...tier, cap: null }] } }],
    ],
    ['depth', { book }, [{ book: { ...book, asks: [{ price: -1, quantityBase: 2 }] } }, { book: null }]],
    ['series', { coverage }, [{ coverage: { ...coverage, untilS: undefined } }, {}]],
  ])('of %s is read if it can be, and asked for again if not', (kind, good, bad) => {
    expect(readRow('sources', rowOf({ kind, ...good }))).toEqual(rowOf({ kind, ...good }));
    expect(bad.map((data) => readRow('sources', rowOf({ kind, ...data })))).toEqual(bad.map(() => null));
  });

  test.each(['forced-orders', 'positions'])('of %s is that they were answered', (kind) => {
    expect(readRow('sources', rowOf({ kind }))).toEqual(rowOf({ kind }));
  });

  test('of a kind that nobody knows is asked for again', () => {
    expect(readRow('sources', rowOf({ kind: 'rumours' }))).toBeNull();
  });
});
