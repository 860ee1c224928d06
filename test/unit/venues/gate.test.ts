import { describe, expect, test } from 'vitest';
import { RateLimitedError, RegionError, SchemaError } from '../../../core/market/errors.ts';
import { gate } from '../../../core/venues/gate/gate.ts';
import { mergeTickers } from '../../../core/venues/venue.ts';
import { buildInstrument } from '../../support/instruments.ts';

/** 2026-01-12T00:12:30Z. */
const NOW_MS = 1_768_176_750_000;
const MIDNIGHT_S = 1_768_176_000;
/** One contract is a ten-thousandth of a bitcoin. */
const bitcoin = buildInstrument({ venue: 'gate', id: 'BTC_USDT', contractSize: 0.0001 });

const contract = (overrides: object = {}) => ({
  name: 'BTC_USDT',
  type: 'direct',
  quanto_multiplier: '0.0001',
  order_price_round: '0.1',
  mark_price: '90900',
  index_price: '90950',
  funding_rate: '0.0001',
  funding_interval: 14_400,
  funding_next_apply: 1_768_190_400,
  position_size: 5_000_000,
  in_delisting: false,
  status: 'trading',
  ...overrides,
});

test('instruments keep perpetuals that trade; a contract is its quanto multiplier', () => {
  const json = [
    contract(),
    contract({ name: 'BTC_USDT_20260327' }),
    contract({ name: 'BTC_USD', type: 'inverse', quanto_multiplier: '0' }),
    contract({ name: 'OLD_USDT', in_delisting: true }),
  ];
  expect(gate.instruments().parse(json, NOW_MS)).toEqual([bitcoin]);
});

test('candles turn contracts into coins and leave out the open one', () => {
  const row = (t: number) => ({ t, o: '100', h: '110', l: '90', c: '105', v: 200_000, sum: '2050' });
  const call = gate.candles('5m').page(bitcoin, { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 });

  const candles = call.parse(
    [0, 300, 600].map((offset) => row(MIDNIGHT_S + offset)),
    NOW_MS,
  );

  expect(candles.map(({ openTimeS }) => openTimeS - MIDNIGHT_S)).toEqual([0, 300]);
  // 200,000 x 0.0001.
  expect(candles[0]).toMatchObject({ volumeBase: 20, turnoverUsd: 2050 });
  expect(call.request.url).not.toContain('limit=');
});

test('the ticker counts long contracts as coins and brings funding to eight hours', () => {
  const [call] = gate.ticker(bitcoin);
  // 5,000,000 x 0.0001 = 500 coins; every 4 hours doubles.
  expect(mergeTickers([call!.parse(contract(), NOW_MS)])).toEqual({
    atMs: NOW_MS,
    markPrice: 90_900,
    indexPrice: 90_950,
    openInterestBase: 500,
    fundingRate8h: 0.0002,
    nextFundingAtMs: 1_768_190_400_000,
  });
  expect(() => call!.parse(contract({ name: 'BTC_USD' }), NOW_MS)).toThrow(
    'contract.name: expected BTC_USDT, got "BTC_USD"',
  );
});

test('open interest history and account ratio come from the statistics', () => {
  const rows = [
    { time: MIDNIGHT_S, open_interest: 30_000, lsr_account: 1.5, lsr_taker: 1 },
    { time: MIDNIGHT_S - 300, open_interest: '20000', lsr_account: '4' },
  ];
  const range = { fromS: MIDNIGHT_S - 300, untilS: MIDNIGHT_S };
  expect(gate.openInterestHistory!.page(bitcoin, range).parse(rows, NOW_MS)).toEqual([
    { atS: MIDNIGHT_S - 300, openInterestBase: 2 },
    { atS: MIDNIGHT_S, openInterestBase: 3 },
  ]);
  // 1.5 longs for one short: 1.5 / 2.5 = 0.6.
  expect(gate.accountRatio!(bitcoin).parse(rows, NOW_MS)).toEqual({
    atMs: MIDNIGHT_S * 1000,
    longShare: 0.6,
  });
});

test('depth turns contracts into coins', () => {
  const book = { current: NOW_MS / 1000, asks: [{ p: '101', s: 40_000 }], bids: [{ p: '100', s: 20_000 }] };
  expect(gate.depth(bitcoin).parse(book, NOW_MS)).toEqual({
    atMs: NOW_MS,
    bids: [{ price: 100, quantityBase: 2 }],
    asks: [{ price: 101, quantityBase: 4 }],
  });
});

test('tiers are dollars of notional with the deduction of the venue', () => {
  const row = (tier: number, cap: string, rate: string, leverage: string, deduction: string) => ({
    contract: 'BTC_USDT',
    tier,
    risk_limit: cap,
    maintenance_rate: rate,
    leverage_max: leverage,
    deduction,
  });
  const json = [row(2, '30000', '0.013', '40', '60'), row(1, '20000', '0.01', '50', '0')];
  expect(gate.tiers!(bitcoin).parse(json, NOW_MS)).toMatchObject({
    basis: 'notional-usd',
    tiers: [
      { floor: 0, cap: 20_000, maintenanceRate: 0.01, deductionUsd: 0, maxLeverage: 50 },
      { floor: 20_000, cap: 30_000, maintenanceRate: 0.013, deductionUsd: 60, maxLeverage: 40 },
    ],
  });
});

describe('forced orders', () => {
  const order = (overrides: object = {}) => ({
    time: MIDNIGHT_S + 100,
    contract: 'BTC_USDT',
    size: 6000,
    order_size: -6000,
    order_price: '90000',
    fill_price: '90400',
    left: 1000,
    ...overrides,
  });
  const range = { fromS: MIDNIGHT_S - 7200, untilS: MIDNIGHT_S + 600 };
  const call = gate.recentForcedOrders!(bitcoin, range);

  test('of positive size are longs, counted by what was filled at the price it was filled at', () => {
    const orders = call.parse([order({ time: MIDNIGHT_S + 200, size: -6000 }), order()], NOW_MS);
    // 5000 contracts x 0.0001 = 0.5 coins at 90,400.
    expect(orders).toMatchObject([
      { side: 'long', quantityBase: 0.5, orderPrice: 90_000, filledPrice: 90_400, notionalUsd: 45_200 },
      { side: 'short' },
    ]);
  });

  test('that nobody took, or outside the range, are left out', () => {
    expect(call.parse([order({ left: 6000 }), order({ time: MIDNIGHT_S + 601 })], NOW_MS)).toEqual([]);
  });

  test('of another contract are refused', () => {
    expect(() => call.parse([order({ contract: 'BTC_USD' })], NOW_MS)).toThrow(SchemaError);
  });

  test('are asked for an hour at most', () => {
    const query = new URL(call.request.url).searchParams;
    expect(Number(query.get('to')) - Number(query.get('from'))).toBe(3600);
  });
});

test('a refusal in the body is a limit, a region or what the venue said', () => {
  const parse = (label: string, message: string) => () =>
    gate.instruments().parse({ label, message }, NOW_MS);
  expect(parse('TOO_MANY_REQUESTS', 'Request Rate Limit Exceeded')).toThrow(RateLimitedError);
  expect(parse('FORBIDDEN', 'Not available in your region')).toThrow(RegionError);
  expect(parse('CONTRACT_NOT_FOUND', '')).toThrow('Gate refuses with CONTRACT_NOT_FOUND');
});
