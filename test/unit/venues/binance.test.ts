import { describe, expect, test } from 'vitest';
import { RateLimitedError, RegionError, SchemaError } from '../../../core/market/errors.ts';
import { binance } from '../../../core/venues/binance/binance.ts';
import { mergeListed } from '../../../core/venues/merge-listed.ts';
import { mergeTickers } from '../../../core/venues/merge-tickers.ts';
import { buildInstrument } from '../../support/instruments.ts';

/** 2026-01-12T00:12:30Z. */
const NOW_MS = 1_768_176_750_000;
const MIDNIGHT_S = 1_768_176_000;
const bitcoin = buildInstrument();
const pepe = buildInstrument({ id: '1000PEPEUSDT', base: 'PEPE', multiplier: 1000 });

const perpetual = (overrides: object) => ({
  symbol: 'BTCUSDT',
  baseAsset: 'BTC',
  quoteAsset: 'USDT',
  marginAsset: 'USDT',
  contractType: 'PERPETUAL',
  status: 'TRADING',
  filters: [{ filterType: 'PRICE_FILTER', tickSize: '0.10' }],
  ...overrides,
});

const kline = (openMs: number, overrides: Record<number, unknown> = {}): unknown[] => {
  const row = [
    openMs,
    '100',
    '110',
    '90',
    '105',
    '2000',
    openMs + 299_999,
    '205000',
    40,
    '1500',
    '154000',
    '0',
  ];
  return row.map((value, index) => overrides[index] ?? value);
};

describe('instruments', () => {
  test('keep linear perpetuals that trade and leave dated and paused ones out', () => {
    const json = {
      symbols: [
        perpetual({}),
        perpetual({ symbol: 'BTCUSDT_260327', contractType: 'CURRENT_QUARTER' }),
        perpetual({ symbol: 'LUNAUSDT', status: 'SETTLING' }),
        perpetual({ symbol: 'BTCUSD_PERP', marginAsset: 'BTC', quoteAsset: 'USD' }),
        perpetual({ symbol: 'XAUUSDT', baseAsset: 'XAU', contractType: 'TRADIFI_PERPETUAL' }),
      ],
    };

    const found = binance.instruments().parse(json, NOW_MS);

    expect(found.map(({ id }) => id)).toEqual(['BTCUSDT', 'XAUUSDT']);
    expect(found[0]).toEqual(bitcoin);
  });

  test('split the coins of a thousand and give the tick of one coin', () => {
    const filters = [{ filterType: 'PRICE_FILTER', tickSize: '0.0000001' }];
    const json = { symbols: [perpetual({ symbol: '1000PEPEUSDT', baseAsset: '1000PEPE', filters })] };

    const [found] = binance.instruments().parse(json, NOW_MS);

    expect(found).toMatchObject({ base: 'PEPE', multiplier: 1000 });
    expect(found?.tickSize).toBeCloseTo(1e-10, 20);
  });
});

describe('candles', () => {
  const range = { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 };
  const page = (instrument = bitcoin) => binance.candles('5m').page(instrument, range);

  test('ask for exactly the range, at the weight of its size', () => {
    expect(page().request).toEqual({
      url: `https://fapi.binance.com/fapi/v1/klines?symbol=BTCUSDT&interval=5m&startTime=${MIDNIGHT_S * 1000}&endTime=${(MIDNIGHT_S + 600) * 1000}&limit=3`,
      method: 'GET',
      body: null,
      budget: 'binance',
      weight: 1,
    });
    const month = { fromS: MIDNIGHT_S - 999 * 300, untilS: MIDNIGHT_S };
    expect(binance.candles('5m').page(bitcoin, month).request.weight).toBe(5);
  });

  test('come ascending, once each, without the candle that is still open', () => {
    // At 00:12:30 the candle of 00:10 is open; those of 00:00 and 00:05 are closed.
    const rows = [300_000, 0, 600_000, 300_000].map((offset) => kline(MIDNIGHT_S * 1000 + offset));

    const candles = page().parse(rows, NOW_MS);

    expect(candles.map(({ openTimeS }) => openTimeS - MIDNIGHT_S)).toEqual([0, 300]);
    expect(candles[0]).toEqual({
      openTimeS: MIDNIGHT_S,
      open: 100,
      high: 110,
      low: 90,
      close: 105,
      volumeBase: 2000,
      turnoverUsd: 205_000,
      takerBuyBase: 1500,
    });
  });

  test('of a thousand coins are priced for one and counted in coins', () => {
    const [candle] = page(pepe).parse([kline(MIDNIGHT_S * 1000)], NOW_MS);

    // 110 / 1000; 2000 x 1000; 1500 x 1000; dollars stay.
    expect(candle).toMatchObject({ high: 0.11, volumeBase: 2e6, takerBuyBase: 1.5e6, turnoverUsd: 205_000 });
  });

  test.each([
    ['a negative volume', { 5: '-1' }, 'klines.0.5'],
    ['a zero price', { 1: '0' }, 'klines.0.1'],
    ['a text that is no number', { 4: 'NaN' }, 'klines.0.4'],
    ['a null', { 2: null }, 'klines.0.2'],
    ['a high below the low', { 2: '80' }, 'klines.0.high'],
    ['more taker buys than volume', { 9: '2001' }, 'klines.0.takerBuy'],
    ['a time in the future', { 0: (MIDNIGHT_S + 86_400) * 1000 }, 'klines.0.openTime'],
    ['a time off the interval', { 0: MIDNIGHT_S * 1000 + 1000 }, 'klines.0.openTime'],
    ['a time of another year', { 0: (MIDNIGHT_S - 300 * 100_000) * 1000 }, 'time'],
  ])('with %s are refused by the name of the field', (_, overrides, path) => {
    const row = kline(MIDNIGHT_S * 1000);
    for (const [index, value] of Object.entries(overrides)) row[Number(index)] = value;

    expect(() => page().parse([row], NOW_MS)).toThrow(expect.objectContaining({ name: 'SchemaError', path }));
  });
});

describe('ticker', () => {
  const [mark, interest, funding] = binance.ticker(bitcoin);
  const premium = {
    symbol: 'BTCUSDT',
    markPrice: '90900.5',
    indexPrice: '90950.0',
    lastFundingRate: '0.0001',
    nextFundingTime: 1_768_204_800_000,
    time: NOW_MS - 500,
  };

  const paidAt = (...hours: readonly number[]) =>
    hours.map((hour) => ({ symbol: 'BTCUSDT', fundingTime: (MIDNIGHT_S + hour * 3600) * 1000 + 3 }));

  test('merges mark, funding and open interest, funding brought to eight hours', () => {
    const parts = [
      mark!.parse(premium, NOW_MS),
      interest!.parse({ symbol: 'BTCUSDT', openInterest: '85000.25', time: NOW_MS - 1000 }, NOW_MS),
      funding!.parse(paidAt(-4, 0), NOW_MS),
    ];

    // Until today every four hours, now from midnight to eight: the next payment says so, the last two do not yet.
    expect(mergeTickers(parts)).toEqual({
      atMs: NOW_MS - 1000,
      markPrice: 90_900.5,
      indexPrice: 90_950,
      openInterestBase: 85_000.25,
      fundingRate8h: 0.0001,
      nextFundingAtMs: 1_768_204_800_000,
      fundingIntervalHours: 8,
    });
  });

  test('counts funding of four hours twice', () => {
    const inFour = { ...premium, nextFundingTime: (MIDNIGHT_S + 4 * 3600) * 1000 };
    const parts = [mark!.parse(inFour, NOW_MS), funding!.parse(paidAt(-8, 0), NOW_MS)];
    expect(mergeTickers(parts)?.fundingRate8h).toBe(0.0002);
  });

  test('takes a payment that was due just now for paid, listed or not', () => {
    const justAfter = (MIDNIGHT_S + 8 * 3600) * 1000 + 20_000;
    const next = { ...premium, nextFundingTime: (MIDNIGHT_S + 16 * 3600) * 1000, time: justAfter };
    const parts = [mark!.parse(next, justAfter), funding!.parse(paidAt(-8, 0), justAfter)];
    expect(mergeTickers(parts)?.fundingRate8h).toBe(0.0001);
  });

  test('takes the interval of a known next payment, and of no other', () => {
    const known = { nextFundingAtMs: 1_768_204_800_000, fundingIntervalHours: 4 };
    const told = [mark!.parse(premium, NOW_MS)];
    expect(mergeTickers(told, known)?.fundingRate8h).toBe(0.0002);
    expect(
      mergeTickers(told, { ...known, nextFundingAtMs: known.nextFundingAtMs - 1 })?.fundingRate8h,
    ).toBeNull();
  });

  test('has no funding while the interval is unknown', () => {
    expect(mergeTickers([mark!.parse(premium, NOW_MS)])?.fundingRate8h).toBeNull();
  });

  test('of another symbol is refused', () => {
    expect(() => mark!.parse({ ...premium, symbol: 'BTCUSDC' }, NOW_MS)).toThrow(
      'premiumIndex.symbol: expected BTCUSDT, got "BTCUSDC"',
    );
  });

  test('counts thousand-coin units as coins', () => {
    const [, interestOfPepe] = binance.ticker(pepe);
    const answer = { symbol: '1000PEPEUSDT', openInterest: '5', time: NOW_MS };
    expect(interestOfPepe!.parse(answer, NOW_MS).openInterestBase).toBe(5000);
  });
});

describe('statistics', () => {
  test('open interest history is in coins, ascending', () => {
    const range = { fromS: MIDNIGHT_S - 300, untilS: MIDNIGHT_S };
    const row = (atS: number, coins: string) => ({
      symbol: 'BTCUSDT',
      sumOpenInterest: coins,
      sumOpenInterestValue: '1',
      timestamp: String(atS * 1000),
    });
    const call = binance.openInterestHistory!.page(bitcoin, range);

    expect(call.request.budget).toBe('binance-data');
    expect(call.parse([row(MIDNIGHT_S, '2.5'), row(MIDNIGHT_S - 300, '2')], NOW_MS)).toEqual([
      { atS: MIDNIGHT_S - 300, openInterestBase: 2 },
      { atS: MIDNIGHT_S, openInterestBase: 2.5 },
    ]);
  });

  test('open interest of days is asked for a day at a time', () => {
    const range = { fromS: MIDNIGHT_S - 86_400, untilS: MIDNIGHT_S };
    const call = binance.dailyOpenInterest!.page(bitcoin, range);
    const row = {
      symbol: 'BTCUSDT',
      sumOpenInterest: '2.5',
      sumOpenInterestValue: '1',
      timestamp: MIDNIGHT_S * 1000,
    };

    expect(new URL(call.request.url).searchParams.get('period')).toBe('1d');
    expect(call.parse([row], NOW_MS)).toEqual([{ atS: MIDNIGHT_S, openInterestBase: 2.5 }]);
  });

  test('the account ratio is the share of accounts that are long', () => {
    const row = {
      symbol: 'BTCUSDT',
      longAccount: '0.6622',
      shortAccount: '0.3378',
      timestamp: NOW_MS - 1000,
    };
    expect(binance.accountRatio!(bitcoin).parse([row], NOW_MS)).toEqual({
      atMs: NOW_MS - 1000,
      longShare: 0.6622,
    });
  });

  test('the book is ascending in distance from the mid', () => {
    const book = {
      T: NOW_MS,
      bids: [
        ['99', '1'],
        ['100', '2'],
        ['98', '0'],
      ],
      asks: [
        ['102', '3'],
        ['101', '4'],
      ],
    };
    expect(binance.depth(bitcoin).parse(book, NOW_MS)).toEqual({
      atMs: NOW_MS,
      bids: [
        { price: 100, quantityBase: 2 },
        { price: 99, quantityBase: 1 },
      ],
      asks: [
        { price: 101, quantityBase: 4 },
        { price: 102, quantityBase: 3 },
      ],
    });
  });

  test('brackets are dollars of notional with their cumulative amount, from a host of their own', () => {
    const bracket = (floor: number, cap: number, rate: number, cumulative: number, leverage: number) => ({
      bracketSeq: 1,
      bracketNotionalFloor: floor,
      bracketNotionalCap: cap,
      bracketMaintenanceMarginRate: rate,
      cumFastMaintenanceAmount: cumulative,
      minOpenPosLeverage: 1,
      maxOpenPosLeverage: leverage,
    });
    const call = binance.tiers!(bitcoin);
    const json = {
      code: '000000',
      data: {
        brackets: [
          { symbol: 'ETHUSDT', riskBrackets: [] },
          // 300,000 x (0.005 - 0.004) = 300 dollars keep the table continuous.
          {
            symbol: 'BTCUSDT',
            riskBrackets: [bracket(0, 3e5, 0.004, 0, 150), bracket(3e5, 8e5, 0.005, 300, 100)],
          },
        ],
      },
    };

    expect(call.request).toMatchObject({ budget: 'binance-site' });
    expect(new URL(call.request.url).host).toBe('www.binance.com');
    expect(call.parse(json, NOW_MS)).toEqual({
      venue: 'binance',
      instrumentId: 'BTCUSDT',
      basis: 'notional-usd',
      tiers: [
        { floor: 0, cap: 3e5, maintenanceRate: 0.004, deductionUsd: 0, maxLeverage: 150 },
        { floor: 3e5, cap: 8e5, maintenanceRate: 0.005, deductionUsd: 300, maxLeverage: 100 },
      ],
      atMs: NOW_MS,
      source: 'venue',
    });
  });
});

describe('forced orders', () => {
  const stream = binance.forcedOrderStream!([bitcoin, pepe]);
  const order = (overrides: object = {}, st?: number) => ({
    e: 'forceOrder',
    E: NOW_MS,
    ...(st === undefined ? {} : { st }),
    o: {
      s: 'BTCUSDT',
      S: 'SELL',
      q: '0.5',
      p: '90000',
      ap: '90400',
      X: 'FILLED',
      l: '0.2',
      z: '0.4',
      T: NOW_MS - 5,
      ...overrides,
    },
  });
  const parse = (value: unknown) => stream.parse(JSON.stringify(value), [bitcoin, pepe], NOW_MS);

  test('a sell closes a long, counted by what was filled at the price it was filled at', () => {
    // 0.4 coins x 90,400 = 36,160 dollars.
    expect(parse(order())).toEqual([
      {
        atMs: NOW_MS - 5,
        venue: 'binance',
        base: 'BTC',
        side: 'long',
        orderPrice: 90_000,
        filledPrice: 90_400,
        quantityBase: 0.4,
        notionalUsd: 36_160,
      },
    ]);
    expect(parse(order({ S: 'BUY' }))[0]?.side).toBe('short');
  });

  test('coin-margined ones in the same stream are left out, USD-margined ones kept', () => {
    expect(parse(order({}, 2))).toEqual([]);
    expect(parse(order({ st: 2 }))).toEqual([]);
    expect(parse(order({}, 1))).toHaveLength(1);
  });

  test('are read alone, in a list and in a combined stream', () => {
    expect(parse([order(), order()])).toHaveLength(2);
    expect(parse({ stream: '!forceOrder@arr', data: order() })).toHaveLength(1);
  });

  test('of a thousand coins are coins at the price of one', () => {
    // 400 units x 1000 coins at 0.01 / 1000; 400 x 0.01 = 4 dollars.
    expect(parse(order({ s: '1000PEPEUSDT', z: '400', p: '0.0099', ap: '0.01' }))[0]).toMatchObject({
      base: 'PEPE',
      filledPrice: 0.00001,
      quantityBase: 400_000,
      notionalUsd: 4,
    });
  });

  test.each(['{"result":null,"id":1}', 'pong', '', '[]', '{"e":"markPriceUpdate"}'])(
    '%j holds none',
    (frame) => {
      expect(stream.parse(frame, [bitcoin], NOW_MS)).toEqual([]);
    },
  );

  test('a frame that claims one without being one is refused', () => {
    expect(() => parse({ e: 'forceOrder', o: { s: 'BTCUSDT' } })).toThrow(SchemaError);
  });

  test('come from the path that still carries data', () => {
    expect(stream.url).toBe('wss://fstream.binance.com/market/ws/!forceOrder@arr');
  });
});

describe('a refusal in the body', () => {
  const parse = (json: unknown) => () => binance.instruments().parse(json, NOW_MS);

  test('of a ban names when to come back', () => {
    const until = NOW_MS + 600_000;
    expect(parse({ code: -1003, msg: `Way too many requests; IP banned until ${until}.` })).toThrow(
      expect.objectContaining({ name: 'RateLimitedError', retryAtMs: until }),
    );
    expect(parse({ code: -1003, msg: 'Too many requests.' })).toThrow(RateLimitedError);
  });

  test('of a place is a refusal of the region', () => {
    expect(parse({ code: 0, msg: 'Service unavailable from a restricted location' })).toThrow(RegionError);
  });

  test('of anything else says what the venue said', () => {
    expect(parse({ code: -1121, msg: 'Invalid symbol.' })).toThrow(
      'the venue refuses with -1121: Invalid symbol.',
    );
  });
});

describe('the mark price by socket', () => {
  const stream = binance.markPriceStream!(pepe);
  /** As recorded, with this contract and time. */
  const frame = (overrides: object = {}) =>
    JSON.stringify({
      e: 'markPriceUpdate',
      E: NOW_MS,
      s: pepe.id,
      p: '0.00500000',
      i: '0.00500100',
      r: '0.00015640',
      T: NOW_MS + 3_600_000,
      ...overrides,
    });

  test('is that of one coin, with the next funding', () => {
    expect(stream.url).toBe(`wss://fstream.binance.com/market/ws/${pepe.id.toLowerCase()}@markPrice@1s`);
    expect(stream.parse(frame(), NOW_MS)).toEqual({
      atMs: NOW_MS,
      markPrice: 0.005 / pepe.multiplier,
      nextFundingAtMs: NOW_MS + 3_600_000,
    });
  });

  test('is not in other frames, and refused of another contract or without a price', () => {
    expect(stream.parse('{"result":null,"id":1}', NOW_MS)).toBeNull();
    expect(() => stream.parse(frame({ s: 'BTCUSDT' }), NOW_MS)).toThrow(SchemaError);
    expect(() => stream.parse(frame({ p: '0' }), NOW_MS)).toThrow(SchemaError);
  });
});

describe('tickers of all perpetuals', () => {
  const some = buildInstrument({ id: 'SUSDT', base: 'S' });
  const [premium, day, funding] = binance.tickers([bitcoin, some]);
  // Recorded in May 2021.
  const index = {
    symbol: 'BTCUSDT',
    markPrice: '45802.81129892',
    indexPrice: '45745.47701915',
    estimatedSettlePrice: '45133.91753671',
    lastFundingRate: '0.00063521',
    interestRate: '0.00010000',
    nextFundingTime: 1_621_267_200_000,
    time: 1_621_252_344_001,
  };
  // Recorded in July 2025.
  const ticker = {
    symbol: 'SUSDT',
    priceChange: '-0.0229000',
    priceChangePercent: '-6.777',
    lastPrice: '0.3150000',
    volume: '120588225',
    quoteVolume: '38709237.2289000',
  };

  test('tell price, funding and the day, and no open interest', () => {
    const [first, second] = mergeListed([
      premium!.parse([index, { ...index, symbol: 'SUSDT', markPrice: '0.315' }], NOW_MS),
      day!.parse([ticker, { ...ticker, symbol: 'BTCUSD_PERP' }], NOW_MS),
      funding!.parse([{ symbol: 'SUSDT', fundingIntervalHours: 4 }], NOW_MS),
    ]);

    expect(first).toEqual({
      id: 'BTCUSDT',
      price: 45_802.81129892,
      openInterestBase: null,
      // Not named in the list of other intervals: eight hours.
      fundingRate8h: 0.00063521,
      nextFundingAtMs: 1_621_267_200_000,
      turnoverUsd: null,
      dayChange: null,
    });
    expect(second).toMatchObject({ id: 'SUSDT', fundingRate8h: 0.00127042, turnoverUsd: 38_709_237.2289 });
    expect(second?.dayChange).toBeCloseTo(-0.06777, 12);
  });

  test('cost what the venue counts for all symbols', () => {
    expect([premium, day, funding].map((call) => call!.request.weight)).toEqual([10, 40, 1]);
  });
});

describe('a file of the archive', () => {
  /** 2025-10-07. */
  const DAY_S = 1_759_795_200;
  const COLUMNS = 'create_time,symbol,sum_open_interest,sum_open_interest_value';
  // As the archive has it, without the ratios.
  const FIRST = '2025-10-07 00:00:00,BTCUSDT,100243.0580000000000000,12494186585.4000000000000000';
  const SECOND = '2025-10-07 00:05:00,BTCUSDT,100180.7920000000000000,12491937936.1200000000000000';
  const call = binance.archivedOpenInterest!.page(bitcoin, { fromS: DAY_S, untilS: DAY_S });
  const read = (...rows: string[]) => call.parse([COLUMNS, ...rows, ''].join('\n'), NOW_MS);

  test('is one day of one contract', () => {
    expect(call.request).toMatchObject({
      url: 'https://data.binance.vision/data/futures/um/daily/metrics/BTCUSDT/BTCUSDT-metrics-2025-10-07.zip',
      form: 'zip',
    });
  });

  test('tells what stood open as the day began', () => {
    expect(read(FIRST, SECOND)).toEqual([{ atS: DAY_S, openInterestBase: 100_243.058 }]);
  });

  test('that is not there tells nothing', () => {
    expect(call.parse('', NOW_MS)).toEqual([]);
  });

  test('loses an odd row and no other', () => {
    expect(read(FIRST.replace('100243.0580000000000000', ''), SECOND)).toEqual([
      { atS: DAY_S, openInterestBase: 100_180.792 },
    ]);
  });

  test.each([
    ['of another day', [FIRST.replace('2025-10-07', '2025-10-08')]],
    ['of another contract', [FIRST.replace('BTCUSDT', 'BTCUSDC')]],
    ['that begins at noon', [FIRST.replace('00:00:00', '12:00:00')]],
    ['without rows', []],
  ])('%s is refused', (_, rows) => {
    expect(() => read(...rows)).toThrow(SchemaError);
  });

  test('without the columns is refused', () => {
    expect(() => call.parse('<html></html>', NOW_MS)).toThrow(/column create_time/);
    expect(() => call.parse({}, NOW_MS)).toThrow(/a table/);
  });
});
