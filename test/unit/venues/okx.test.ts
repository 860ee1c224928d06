import { describe, expect, test } from 'vitest';
import { RateLimitedError, RegionError, SchemaError } from '../../../core/market/errors.ts';
import { okx } from '../../../core/venues/okx/okx.ts';
import { mergeListed } from '../../../core/venues/merge-listed.ts';
import { mergeTickers } from '../../../core/venues/merge-tickers.ts';
import { buildInstrument } from '../../support/instruments.ts';

/** 2026-01-12T00:12:30Z. */
const NOW_MS = 1_768_176_750_000;
const MIDNIGHT_S = 1_768_176_000;
/** One contract is a hundredth of a bitcoin. */
const bitcoin = buildInstrument({ venue: 'okx', id: 'BTC-USDT-SWAP', contractSize: 0.01 });

const answer = (data: unknown) => ({ code: '0', msg: '', data });

describe('instruments', () => {
  const row = (overrides: object) => ({
    instId: 'BTC-USDT-SWAP',
    instType: 'SWAP',
    ctType: 'linear',
    state: 'live',
    ctVal: '0.001',
    ctMult: '10',
    ctValCcy: 'BTC',
    settleCcy: 'USDT',
    tickSz: '0.1',
    ...overrides,
  });

  test('keep linear swaps; a contract is value times multiplier', () => {
    const json = answer([
      row({}),
      row({ instId: 'BTC-USD-SWAP', ctType: 'inverse', ctValCcy: 'USD', settleCcy: 'BTC' }),
      row({ instId: 'BTC-USD_UM-SWAP' }),
      row({ instId: 'ETH-USDT-SWAP', ctValCcy: 'ETH', state: 'suspend' }),
    ]);
    expect(okx.instruments().parse(json, NOW_MS)).toEqual([
      bitcoin,
      { ...bitcoin, id: 'BTC-USD_UM-SWAP', quote: 'USD' },
    ]);
  });

  test('go on with the X-perps among the dated futures, which pay funding and are perpetuals', () => {
    const dated = { instType: 'FUTURES', ctVal: '0.0001', ctMult: '1', settleCcy: 'USD' };
    const json = answer([
      row({ ...dated, instId: 'BTC-USDT-260327', ruleType: 'normal', settleCcy: 'USDT' }),
      row({ ...dated, instId: 'BTC-USD_UM_XPERP-310404', ruleType: 'xperp', ctMult: '' }),
      row({
        ...dated,
        instId: 'SUI-USD_UM_XPERP-310404',
        ruleType: 'xperp',
        ctValCcy: 'SUI',
        settleCcy: 'USDC',
      }),
    ]);
    const following = okx.instruments().next!(json)!;

    expect(new URL(following.request.url).searchParams.get('instType')).toBe('FUTURES');
    expect(following.next).toBeUndefined();
    expect(following.parse(json, NOW_MS)).toMatchObject([
      { id: 'BTC-USD_UM_XPERP-310404', base: 'BTC', quote: 'USD', contractSize: 0.0001 },
      { id: 'SUI-USD_UM_XPERP-310404', base: 'SUI', quote: 'USD' },
    ]);
  });

  test('of the X-perp kind are asked for among the futures, by their family', () => {
    const gold = buildInstrument({ venue: 'okx', id: 'XAU-USD_UM_XPERP-310502', base: 'XAU', quote: 'USD' });
    const range = { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 };
    const [mark, interest] = okx.ticker(gold);
    const asked = [mark!, interest!, okx.tiers!(gold), okx.recentForcedOrders!(gold, range)].map(
      ({ request }) => new URL(request.url).searchParams,
    );

    expect(asked.map((query) => query.get('instType'))).toEqual(Array.from({ length: 4 }, () => 'FUTURES'));
    expect(asked.slice(2).map((query) => query.get('instFamily'))).toEqual([
      'XAU-USD_UM_XPERP',
      'XAU-USD_UM_XPERP',
    ]);
  });
});

describe('candles', () => {
  const range = { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 };
  const row = (openS: number, confirmed = '1') => [
    String(openS * 1000),
    '100',
    '110',
    '90',
    '105',
    '2000',
    '20',
    '2050',
    confirmed,
  ];

  test('come newest first and leave ascending, in coins, without the unconfirmed one', () => {
    const json = answer([row(MIDNIGHT_S + 600, '0'), row(MIDNIGHT_S + 300), row(MIDNIGHT_S)]);

    const candles = okx.candles('5m').page(bitcoin, range).parse(json, NOW_MS);

    expect(candles.map(({ openTimeS }) => openTimeS - MIDNIGHT_S)).toEqual([0, 300]);
    expect(candles[0]).toMatchObject({ volumeBase: 20, turnoverUsd: 2050, takerBuyBase: null });
  });

  test('are asked for with bounds that exclude themselves, days from midnight UTC', () => {
    const query = new URL(okx.candles('1d').page(bitcoin, range).request.url).searchParams;
    expect(query.get('after')).toBe(String((MIDNIGHT_S + 600) * 1000 + 1));
    expect(query.get('before')).toBe(String(MIDNIGHT_S * 1000 - 1));
    expect(query.get('bar')).toBe('1Dutc');
  });

  test('of more than a page of history are asked of the latest candles', () => {
    const pathOf = (rows: number): string =>
      new URL(
        okx.candles('5m').page(bitcoin, { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + (rows - 1) * 300 }).request
          .url,
      ).pathname;
    expect(pathOf(100)).toBe('/api/v5/market/history-candles');
    expect(pathOf(300)).toBe('/api/v5/market/candles');
  });
});

test('the ticker merges three answers; funding every four hours doubles to eight', () => {
  const [mark, interest, funding] = okx.ticker(bitcoin);
  const parts = [
    mark!.parse(
      answer([{ instId: 'BTC-USDT-SWAP', instType: 'SWAP', markPx: '90900', ts: NOW_MS - 3 }]),
      NOW_MS,
    ),
    interest!.parse(
      answer([{ instId: 'BTC-USDT-SWAP', oi: '3000000', oiCcy: '30000', oiUsd: '1', ts: NOW_MS - 2 }]),
      NOW_MS,
    ),
    funding!.parse(
      answer([
        {
          instId: 'BTC-USDT-SWAP',
          fundingRate: '0.0001',
          fundingTime: '1768190400000',
          nextFundingTime: '1768204800000',
          ts: String(NOW_MS - 1),
        },
      ]),
      NOW_MS,
    ),
  ];

  expect(mergeTickers(parts)).toEqual({
    atMs: NOW_MS - 3,
    markPrice: 90_900,
    indexPrice: null,
    openInterestBase: 30_000,
    fundingRate8h: 0.0002,
    nextFundingAtMs: 1_768_190_400_000,
    fundingIntervalHours: 4,
  });
  expect(() => mark!.parse(answer([{ instId: 'ETH-USDT-SWAP', markPx: '1', ts: NOW_MS }]), NOW_MS)).toThrow(
    'mark-price.data: expected a row of BTC-USDT-SWAP, got "ETH-USDT-SWAP"',
  );
});

test('funding belongs to the time since it was last paid, not to the interval after', () => {
  // As recorded on 11 September 2026, had the interval after been eight hours: paid every four until 20:00.
  const row = {
    instId: 'BTC-USDT-SWAP',
    fundingRate: '0.00005',
    fundingTime: '1768190400000',
    nextFundingTime: '1768219200000',
    prevFundingTime: '1768176000000',
    ts: String(NOW_MS - 1),
  };
  expect(okx.ticker(bitcoin)[2]!.parse(answer([row]), NOW_MS)).toMatchObject({ fundingIntervalHours: 4 });
});

test('open interest history takes the column of coins', () => {
  const range = { fromS: MIDNIGHT_S - 300, untilS: MIDNIGHT_S };
  const json = answer([
    [String(MIDNIGHT_S * 1000), '3000000', '30000', '2700000000'],
    [String((MIDNIGHT_S - 300) * 1000), '2900000', '29000', '2600000000'],
  ]);
  expect(okx.openInterestHistory!.page(bitcoin, range).parse(json, NOW_MS)).toEqual([
    { atS: MIDNIGHT_S - 300, openInterestBase: 29_000 },
    { atS: MIDNIGHT_S, openInterestBase: 30_000 },
  ]);
});

test('open interest of days begins at midnight UTC', () => {
  const range = { fromS: MIDNIGHT_S - 86_400, untilS: MIDNIGHT_S };
  const call = okx.dailyOpenInterest!.page(bitcoin, range);
  const json = answer([[String(MIDNIGHT_S * 1000), '3000000', '30000', '2700000000']]);

  expect(new URL(call.request.url).searchParams.get('period')).toBe('1Dutc');
  expect(call.parse(json, NOW_MS)).toEqual([{ atS: MIDNIGHT_S, openInterestBase: 30_000 }]);
});

test('the account ratio becomes a share', () => {
  // 1.5 longs for one short: 1.5 / 2.5 = 0.6.
  const json = answer([[String(NOW_MS - 1000), '1.5']]);
  expect(okx.accountRatio!(bitcoin).parse(json, NOW_MS)).toEqual({ atMs: NOW_MS - 1000, longShare: 0.6 });
});

test('depth turns contracts into coins', () => {
  const book = { asks: [['101', '400', '0', '2']], bids: [['100', '200', '0', '1']], ts: String(NOW_MS) };
  expect(okx.depth(bitcoin).parse(answer([book]), NOW_MS)).toEqual({
    atMs: NOW_MS,
    bids: [{ price: 100, quantityBase: 2 }],
    asks: [{ price: 101, quantityBase: 4 }],
  });
});

test('tiers are coins, whole position at its rate, without gaps', () => {
  const row = (minSz: string, maxSz: string, mmr: string, maxLever: string) => ({
    instFamily: 'BTC-USDT',
    instId: '',
    uly: 'BTC-USDT',
    tier: '1',
    minSz,
    maxSz,
    mmr,
    imr: '0.01',
    maxLever,
  });
  const call = okx.tiers!(bitcoin);

  expect(new URL(call.request.url).searchParams.get('instFamily')).toBe('BTC-USDT');
  // 1000 contracts x 0.01 = 10 coins.
  expect(
    call.parse(answer([row('0', '1000', '0.004', '100'), row('1001', '5000', '0.005', '75')]), NOW_MS),
  ).toMatchObject({
    basis: 'size-base',
    tiers: [
      { floor: 0, cap: 10, maintenanceRate: 0.004, deductionUsd: 0, maxLeverage: 100 },
      { floor: 10, cap: 50, maintenanceRate: 0.005, deductionUsd: 0, maxLeverage: 75 },
    ],
  });
  expect(() =>
    call.parse(answer([{ ...row('0', '1', '0.1', '5'), instFamily: 'ETH-USDT' }]), NOW_MS),
  ).toThrow(SchemaError);
});

describe('forced orders', () => {
  const stream = okx.forcedOrderStream!([bitcoin]);
  const detail = (overrides: object) => ({
    side: 'sell',
    posSide: 'long',
    bkPx: '90000',
    sz: '50',
    bkLoss: '0',
    ccy: '',
    ts: String(NOW_MS - 1000),
    ...overrides,
  });
  const row = (details: unknown[]) => ({
    instId: 'BTC-USDT-SWAP',
    instType: 'SWAP',
    uly: 'BTC-USDT',
    details,
  });
  const frame = (details: unknown[]) =>
    JSON.stringify({ arg: { channel: 'liquidation-orders', instType: 'SWAP' }, data: [row(details)] });

  test('are contracts that become coins; the position names the side, else the order', () => {
    const details = [
      detail({}),
      detail({ side: 'buy', posSide: 'short' }),
      detail({ side: 'sell', posSide: 'net' }),
      detail({ side: 'buy', posSide: '' }),
    ];
    const orders = stream.parse(frame(details), [bitcoin], NOW_MS);

    expect(orders.map(({ side }) => side)).toEqual(['long', 'short', 'long', 'short']);
    // 50 contracts x 0.01 = 0.5 coins at 90,000.
    expect(orders[0]).toMatchObject({ quantityBase: 0.5, notionalUsd: 45_000, filledPrice: null });
  });

  test('that a new subscription repeats are left out', () => {
    expect(stream.parse(frame([detail({ ts: String(NOW_MS - 60_001) })]), [bitcoin], NOW_MS)).toEqual([]);
  });

  test('of the last day come by request, inside the range, ascending', () => {
    const range = { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 };
    const call = okx.recentForcedOrders!(bitcoin, range);
    const at = (offsetS: number) => detail({ ts: String((MIDNIGHT_S + offsetS) * 1000) });

    const { orders, cutOffMs } = call.parse(answer([row([at(500), at(100), at(-1)])]), NOW_MS);

    expect(orders.map(({ atMs }) => atMs / 1000 - MIDNIGHT_S)).toEqual([100, 500]);
    expect(cutOffMs).toBeNull();
    expect(new URL(call.request.url).searchParams.get('state')).toBe('filled');
  });

  test.each(['pong', '{"event":"subscribe","arg":{"channel":"liquidation-orders"}}'])(
    '%j holds none',
    (text) => {
      expect(stream.parse(text, [bitcoin], NOW_MS)).toEqual([]);
    },
  );
});

describe('a refusal in the body', () => {
  const parse = (code: string, msg: string) => () => okx.instruments().parse({ code, msg, data: [] }, NOW_MS);

  test('is a limit, a region or what the venue said', () => {
    expect(parse('50011', 'Too Many Requests')).toThrow(RateLimitedError);
    expect(parse('51000', 'Not available in your region')).toThrow(RegionError);
    expect(parse('51001', 'Instrument ID does not exist')).toThrow('OKX refuses with 51001');
  });
});

describe('the mark price by socket', () => {
  const stream = okx.markPriceStream!(bitcoin);
  const arg = { channel: 'mark-price', instId: bitcoin.id };
  const frame = (row: object) =>
    JSON.stringify({
      arg,
      data: [{ instId: bitcoin.id, instType: 'SWAP', markPx: '90912.5', ts: String(NOW_MS - 50), ...row }],
    });

  test('is read with its time', () => {
    expect(JSON.parse(stream.subscribe[0]!)).toEqual({ op: 'subscribe', args: [arg] });
    expect(stream.parse(frame({}), NOW_MS)).toEqual({ atMs: NOW_MS - 50, markPrice: 90_912.5 });
  });

  test('is not in other frames, and refused of another contract', () => {
    expect(stream.parse('pong', NOW_MS)).toBeNull();
    expect(stream.parse(JSON.stringify({ event: 'subscribe', arg }), NOW_MS)).toBeNull();
    expect(() => stream.parse(frame({ instId: 'ETH-USDT-SWAP' }), NOW_MS)).toThrow(SchemaError);
  });
});

describe('tickers of all perpetuals', () => {
  const [tickers, openInterest, funding] = okx.tickers([bitcoin]);

  test('are three answers about swaps', () => {
    expect([tickers, openInterest, funding].map((call) => call!.request.url.replace(/^.*v5/, ''))).toEqual([
      '/market/tickers?instType=SWAP',
      '/public/open-interest?instType=SWAP',
      '/public/funding-rate?instId=ANY',
    ]);
  });

  test('merge to coins and dollars of each', () => {
    const instId = 'BTC-USDT-SWAP';
    const told = mergeListed([
      tickers!.parse(
        answer([
          { instId, last: '90000', open24h: '80000', volCcy24h: '1500', ts: String(NOW_MS) },
          { instId: 'BTC-USD-SWAP', last: '90000', open24h: '80000', volCcy24h: '1500', ts: String(NOW_MS) },
        ]),
        NOW_MS,
      ),
      // Recorded in September 2022.
      openInterest!.parse(
        answer([{ instId, instType: 'SWAP', oi: '2125419', oiCcy: '21254.19', ts: '1664005108969' }]),
        NOW_MS,
      ),
      funding!.parse(
        answer([
          {
            instId,
            fundingRate: '0.00027815',
            fundingTime: String(NOW_MS + 3_600_000),
            nextFundingTime: String(NOW_MS + 5 * 3_600_000),
          },
        ]),
        NOW_MS,
      ),
    ]);

    expect(told).toEqual([
      {
        id: instId,
        price: 90_000,
        openInterestBase: 21_254.19,
        fundingRate8h: 0.0005563,
        nextFundingAtMs: NOW_MS + 3_600_000,
        turnoverUsd: 135_000_000,
        dayChange: 0.125,
      },
    ]);
  });

  test('an X-perp is not among them', () => {
    const xperp = buildInstrument({ venue: 'okx', id: 'BTC-USD_UM_XPERP-310404' });
    const told = okx.tickers([xperp]).map((call) => call.parse(answer([]), NOW_MS));

    expect(mergeListed(told)).toEqual([]);
  });
});

test('what tells of now is not paid from what history is: many prices do not hold it up, nor it them', () => {
  const range = { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 300 };
  const history = okx.openInterestHistory!.page(bitcoin, range).request.budget;
  expect(okx.ticker(bitcoin).map(({ request }) => request.budget)).not.toContain(history);
});
