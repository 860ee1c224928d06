import { describe, expect, test } from 'vitest';

import { marketId } from '../../../core/market/asset.ts';
import { SchemaError } from '../../../core/market/errors.ts';
import { hyperliquid } from '../../../core/venues/hyperliquid/hyperliquid.ts';
import { buildInstrument } from '../../support/instruments.ts';

/** 2026-01-12T00:12:30Z. */
const NOW_MS = 1_768_176_750_000;
const ADDRESS = `0x${'12ab'.repeat(10)}`;
const source = hyperliquid.publicPositions!.account;

const summary = (rawUsd: string) => ({
  accountValue: '0.0',
  totalNtlPos: '0.0',
  totalRawUsd: rawUsd,
  totalMarginUsed: '0.0',
});

const state = (positions: readonly object[], rawUsd = '0.0') => ({
  marginSummary: summary(rawUsd),
  crossMarginSummary: summary(rawUsd),
  crossMaintenanceMarginUsed: '0.0',
  withdrawable: '0.0',
  assetPositions: positions.map((position) => ({ type: 'oneWay', position })),
  time: NOW_MS - 400,
});

/** 0.2 BTC bought at 90,000 with 20 times leverage, marked at 91,000. */
const bitcoin = {
  coin: 'BTC',
  szi: '0.2',
  leverage: { type: 'isolated', value: 20, rawUsd: '-17100.0' },
  entryPx: '90000.0',
  positionValue: '18200.0',
  unrealizedPnl: '200.0',
  returnOnEquity: '0.22',
  liquidationPx: '86582.2784810127',
  marginUsed: '1100.0',
  maxLeverage: 40,
  cumFunding: { allTime: '0.0', sinceOpen: '0.0', sinceChange: '0.0' },
};

const cross = { type: 'cross', value: 10 };
const ether = { ...bitcoin, coin: 'ETH', szi: '-2.0', leverage: cross, entryPx: '3200.0' };

const read = (answer: unknown, builder: string | null = null) =>
  source.book(ADDRESS, builder).parse(answer, NOW_MS);

describe('what an account holds', () => {
  test('is read with the margin that an isolated position had at its entry', () => {
    const book = read(state([bitcoin]));

    expect(book).toMatchObject({ builder: null, atMs: NOW_MS - 400, crossWalletUsd: 0 });
    expect(book.positions).toEqual([
      {
        base: 'BTC',
        instrument: 'BTC',
        side: 'long',
        sizeBase: 0.2,
        entryPrice: 90_000,
        // 18,200 / 0.2
        markPrice: 91_000,
        liquidationPrice: 86_582.2784810127,
        maxLeverage: 40,
        // 0.2 * 90,000 - 17,100
        isolatedMarginUsd: 900,
      },
    ]);
  });

  test('in cross positions is backed by the wallet, which is the raw dollars with each at its entry', () => {
    const solana = { ...ether, coin: 'SOL', szi: '10.0', entryPx: '150.0', positionValue: '1400.0' };

    const book = read(state([{ ...ether, positionValue: '6000.0' }, solana, bitcoin], '12000.0'));

    // 12,000 - 2 * 3200 + 10 * 150; the isolated position is none of it.
    expect(book.crossWalletUsd).toBe(7100);
    expect(book.positions.map(({ isolatedMarginUsd }) => isolatedMarginUsd)).toEqual([null, null, 900]);
    expect(book.positions[0]).toMatchObject({ side: 'short', sizeBase: 2, markPrice: 3000 });
  });

  test('in units of a thousand is counted in coins', () => {
    const pepe = {
      ...bitcoin,
      coin: 'kPEPE',
      szi: '-50000.0',
      leverage: { type: 'isolated', value: 10, rawUsd: '350.0' },
      entryPx: '0.0064',
      positionValue: '300.0',
      liquidationPx: '0.0067',
    };

    const [held] = read(state([pepe])).positions;

    expect(held).toMatchObject({ base: 'PEPE', instrument: 'kPEPE', side: 'short', sizeBase: 50_000_000 });
    expect(held?.entryPrice).toBeCloseTo(0.0000064, 12);
    expect(held?.markPrice).toBeCloseTo(0.000006, 12);
    expect(held?.liquidationPrice).toBeCloseTo(0.0000067, 12);
    // 350 - 50,000 * 0.0064
    expect(held?.isolatedMarginUsd).toBeCloseTo(30, 9);
  });

  test('with a builder is what the builder lists', () => {
    const nvidia = { ...bitcoin, coin: 'xyz:NVDA', szi: '3.0', entryPx: '180.0', positionValue: '546.0' };

    const book = read(state([nvidia]), 'xyz');

    expect(book.builder).toBe('xyz');
    expect(book.positions.map(marketId)).toEqual(['NVDA.equity']);
    expect(book.positions[0]).toMatchObject({ instrument: 'xyz:NVDA', markPrice: 182 });
  });

  test.each([null, '0.0', '-12.5'])('has no liquidation price where the venue says %s', (liquidationPx) => {
    expect(read(state([{ ...bitcoin, liquidationPx }])).positions[0]?.liquidationPrice).toBeNull();
  });

  test('is nothing only where the venue says so; a closed position may stay listed', () => {
    const closed = { coin: 'BTC', szi: '0.0', entryPx: null, positionValue: '0.0' };

    expect(read(state([])).positions).toEqual([]);
    expect(read(state([closed, bitcoin])).positions).toHaveLength(1);
  });

  test.each([
    ['nothing', null],
    ['a text', 'null'],
    ['an account without its positions', { ...state([]), assetPositions: undefined }],
    ['an account without what backs it', { ...state([bitcoin]), crossMarginSummary: undefined }],
    ['one odd position among good ones', state([bitcoin, { ...ether, entryPx: null }])],
    ['a size that is no number', state([{ ...bitcoin, szi: 'many' }])],
    ['a position worth less than nothing', state([{ ...bitcoin, positionValue: '-18200.0' }])],
    ['a margin of another kind', state([{ ...bitcoin, leverage: { type: 'shared', value: 5 } }])],
    ['a leverage of a million', state([{ ...bitcoin, maxLeverage: 1e6 }])],
    ['a time to come', { ...state([bitcoin]), time: NOW_MS + 3_600_000 }],
  ])('is not told from %s', (_what, answer) => {
    expect(() => read(answer)).toThrow(SchemaError);
  });

  test('is asked for by the address, of the exchange itself or of a builder', () => {
    const bodyOf = (builder: string | null): unknown =>
      JSON.parse(source.book(ADDRESS, builder).request.body ?? '');

    expect(bodyOf(null)).toEqual({ type: 'clearinghouseState', user: ADDRESS });
    expect(bodyOf('xyz')).toEqual({ type: 'clearinghouseState', user: ADDRESS, dex: 'xyz' });
  });
});

/** A stop below a long, of all of the position, as the venue's own page places it. */
const stop = {
  coin: 'BTC',
  side: 'A',
  limitPx: '79200.0',
  sz: '0.0',
  oid: 1,
  timestamp: NOW_MS - 60_000,
  triggerCondition: 'Price below 88000',
  isTrigger: true,
  triggerPx: '88000.0',
  children: [],
  isPositionTpsl: true,
  reduceOnly: true,
  orderType: 'Stop Market',
  origSz: '0.0',
  tif: null,
  cloid: null,
};

describe('orders that close a position', () => {
  const exits = (orders: unknown) => source.exits(ADDRESS, null).parse(orders, NOW_MS);

  test('are stops and take-profits at the price that sets them off, and resting orders at their own', () => {
    const profit = { ...stop, orderType: 'Take Profit Limit', triggerPx: '99000.0', sz: '0.05' };
    const resting = {
      ...stop,
      orderType: 'Limit',
      isTrigger: false,
      triggerPx: '0.0',
      limitPx: '97000.0',
      sz: '0.1',
      isPositionTpsl: false,
    };

    expect(exits([stop, profit, resting])).toEqual([
      { kind: 'stop', instrument: 'BTC', side: 'long', price: 88_000, sizeBase: null },
      { kind: 'target', instrument: 'BTC', side: 'long', price: 99_000, sizeBase: 0.05 },
      { kind: 'target', instrument: 'BTC', side: 'long', price: 97_000, sizeBase: 0.1 },
    ]);
  });

  test('of a short are those that buy', () => {
    expect(exits([{ ...stop, side: 'B' }])[0]).toMatchObject({ kind: 'stop', side: 'short' });
  });

  test('in units of a thousand are counted in coins', () => {
    const [order] = exits([{ ...stop, coin: 'kPEPE', triggerPx: '0.006', sz: '20000.0' }]);

    expect(order?.price).toBeCloseTo(0.000006, 12);
    expect(order?.sizeBase).toBe(20_000_000);
  });

  test('are not those that open one, nor those that wait for another order', () => {
    const entry = {
      ...stop,
      side: 'B',
      orderType: 'Limit',
      isTrigger: false,
      reduceOnly: false,
      isPositionTpsl: false,
      limitPx: '85000.0',
      sz: '0.1',
      children: [{ ...stop, reduceOnly: true }],
    };

    expect(exits([entry])).toEqual([]);
  });

  test('cost themselves alone where they cannot be read, unless none can', () => {
    expect(exits([{ ...stop, side: 'C' }, stop])).toHaveLength(1);
    expect(() => exits([{ ...stop, side: 'C' }])).toThrow(SchemaError);
    expect(() => exits({ orders: [] })).toThrow(SchemaError);
  });
});

describe('orders of any account that wait in a market', () => {
  const of = (id: string, multiplier = 1) => buildInstrument({ venue: 'hyperliquid', id, multiplier });
  const waiting = (orders: unknown, instrument = of('BTC')) =>
    hyperliquid.publicPositions!.waitingOrders(instrument, ADDRESS).parse(orders, NOW_MS);
  /** A take-profit of a part, placed with its order. */
  const profit = {
    ...stop,
    orderType: 'Take Profit Market',
    triggerCondition: 'Price above 99000',
    triggerPx: '99000.0',
    sz: '0.05',
    isPositionTpsl: false,
  };

  test('are its stops and take-profits there, not what rests in the book or stands in other markets', () => {
    const resting = { ...profit, orderType: 'Limit', isTrigger: false, triggerPx: '0.0', limitPx: '97000.0' };

    expect(waiting([stop, resting, profit, { ...stop, coin: 'ETH' }])).toEqual([
      { kind: 'stop', side: 'long', price: 88_000, sizeBase: null },
      { kind: 'target', side: 'long', price: 99_000, sizeBase: 0.05 },
    ]);
  });

  test('are not stops that open a position', () => {
    expect(waiting([{ ...stop, reduceOnly: false, isPositionTpsl: false, sz: '0.2' }])).toEqual([]);
  });

  test('are none of a coin on the spot market, whose name is a number', () => {
    expect(waiting([{ ...stop, coin: '@107' }, stop])).toHaveLength(1);
  });

  test('in units of a thousand are counted in coins', () => {
    const [order] = waiting(
      [{ ...stop, coin: 'kPEPE', side: 'B', triggerPx: '0.0065', sz: '5000.0' }],
      of('kPEPE', 1000),
    );

    expect(order).toMatchObject({ kind: 'stop', side: 'short', sizeBase: 5_000_000 });
    expect(order?.price).toBeCloseTo(0.0000065, 12);
  });

  test('are nothing where the answer is no list', () => {
    expect(waiting([])).toEqual([]);
    expect(() => waiting({ orders: [] })).toThrow(SchemaError);
  });

  test('are asked for within the budget of market data, of the exchange itself or of the builder that lists the market', () => {
    const { request } = hyperliquid.publicPositions!.waitingOrders(of('xyz:NVDA'), ADDRESS);

    expect(JSON.parse(request.body ?? '')).toEqual({ type: 'frontendOpenOrders', user: ADDRESS, dex: 'xyz' });
    expect([request.budget, request.weight]).toEqual(['hyperliquid', 20]);
  });
});

describe('an address', () => {
  test.each([
    ['missing', 'missing'],
    ['agent', 'agent'],
    ['user', 'account'],
    ['vault', 'account'],
    ['subAccount', 'account'],
    ['somethingNew', 'account'],
  ])('that the venue calls %s is %s', (role, kind) => {
    expect(source.role(ADDRESS).parse({ role }, NOW_MS)).toBe(kind);
  });

  test('of which the venue says nothing is not told of', () => {
    expect(() => source.role(ADDRESS).parse({}, NOW_MS)).toThrow(SchemaError);
  });

  test.each([
    ['default', true],
    ['disabled', true],
    ['unifiedAccount', false],
    ['portfolioMargin', false],
    ['dexAbstraction', false],
    ['somethingNew', false],
  ])('in the mode %s has a margin for each book: %s', (mode, isApart) => {
    expect(source.isApart(ADDRESS).parse(mode, NOW_MS)).toBe(isApart);
  });
});
