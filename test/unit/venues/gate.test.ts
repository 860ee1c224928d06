import { describe, expect, test } from 'vitest';
import { RateLimitedError, RegionError, SchemaError } from '../../../core/market/errors.ts';
import { gate } from '../../../core/venues/gate/gate.ts';
import { mergeListed } from '../../../core/venues/merge-listed.ts';
import { mergeTickers } from '../../../core/venues/merge-tickers.ts';
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

test('a name that is not ASCII is a name, and goes percent-encoded into a path', () => {
  const [lobster] = gate.instruments().parse([contract({ name: '龙虾_USDT' })], NOW_MS);

  expect(lobster).toMatchObject({ id: '龙虾_USDT', base: '龙虾', quote: 'USDT' });
  expect(gate.ticker(lobster!)[0]!.request.url).toMatch(/\/contracts\/%E9%BE%99%E8%99%BE_USDT$/);
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
    fundingIntervalHours: 4,
  });
  expect(() => call!.parse(contract({ name: 'BTC_USD' }), NOW_MS)).toThrow(
    'contract.name: expected BTC_USDT, got "BTC_USD"',
  );
});

test('open interest of the past is half of what the statistics add up over both sides', () => {
  // Recorded on 17 September 2026: 652,621,356 contracts x 0.0001 x 76,419.9 = 4,987,325,876 USD, the row's own figure.
  const recorded = {
    time: 1_789_658_100,
    open_interest: 652_621_356,
    open_interest_usd: 4_987_325_876.33844,
    mark_price: 76_419.9,
    lsr_account: 1.51,
  };
  const at = { fromS: 1_789_658_100, untilS: 1_789_658_100 };
  const [point] = gate.openInterestHistory!.page(bitcoin, at).parse([recorded], 1_789_660_000_000);
  expect(point!.openInterestBase).toBeCloseTo(32_631.0678, 9);
  expect(point!.openInterestBase * 76_419.9).toBeCloseTo(recorded.open_interest_usd / 2, 3);
});

test('open interest now is the one side that the list of contracts counts', () => {
  // Recorded on 11 September 2026 in the same minute: position_size 320,443,501 here, total_size 640,887,002 in the ticker.
  const { openInterestBase } = gate
    .ticker(bitcoin)[0]!
    .parse(contract({ position_size: 320_443_501 }), NOW_MS);
  expect(openInterestBase).toBeCloseTo(640_887_002 / 2 / 10_000, 9);
});

test('sizes are asked for as they are, a fraction of a contract included', () => {
  expect(gate.instruments().request.headers).toEqual({ 'X-Gate-Size-Decimal': '1' });
});

test('open interest history and account ratio come from the statistics', () => {
  const rows = [
    { time: MIDNIGHT_S, open_interest: 30_000, lsr_account: 1.5, lsr_taker: 1 },
    { time: MIDNIGHT_S - 300, open_interest: '20000', lsr_account: '4' },
  ];
  const range = { fromS: MIDNIGHT_S - 300, untilS: MIDNIGHT_S };
  expect(gate.openInterestHistory!.page(bitcoin, range).parse(rows, NOW_MS)).toEqual([
    { atS: MIDNIGHT_S - 300, openInterestBase: 1 },
    { atS: MIDNIGHT_S, openInterestBase: 1.5 },
  ]);
  // 1.5 longs for one short: 1.5 / 2.5 = 0.6.
  expect(gate.accountRatio!(bitcoin).parse(rows, NOW_MS)).toEqual({
    atMs: MIDNIGHT_S * 1000,
    longShare: 0.6,
  });
});

test('open interest of days is half of both sides, of the day that a row falls into; later days were not asked for', () => {
  const range = { fromS: MIDNIGHT_S - 86_400, untilS: MIDNIGHT_S - 86_400 };
  const call = gate.dailyOpenInterest!.page(bitcoin, range);
  const row = (time: number) => ({ time, open_interest: 30_000 });

  expect(new URL(call.request.url).searchParams.get('interval')).toBe('1d');
  // As if days began at midnight in Singapore.
  expect(call.parse([row(MIDNIGHT_S - 8 * 3600)], NOW_MS)).toEqual([
    { atS: MIDNIGHT_S - 86_400, openInterestBase: 1.5 },
  ]);
  expect(call.parse([row(MIDNIGHT_S)], NOW_MS)).toEqual([]);
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
    const short = order({ time: MIDNIGHT_S + 200, size: -6000, order_size: 6000 });
    const { orders } = call.parse([short, order()], NOW_MS);
    // 5000 contracts x 0.0001 = 0.5 coins at 90,400.
    expect(orders).toMatchObject([
      { side: 'long', quantityBase: 0.5, orderPrice: 90_000, filledPrice: 90_400, notionalUsd: 45_200 },
      { side: 'short' },
    ]);
  });

  test('that nobody took, or outside the range, are left out', () => {
    const { orders } = call.parse([order({ left: 6000 }), order({ time: MIDNIGHT_S + 601 })], NOW_MS);
    expect(orders).toEqual([]);
  });

  test('of a position closed in steps are the steps, never what the position still was', () => {
    // Recorded on 12 September 2026: 1 + 165 + 309 contracts of ten AKE, out of positions of 1, 2000 and 1835.
    const ake = buildInstrument({ venue: 'gate', id: 'AKE_USDT', base: 'AKE', contractSize: 10 });
    const step = (time: number, size: string, order_size: string, fill_price: string) => ({
      contract: 'AKE_USDT',
      left: '0',
      size,
      order_size,
      fill_price,
      order_price: '0.0170671',
      time,
    });
    const rows = [
      step(1_789_242_156, '-1835', '309', '0.0164213873774757'),
      step(1_789_242_150, '-2000', '165', '0.016375235757'),
    ];
    const around = { fromS: 1_789_242_000, untilS: 1_789_243_000 };

    const { orders } = gate.recentForcedOrders!(ake, around).parse(rows, 1_789_243_000_000);

    expect(orders.map(({ side, quantityBase }) => [side, quantityBase])).toEqual([
      ['short', 1650],
      ['short', 3090],
    ]);
    // 1650 x 0.016375235757 + 3090 x 0.0164213873774757.
    expect(orders.reduce((sum, { notionalUsd }) => sum + notionalUsd, 0)).toBeCloseTo(77.7612, 4);
  });

  test('of a fraction of a contract keep it', () => {
    // Recorded on 12 September 2026: 4.2 contracts of one SOL.
    const sol = buildInstrument({ venue: 'gate', id: 'SOL_USDT', base: 'SOL' });
    const row = order({ contract: 'SOL_USDT', size: '4.2', order_size: '-4.2', left: '0' });
    const { orders } = gate.recentForcedOrders!(sol, range).parse([row], NOW_MS);
    expect(orders[0]!.quantityBase).toBe(4.2);
  });

  test('of a full list are heard only since its oldest row', () => {
    const rows = Array.from({ length: 100 }, (_, index) => order({ time: MIDNIGHT_S + 500 - index }));
    expect(call.parse(rows, NOW_MS).cutOffMs).toBe((MIDNIGHT_S + 402) * 1000);
    expect(call.parse(rows.slice(1), NOW_MS).cutOffMs).toBeNull();
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

test('tickers of all perpetuals take one side of the open interest from contracts and the day from tickers', () => {
  const [contracts, tickers] = gate.tickers([bitcoin]);
  const told = mergeListed([
    // Recorded on 7 January 2021.
    contracts!.parse(
      [
        contract({
          mark_price: '37985.6',
          funding_rate: '0.002053',
          funding_interval: 14_400,
          funding_next_apply: 1_610_035_200,
          position_size: 5_223_816,
        }),
      ],
      NOW_MS,
    ),
    // `total_size` adds both sides.
    tickers!.parse(
      [
        {
          contract: 'BTC_USDT',
          last: '6432',
          change_percentage: '4.43',
          total_size: '32323904',
          volume_24h_quote: '184040233284',
        },
      ],
      NOW_MS,
    ),
  ]);

  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({
    id: 'BTC_USDT',
    price: 37_985.6,
    nextFundingAtMs: 1_610_035_200_000,
    turnoverUsd: 184_040_233_284,
  });
  expect(told[0]?.openInterestBase).toBeCloseTo(522.3816, 9);
  expect(told[0]?.fundingRate8h).toBeCloseTo(0.004106, 12);
  expect(told[0]?.dayChange).toBeCloseTo(0.0443, 12);
});
