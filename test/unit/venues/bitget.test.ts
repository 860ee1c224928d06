import { describe, expect, test } from 'vitest';
import { RateLimitedError, RegionError, SchemaError } from '../../../core/market/errors.ts';
import { bitget } from '../../../core/venues/bitget/bitget.ts';
import { mergeListed } from '../../../core/venues/merge-listed.ts';
import { mergeTickers } from '../../../core/venues/merge-tickers.ts';
import { buildInstrument } from '../../support/instruments.ts';

/** 2026-01-12T00:12:30Z. */
const NOW_MS = 1_768_176_750_000;
const MIDNIGHT_S = 1_768_176_000;
const bitcoin = buildInstrument({ venue: 'bitget' });

const answer = (data: unknown) => ({ code: '00000', msg: 'success', requestTime: NOW_MS, data });

test('instruments keep perpetuals that trade; the tick is a step of the last place', () => {
  const row = (overrides: object) => ({
    symbol: 'BTCUSDT',
    baseCoin: 'BTC',
    quoteCoin: 'USDT',
    supportMarginCoins: ['USDT'],
    pricePlace: '1',
    priceEndStep: '1',
    symbolType: 'perpetual',
    symbolStatus: 'normal',
    ...overrides,
  });
  const json = answer([
    row({}),
    row({ symbol: 'BTCUSDT_260327', symbolType: 'delivery' }),
    row({ symbol: 'OLDUSDT', symbolStatus: 'off' }),
    row({ symbol: '1000BONKUSDT', baseCoin: '1000BONK', pricePlace: '6', priceEndStep: '5' }),
  ]);

  const found = bitget.instruments().parse(json, NOW_MS);

  expect(found.map(({ id }) => id)).toEqual(['BTCUSDT', '1000BONKUSDT']);
  expect(found[0]).toEqual(bitcoin);
  // 5 of the sixth place, for one of a thousand coins.
  expect(found[1]?.tickSize).toBeCloseTo(5e-9, 15);
});

test('candles leave ascending, without the open one, and are asked for to the end of the last', () => {
  const row = (openS: number) => [String(openS * 1000), '100', '110', '90', '105', '20', '2050'];
  const call = bitget.candles('5m').page(bitcoin, { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 });

  const candles = call.parse(answer([0, 300, 600].map((offset) => row(MIDNIGHT_S + offset))), NOW_MS);

  expect(candles.map(({ openTimeS }) => openTimeS - MIDNIGHT_S)).toEqual([0, 300]);
  expect(candles[0]).toMatchObject({ volumeBase: 20, turnoverUsd: 2050, takerBuyBase: null });
  expect(new URL(call.request.url).searchParams.get('endTime')).toBe(String((MIDNIGHT_S + 900) * 1000 - 1));
});

test('candles of days come from the history, from midnight UTC, at most ninety days at once', () => {
  const days = bitget.candles('1d');
  const { url } = days.page(bitcoin, { fromS: MIDNIGHT_S - 86_400, untilS: MIDNIGHT_S }).request;
  expect(url).toContain('/history-candles?');
  expect(new URL(url).searchParams.get('granularity')).toBe('1Dutc');
  expect(days.pageRows).toBeLessThan(90);
});

test('the ticker merges price, open interest in coins and funding brought to eight hours', () => {
  const [ticker, funding] = bitget.ticker(bitcoin);
  const row = {
    symbol: 'BTCUSDT',
    markPrice: '90900',
    indexPrice: '90950',
    holdingAmount: '7452.5',
    ts: NOW_MS - 1,
  };
  const rate = {
    symbol: 'BTCUSDT',
    fundingRate: '0.0001',
    fundingRateInterval: '4',
    nextUpdate: '1768190400000',
  };

  const merged = mergeTickers([ticker!.parse(answer([row]), NOW_MS), funding!.parse(answer([rate]), NOW_MS)]);

  expect(merged).toEqual({
    atMs: NOW_MS - 1,
    markPrice: 90_900,
    indexPrice: 90_950,
    openInterestBase: 7452.5,
    fundingRate8h: 0.0002,
    nextFundingAtMs: 1_768_190_400_000,
    fundingIntervalHours: 4,
  });
  expect(() => ticker!.parse(answer([{ ...row, symbol: 'BTCPERP' }]), NOW_MS)).toThrow(SchemaError);
});

describe('the account ratio', () => {
  const row = (long: string, short: string) => ({
    longAccountRatio: long,
    shortAccountRatio: short,
    longShortAccountRatio: '1',
    ts: String(NOW_MS - 1000),
  });
  const parse = (long: string, short: string) =>
    bitget.accountRatio!(bitcoin).parse(answer([row(long, short)]), NOW_MS);

  test('is the share of accounts that are long', () => {
    expect(parse('0.58', '0.42')).toEqual({ atMs: NOW_MS - 1000, longShare: 0.58 });
  });

  test('of nobody is refused', () => {
    expect(() => parse('0', '0')).toThrow(SchemaError);
  });

  test('is asked for less often than once a second', () => {
    expect(bitget.accountRatio!(bitcoin).request.budget).toBe('bitget-ratio');
  });
});

test('depth is in coins', () => {
  const book = { asks: [[101, 4]], bids: [[100, 2]], ts: String(NOW_MS), scale: '0.1' };
  expect(bitget.depth(bitcoin).parse(answer(book), NOW_MS)).toEqual({
    atMs: NOW_MS,
    bids: [{ price: 100, quantityBase: 2 }],
    asks: [{ price: 101, quantityBase: 4 }],
  });
});

test('tiers are dollars of notional without a deduction', () => {
  const row = (startUnit: string, endUnit: string, keepMarginRate: string, leverage: string) => ({
    symbol: 'BTCUSDT',
    level: '1',
    startUnit,
    endUnit,
    keepMarginRate,
    leverage,
  });
  const json = answer([row('50000', '200000', '0.005', '100'), row('0', '50000', '0.004', '125')]);
  expect(bitget.tiers!(bitcoin).parse(json, NOW_MS)).toMatchObject({
    basis: 'notional-usd',
    tiers: [
      { floor: 0, cap: 50_000, maintenanceRate: 0.004, deductionUsd: 0, maxLeverage: 125 },
      { floor: 50_000, cap: 200_000, maintenanceRate: 0.005, deductionUsd: 0, maxLeverage: 100 },
    ],
  });
});

describe('forced orders', () => {
  const row = (side: string, offsetS: number) => ({
    symbol: 'BTCUSDT',
    side,
    price: '90000',
    amount: '0.5',
    ts: String((MIDNIGHT_S + offsetS) * 1000),
  });

  test('in a frame name the side of the position: buy is a long', () => {
    const stream = bitget.forcedOrderStream!([bitcoin]);
    const frame = JSON.stringify({
      action: 'update',
      arg: { instType: 'usdt-futures', topic: 'liquidation' },
      data: [row('buy', 1), row('sell', 2), { ...row('buy', 3), symbol: 'APEUSDT' }],
      ts: NOW_MS,
    });
    expect(stream.parse(frame, [bitcoin], NOW_MS)).toMatchObject([
      { side: 'long', quantityBase: 0.5, orderPrice: 90_000, notionalUsd: 45_000 },
      { side: 'short' },
    ]);
    expect(stream.parse('pong', [bitcoin], NOW_MS)).toEqual([]);
  });

  test('of the last days come by request, inside the range, ascending', () => {
    const range = { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 };
    const json = answer({ list: [row('buy', 500), row('sell', 100), row('buy', 601)], cursor: '1' });
    const { orders, cutOffMs } = bitget.recentForcedOrders!(bitcoin, range).parse(json, NOW_MS);
    expect(orders.map(({ atMs, side }) => [atMs / 1000 - MIDNIGHT_S, side])).toEqual([
      [100, 'short'],
      [500, 'long'],
    ]);
    expect(cutOffMs).toBeNull();
  });
});

test('a refusal in the body is a limit, a region or what the venue said', () => {
  const parse = (code: string, msg: string) => () =>
    bitget.instruments().parse({ code, msg, data: null }, NOW_MS);
  expect(parse('429', 'Too Many Requests')).toThrow(RateLimitedError);
  expect(parse('40037', 'Service not available in your country')).toThrow(RegionError);
  expect(parse('40034', 'Parameter does not exist')).toThrow(
    'Bitget refuses with 40034: Parameter does not exist',
  );
});

test('tickers of all perpetuals tell coins of open interest, the day and funding with its interval', () => {
  const [tickers, funding] = bitget.tickers([bitcoin]);
  const told = mergeListed([
    tickers!.parse(
      answer([
        {
          symbol: 'BTCUSDT',
          markPrice: '12345',
          holdingAmount: '125.6844',
          usdtVolume: '7008612.42986561',
          change24h: '-0.04978',
          ts: String(NOW_MS),
        },
      ]),
      NOW_MS,
    ),
    funding!.parse(
      // Recorded on 28 October 2025.
      answer([
        {
          symbol: 'BTCUSDT',
          fundingRate: '-0.000024',
          fundingRateInterval: '4',
          nextUpdate: '1761667200000',
          minFundingRate: '-0.003',
          maxFundingRate: '0.003',
        },
      ]),
      NOW_MS,
    ),
  ]);

  expect(told).toEqual([
    {
      id: 'BTCUSDT',
      price: 12_345,
      openInterestBase: 125.6844,
      fundingRate8h: -0.000048,
      nextFundingAtMs: 1_761_667_200_000,
      turnoverUsd: 7_008_612.42986561,
      dayChange: -0.04978,
    },
  ]);
  expect(tickers!.request.url).not.toContain('symbol');
});
