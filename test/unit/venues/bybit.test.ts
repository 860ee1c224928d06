import { describe, expect, test } from 'vitest';
import { RateLimitedError, RegionError, SchemaError } from '../../../core/market/errors.ts';
import { bybit } from '../../../core/venues/bybit/bybit.ts';
import { mergeListed } from '../../../core/venues/merge-listed.ts';
import { mergeTickers } from '../../../core/venues/merge-tickers.ts';
import { buildInstrument } from '../../support/instruments.ts';

/** 2026-01-12T00:12:30Z. */
const NOW_MS = 1_768_176_750_000;
const MIDNIGHT_S = 1_768_176_000;
const bitcoin = buildInstrument({ venue: 'bybit' });
const shiba = buildInstrument({ venue: 'bybit', id: 'SHIB1000USDT', base: 'SHIB', multiplier: 1000 });

const answer = (result: unknown) => ({
  retCode: 0,
  retMsg: 'OK',
  result,
  retExtInfo: {},
  time: NOW_MS - 250,
});
const linear = (list: unknown, rest: object = {}) => answer({ category: 'linear', list, ...rest });

describe('instruments', () => {
  const row = (overrides: object) => ({
    symbol: 'BTCUSDT',
    contractType: 'LinearPerpetual',
    status: 'Trading',
    baseCoin: 'BTC',
    quoteCoin: 'USDT',
    settleCoin: 'USDT',
    priceFilter: { tickSize: '0.10' },
    ...overrides,
  });

  test('keep linear perpetuals that trade, in one page of a thousand', () => {
    const call = bybit.instruments();
    const json = linear([
      row({}),
      row({ symbol: 'BTC-27MAR26', contractType: 'LinearFutures' }),
      row({ symbol: 'OLDUSDT', status: 'Closed' }),
      row({ symbol: 'SHIB1000USDT', baseCoin: 'SHIB1000', priceFilter: { tickSize: '0.001' } }),
    ]);

    expect(call.request.url).toBe(
      'https://api.bybit.com/v5/market/instruments-info?category=linear&limit=1000',
    );
    expect(call.parse(json, NOW_MS)).toEqual([bitcoin, { ...shiba, tickSize: 0.000001 }]);
    expect(call.next!(json)).toBeNull();
  });

  test('are read page after page to the one that names no next', () => {
    const page = (nextPageCursor: string) => linear([row({})], { nextPageCursor });
    const second = bybit.instruments().next!(page('first%3DXRP'))!;

    expect(new URL(second.request.url).searchParams.get('cursor')).toBe('first%3DXRP');
    expect(second.next!(page(''))).toBeNull();
    expect(second.next!(page('first%3DXRP'))).toBeNull();
  });

  test('and everything about them may have names that are not ASCII', () => {
    const [life] = bybit
      .instruments()
      .parse(linear([row({ symbol: '币安人生USDT', baseCoin: '币安人生' })]), NOW_MS);

    expect(life).toMatchObject({ id: '币安人生USDT', base: '币安人生', multiplier: 1 });
    expect(bybit.ticker(life!)[0]!.request.url).toContain('symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT');
  });
});

describe('candles', () => {
  const range = { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 };
  const row = (openS: number) => [String(openS * 1000), '100', '110', '90', '105', '20', '2050'];

  test('come newest first and leave ascending, without the open one', () => {
    const json = linear([row(MIDNIGHT_S + 600), row(MIDNIGHT_S + 300), row(MIDNIGHT_S)], {
      symbol: 'BTCUSDT',
    });

    const candles = bybit.candles('5m').page(bitcoin, range).parse(json, NOW_MS);

    expect(candles.map(({ openTimeS }) => openTimeS - MIDNIGHT_S)).toEqual([0, 300]);
    expect(candles[0]).toMatchObject({ volumeBase: 20, turnoverUsd: 2050, takerBuyBase: null });
  });

  test('of a coin-margined contract are refused', () => {
    const json = answer({ category: 'inverse', symbol: 'BTCUSDT', list: [] });
    expect(() => bybit.candles('1h').page(bitcoin, range).parse(json, NOW_MS)).toThrow(
      expect.objectContaining({ path: 'kline.result.category' }),
    );
  });

  test('of days are asked for as D', () => {
    const { url } = bybit.candles('1d').page(bitcoin, range).request;
    expect(new URL(url).searchParams.get('interval')).toBe('D');
  });
});

describe('ticker', () => {
  const row = {
    symbol: 'BTCUSDT',
    markPrice: '90900',
    indexPrice: '90950',
    openInterest: '120000',
    fundingRate: '0.0001',
    fundingIntervalHour: '4',
    nextFundingTime: '1768190400000',
  };
  const ticker = (overrides: object, instrument = bitcoin) =>
    mergeTickers([bybit.ticker(instrument)[0]!.parse(linear([{ ...row, ...overrides }]), NOW_MS)]);

  test('halves the open interest of both sides and brings funding to eight hours', () => {
    expect(ticker({})).toEqual({
      atMs: NOW_MS - 250,
      markPrice: 90_900,
      indexPrice: 90_950,
      openInterestBase: 60_000,
      fundingRate8h: 0.0002,
      nextFundingAtMs: 1_768_190_400_000,
      fundingIntervalHours: 4,
    });
  });

  test('prefers the single-sided figure where the venue gives it', () => {
    expect(ticker({ singleOpenInterest: '60001' })?.openInterestBase).toBe(60_001);
  });

  test('treats empty texts as unknown', () => {
    expect(ticker({ fundingRate: '', fundingIntervalHour: '', nextFundingTime: '' })).toMatchObject({
      fundingRate8h: null,
      nextFundingAtMs: null,
    });
  });

  test('of a thousand coins is of one', () => {
    // 9 dollars for 1000; 10,000 units of both sides = 5,000 units = 5 million coins.
    expect(ticker({ symbol: 'SHIB1000USDT', markPrice: '9', openInterest: '10000' }, shiba)).toMatchObject({
      markPrice: 0.009,
      openInterestBase: 5_000_000,
    });
  });

  test('without the symbol is refused', () => {
    expect(() => ticker({ symbol: 'BTCPERP' })).toThrow(SchemaError);
  });
});

test('open interest history is one side, ascending', () => {
  const range = { fromS: MIDNIGHT_S - 300, untilS: MIDNIGHT_S };
  const json = linear(
    [
      { openInterest: '10', singleOpenInterest: '5.5', timestamp: String(MIDNIGHT_S * 1000) },
      { openInterest: '8', timestamp: String((MIDNIGHT_S - 300) * 1000) },
    ],
    { symbol: 'BTCUSDT', nextPageCursor: '' },
  );

  expect(bybit.openInterestHistory!.page(bitcoin, range).parse(json, NOW_MS)).toEqual([
    { atS: MIDNIGHT_S - 300, openInterestBase: 4 },
    { atS: MIDNIGHT_S, openInterestBase: 5.5 },
  ]);
});

test('open interest of days goes back to the launch, of before it there is none', () => {
  const range = { fromS: MIDNIGHT_S - 86_400, untilS: MIDNIGHT_S };
  const call = bybit.dailyOpenInterest!.page(bitcoin, range);
  const day = { openInterest: '10', timestamp: String(MIDNIGHT_S * 1000) };
  const json = (...list: object[]) => linear(list, { symbol: 'BTCUSDT', nextPageCursor: '' });

  expect(new URL(call.request.url).searchParams.get('intervalTime')).toBe('1d');
  expect(call.parse(json(day), NOW_MS)).toEqual([{ atS: MIDNIGHT_S, openInterestBase: 5 }]);
  expect(call.parse(json(), NOW_MS)).toEqual([]);
});

test('the account ratio is the share of accounts that are long', () => {
  const list = [{ symbol: 'BTCUSDT', buyRatio: '0.49', sellRatio: '0.51', timestamp: String(NOW_MS - 1000) }];
  expect(bybit.accountRatio!(bitcoin).parse(answer({ list }), NOW_MS)).toEqual({
    atMs: NOW_MS - 1000,
    longShare: 0.49,
  });
});

describe('depth', () => {
  const book = { s: 'BTCUSDT', a: [['101', '4']], b: [['100', '2']], ts: NOW_MS, u: 1, seq: 1, cts: NOW_MS };

  test('is in coins', () => {
    expect(bybit.depth(bitcoin).parse(answer(book), NOW_MS)).toEqual({
      atMs: NOW_MS,
      bids: [{ price: 100, quantityBase: 2 }],
      asks: [{ price: 101, quantityBase: 4 }],
    });
  });

  test('whose best bid is above its best ask is refused', () => {
    const crossed = answer({ ...book, b: [['102', '1']] });
    expect(() => bybit.depth(bitcoin).parse(crossed, NOW_MS)).toThrow(SchemaError);
  });
});

describe('tiers', () => {
  const row = (cap: string, rate: string, deduction: string, leverage: string, initialMargin = '0.01') => ({
    id: 1,
    symbol: 'BTCUSDT',
    riskLimitValue: cap,
    maintenanceMargin: rate,
    initialMargin,
    maxLeverage: leverage,
    mmDeduction: deduction,
  });
  const tiers = (list: unknown[]) => bybit.tiers!(bitcoin).parse(linear(list), NOW_MS).tiers;

  test('are dollars of notional with the deduction of the venue', () => {
    expect(tiers([row('2000000', '0.005', '', '100.00'), row('2600000', '0.0056', '1200', '90.00')])).toEqual(
      [
        { floor: 0, cap: 2e6, maintenanceRate: 0.005, deductionUsd: 0, maxLeverage: 100 },
        { floor: 2e6, cap: 2.6e6, maintenanceRate: 0.0056, deductionUsd: 1200, maxLeverage: 90 },
      ],
    );
  });

  test('of a coin with little leverage are still fractions', () => {
    expect(tiers([row('1000', '0.1', '', '5.00', '0.2')])[0]?.maintenanceRate).toBe(0.1);
  });

  test('printed in percent become fractions, and a missing deduction keeps the margin continuous', () => {
    // 150 x (1 % - 0.5 %) = 0.75.
    expect(tiers([row('300', '1', '', '50.00', '2'), row('150', '0.5', '', '100.00', '1')])).toEqual([
      { floor: 0, cap: 150, maintenanceRate: 0.005, deductionUsd: 0, maxLeverage: 100 },
      { floor: 150, cap: 300, maintenanceRate: 0.01, deductionUsd: 0.75, maxLeverage: 50 },
    ]);
  });
});

describe('forced orders', () => {
  const stream = bybit.forcedOrderStream!([bitcoin, shiba]);
  const frame = (rows: unknown) =>
    JSON.stringify({ topic: 'allLiquidation.BTCUSDT', type: 'snapshot', ts: NOW_MS, data: rows });

  test('name the side of the position: Buy is a long', () => {
    const rows = [
      { T: NOW_MS - 5, s: 'BTCUSDT', S: 'Buy', v: '0.5', p: '90000' },
      { T: NOW_MS - 4, s: 'BTCUSDT', S: 'Sell', v: '0.1', p: '91000' },
      { T: NOW_MS - 4, s: 'ROSEUSDT', S: 'Sell', v: '20000', p: '0.04499' },
    ];
    // 0.5 x 90,000.
    expect(stream.parse(frame(rows), [bitcoin], NOW_MS)).toMatchObject([
      { side: 'long', quantityBase: 0.5, orderPrice: 90_000, filledPrice: null, notionalUsd: 45_000 },
      { side: 'short', quantityBase: 0.1 },
    ]);
  });

  test('are subscribed by symbol and kept open by a ping', () => {
    expect(JSON.parse(stream.subscribe[0]!)).toEqual({
      op: 'subscribe',
      args: ['allLiquidation.BTCUSDT', 'allLiquidation.SHIB1000USDT'],
    });
    expect(stream.heartbeat).toEqual({ text: '{"op":"ping"}', everyMs: 20_000 });
  });

  test('are none in a pong and refused when they cannot be read', () => {
    expect(stream.parse('{"success":true,"ret_msg":"pong","op":"ping"}', [bitcoin], NOW_MS)).toEqual([]);
    expect(() => stream.parse(frame([{ T: 1, s: 'BTCUSDT' }]), [bitcoin], NOW_MS)).toThrow(SchemaError);
  });
});

describe('a refusal in the body', () => {
  const parse = (retCode: number, retMsg: string) => () =>
    bybit.instruments().parse({ retCode, retMsg, result: {} }, NOW_MS);

  test('of too many visits is over in seconds, "access too frequent" in ten minutes', () => {
    expect(parse(10006, 'Too many visits!')).toThrow(expect.objectContaining({ retryAtMs: NOW_MS + 10_000 }));
    expect(parse(403, 'access too frequent')).toThrow(RateLimitedError);
    expect(parse(403, 'access too frequent')).toThrow(
      expect.objectContaining({ retryAtMs: NOW_MS + 600_000 }),
    );
  });

  test('of a place is a refusal of the region', () => {
    expect(parse(10009, 'IP has been banned')).toThrow(RegionError);
  });

  test('of anything else says what the venue said', () => {
    expect(parse(10001, 'Not supported symbols')).toThrow('Bybit refuses with 10001: Not supported symbols');
  });
});

describe('the mark price by socket', () => {
  const stream = bybit.markPriceStream!(shiba);
  const frame = (data: object) =>
    JSON.stringify({ topic: `tickers.${shiba.id}`, type: 'delta', data, cs: 1, ts: NOW_MS - 20 });

  test('is that of one coin', () => {
    expect(JSON.parse(stream.subscribe[0]!)).toEqual({ op: 'subscribe', args: [`tickers.${shiba.id}`] });
    expect(stream.parse(frame({ symbol: shiba.id, markPrice: '0.0085' }), NOW_MS)).toEqual({
      atMs: NOW_MS - 20,
      markPrice: 0.0085 / 1000,
    });
  });

  test('is not in a frame that tells of other changes, and refused of another contract', () => {
    expect(stream.parse(frame({ symbol: shiba.id, openInterest: '449736674' }), NOW_MS)).toBeNull();
    expect(stream.parse('{"success":true,"ret_msg":"pong","op":"ping"}', NOW_MS)).toBeNull();
    expect(() => stream.parse(frame({ symbol: 'BTCUSDT', markPrice: '1' }), NOW_MS)).toThrow(SchemaError);
  });
});

describe('tickers of all perpetuals', () => {
  /** Recorded on 20 September 2022. */
  const row = {
    symbol: 'BTCUSDT',
    lastPrice: '19255.50',
    price24hPcnt: '0.033325',
    markPrice: '19255.00',
    indexPrice: '19260.68',
    openInterest: '48069.549',
    turnover24h: '4686694853.047006',
    fundingRate: '0.0001',
    nextFundingTime: '1663689600000',
  };
  const AT_MS = 1_663_670_053_454;
  const recorded = (list: unknown) => ({ ...linear(list), time: AT_MS });

  test('tell one side of the open interest, the day and the next funding in one answer', () => {
    const [call, ...others] = bybit.tickers([bitcoin]);
    const [told] = mergeListed([
      call!.parse(recorded([row, { ...row, symbol: 'BTC-27MAR26' }, null]), AT_MS),
    ]);

    expect(others).toEqual([]);
    expect(call!.request.url).toBe('https://api.bybit.com/v5/market/tickers?category=linear');
    expect(told).toEqual({
      id: 'BTCUSDT',
      price: 19_255,
      openInterestBase: 24_034.7745,
      // The answer of that time names no interval.
      fundingRate8h: null,
      nextFundingAtMs: 1_663_689_600_000,
      turnoverUsd: 4_686_694_853.047006,
      dayChange: 0.033325,
    });
  });

  test('count coins where the symbol counts thousands, and eight hours where funding is paid each four', () => {
    const told = bybit.tickers([shiba])[0]!.parse(
      recorded([
        {
          ...row,
          symbol: 'SHIB1000USDT',
          markPrice: '0.008',
          openInterest: '400',
          fundingIntervalHour: '4',
        },
      ]),
      AT_MS,
    );

    const [shibas] = mergeListed([told]);
    expect(shibas?.price).toBeCloseTo(0.000_008, 12);
    expect(shibas).toMatchObject({ openInterestBase: 200_000, fundingRate8h: 0.0002 });
  });
});
