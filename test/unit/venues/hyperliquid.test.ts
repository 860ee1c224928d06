import { describe, expect, test } from 'vitest';
import { SchemaError } from '../../../core/market/errors.ts';
import { hyperliquid } from '../../../core/venues/hyperliquid/hyperliquid.ts';
import { mergeListed } from '../../../core/venues/merge-listed.ts';
import { mergeTickers } from '../../../core/venues/merge-tickers.ts';
import { buildInstrument } from '../../support/instruments.ts';

/** 2026-01-12T00:12:30Z. */
const NOW_MS = 1_768_176_750_000;
const MIDNIGHT_S = 1_768_176_000;
const bitcoin = buildInstrument({ venue: 'hyperliquid', id: 'BTC', quote: 'USDC' });
const pepe = buildInstrument({
  venue: 'hyperliquid',
  id: 'kPEPE',
  base: 'PEPE',
  quote: 'USDC',
  multiplier: 1000,
});

const meta = {
  universe: [
    { szDecimals: 5, name: 'BTC', maxLeverage: 40, marginTableId: 56 },
    { szDecimals: 1, name: 'MATIC', maxLeverage: 20, marginTableId: 20, isDelisted: true },
    { szDecimals: 0, name: 'kPEPE', maxLeverage: 10, marginTableId: 10 },
  ],
  marginTables: [
    [
      56,
      {
        description: 'tiered40x',
        marginTiers: [
          { lowerBound: '0.0', maxLeverage: 40 },
          { lowerBound: '150000000.0', maxLeverage: 20 },
        ],
      },
    ],
  ],
};

test('instruments leave delisted ones out and split the coins of a thousand', () => {
  const found = hyperliquid.instruments().parse(meta, NOW_MS);

  expect(found.map(({ id, base, multiplier }) => [id, base, multiplier])).toEqual([
    ['BTC', 'BTC', 1],
    ['kPEPE', 'PEPE', 1000],
  ]);
  // Six decimals less five of the size; six decimals for one of a thousand coins.
  expect(found[0]?.tickSize).toBeCloseTo(0.1, 12);
  expect(found[1]?.tickSize).toBeCloseTo(1e-9, 15);
});

describe('builders', () => {
  const nvidia = buildInstrument({ venue: 'hyperliquid', id: 'xyz:NVDA', base: 'NVDA', quote: 'USD' });
  const bodyOf = ({ request }: { readonly request: { readonly body: string | null } }): unknown =>
    JSON.parse(request.body ?? 'null');

  test('are those that the venue names, and each is asked for its markets', () => {
    const list = hyperliquid.instruments().next!(meta)!;
    // Recorded in September 2026, the first place is the exchange itself.
    const answer = [null, { name: 'xyz', fullName: 'XYZ' }, { name: 'cash' }];
    const first = list.next!(answer)!;
    const second = first.next!(null)!;

    expect([list, first, second].map(bodyOf)).toEqual([
      { type: 'perpDexs' },
      { type: 'meta', dex: 'xyz' },
      { type: 'meta', dex: 'cash' },
    ]);
    expect(list.parse(answer, NOW_MS)).toEqual([]);
    expect(second.next!(null)).toBeNull();
    expect(list.next!([null])).toBeNull();
  });

  test('list shares, also under the name of a coin, as shares', () => {
    const universe = ['xyz:NVDA', 'xyz:CAT'].map((name) => ({ szDecimals: 3, name, maxLeverage: 20 }));
    const found = hyperliquid.instruments().parse({ universe, collateralToken: 268 }, NOW_MS);

    expect(found).toMatchObject([
      { id: 'xyz:NVDA', base: 'NVDA', quote: 'USD' },
      { id: 'xyz:CAT', base: 'CAT', assetClass: 'equity', quote: 'USD' },
    ]);
  });

  test('are named in every question about a market of theirs', () => {
    const [ticker] = hyperliquid.ticker(nvidia);
    const position = hyperliquid.publicPositions!.position(nvidia, '0x0');
    expect([ticker!, hyperliquid.tiers!(nvidia), position].map(bodyOf)).toEqual([
      { type: 'metaAndAssetCtxs', dex: 'xyz' },
      { type: 'meta', dex: 'xyz' },
      { type: 'clearinghouseState', user: '0x0', dex: 'xyz' },
    ]);
  });
});

describe('candles', () => {
  const row = (openS: number, overrides: object = {}) => ({
    t: openS * 1000,
    T: openS * 1000 + 299_999,
    s: 'kPEPE',
    i: '5m',
    o: '0.012',
    h: '0.014',
    l: '0.010',
    c: '0.012',
    v: '500',
    n: 3,
    ...overrides,
  });
  const call = hyperliquid.candles('5m').page(pepe, { fromS: MIDNIGHT_S, untilS: MIDNIGHT_S + 600 });

  test('of a thousand coins leave as coins; the turnover is at the middle of the candle', () => {
    // The row before the range is what the venue adds of its own. 500 x 0.012 = 6 dollars.
    const candles = call.parse(
      [-300, 0, 300, 600].map((offset) => row(MIDNIGHT_S + offset)),
      NOW_MS,
    );
    expect(candles.map(({ openTimeS }) => openTimeS - MIDNIGHT_S)).toEqual([0, 300]);
    expect(candles[0]).toMatchObject({ open: 0.000012, volumeBase: 500_000, takerBuyBase: null });
    expect(candles[0]?.turnoverUsd).toBeCloseTo(6, 12);
  });

  test('of another coin or interval are refused', () => {
    expect(() => call.parse([row(MIDNIGHT_S, { s: 'PEPE' })], NOW_MS)).toThrow(SchemaError);
    expect(() => call.parse([row(MIDNIGHT_S, { i: '1h' })], NOW_MS)).toThrow(SchemaError);
  });

  test('are a POST whose weight grows with the rows', () => {
    expect(call.request).toEqual({
      url: 'https://api.hyperliquid.xyz/info',
      method: 'POST',
      body: JSON.stringify({
        type: 'candleSnapshot',
        req: {
          coin: 'kPEPE',
          interval: '5m',
          startTime: MIDNIGHT_S * 1000,
          endTime: (MIDNIGHT_S + 600) * 1000,
        },
      }),
      budget: 'hyperliquid',
      weight: 21,
    });
  });

  test('reach no further back than five thousand', () => {
    expect(hyperliquid.candles('5m').depthS).toBe(4999 * 300);
  });
});

describe('ticker', () => {
  const context = {
    funding: '0.0000125',
    openInterest: '20000',
    oraclePx: '90950',
    markPx: '90900',
    midPx: null,
  };
  const [call] = hyperliquid.ticker(bitcoin);

  test('reads the context at the place of the coin; hourly funding becomes that of eight hours', () => {
    const contexts = [context, { markPx: '0' }, { ...context, markPx: '0.01' }];
    expect(mergeTickers([call!.parse([meta, contexts], NOW_MS)])).toEqual({
      atMs: NOW_MS,
      markPrice: 90_900,
      indexPrice: 90_950,
      openInterestBase: 20_000,
      fundingRate8h: 0.0001,
      // 01:00.
      nextFundingAtMs: (MIDNIGHT_S + 3600) * 1000,
      fundingIntervalHours: 1,
    });
  });

  test('is refused when contexts and coins do not match, or the coin is missing', () => {
    expect(() => call!.parse([meta, [context]], NOW_MS)).toThrow(SchemaError);
    expect(() => call!.parse([{ universe: [{ name: 'ETH' }] }, [context]], NOW_MS)).toThrow(SchemaError);
  });
});

test('depth is in coins', () => {
  const book = {
    coin: 'BTC',
    levels: [[{ px: '100', sz: '2', n: 1 }], [{ px: '101', sz: '4', n: 2 }]],
    time: NOW_MS,
  };
  expect(hyperliquid.depth(bitcoin).parse(book, NOW_MS)).toEqual({
    atMs: NOW_MS,
    bids: [{ price: 100, quantityBase: 2 }],
    asks: [{ price: 101, quantityBase: 4 }],
  });
  expect(() => hyperliquid.depth(pepe).parse(book, NOW_MS)).toThrow(SchemaError);
});

describe('tiers', () => {
  test('ask for half of the initial margin, continuous over the bound', () => {
    // 0.5 / 40 and 0.5 / 20; 150 million x (0.025 - 0.0125) = 1.875 million.
    expect(hyperliquid.tiers!(bitcoin).parse(meta, NOW_MS)).toMatchObject({
      basis: 'notional-usd',
      tiers: [
        { floor: 0, cap: 150e6, maintenanceRate: 0.0125, deductionUsd: 0, maxLeverage: 40 },
        { floor: 150e6, cap: 1e12, maintenanceRate: 0.025, deductionUsd: 1.875e6, maxLeverage: 20 },
      ],
    });
  });

  test('of an unlisted table are one, whose leverage is its id', () => {
    expect(hyperliquid.tiers!(pepe).parse(meta, NOW_MS).tiers).toEqual([
      { floor: 0, cap: 1e12, maintenanceRate: 0.05, deductionUsd: 0, maxLeverage: 10 },
    ]);
  });

  test('of a missing table are refused', () => {
    expect(() => hyperliquid.tiers!(bitcoin).parse({ ...meta, marginTables: [] }, NOW_MS)).toThrow(
      SchemaError,
    );
  });
});

test('an answer of null is refused', () => {
  expect(() => hyperliquid.instruments().parse(null, NOW_MS)).toThrow(SchemaError);
});

describe('public positions', () => {
  const source = hyperliquid.publicPositions;
  if (source === null) throw new Error('no public positions');
  const [alice, bob, carol] = ['a', 'b', 'c'].map((digit) => `0x${digit.repeat(40)}`);

  test('are found by both sides of the latest trades, each account once', () => {
    const call = hyperliquid.publicPositions?.traders(bitcoin);
    const trade = (users: readonly unknown[]) => ({
      coin: 'BTC',
      side: 'A',
      px: '1',
      sz: '1',
      time: NOW_MS,
      users,
    });

    const found = call?.parse([trade([alice, bob]), trade([bob, `0x${'C'.repeat(40)}`])], NOW_MS);

    expect(call?.request.body).toBe('{"type":"recentTrades","coin":"BTC"}');
    expect(found).toEqual([alice, bob, carol]);
  });

  test('are refused when the trades are of another coin or name no account', () => {
    const { parse } = source.traders(bitcoin);

    expect(() => parse([{ coin: 'ETH', time: NOW_MS, users: [alice, bob] }], NOW_MS)).toThrow(SchemaError);
    expect(() => parse([{ coin: 'BTC', time: NOW_MS, users: ['0x12', bob] }], NOW_MS)).toThrow(
      'recentTrades.0.users.0',
    );
  });

  const account = (position: object) => ({ time: NOW_MS, assetPositions: [{ type: 'oneWay', position }] });

  test('are read with their side, in coins and with the price that the venue gives', () => {
    const call = hyperliquid.publicPositions?.position(pepe, alice ?? '');

    const position = call?.parse(
      account({ coin: 'kPEPE', szi: '-250.0', entryPx: '0.012', liquidationPx: '0.0156' }),
      NOW_MS,
    );

    expect(call?.request).toMatchObject({
      weight: 2,
      body: `{"type":"clearinghouseState","user":"${alice}"}`,
    });
    expect(position).toEqual({
      atS: NOW_MS / 1000,
      side: 'short',
      sizeBase: 250_000,
      entryPrice: 0.012 / 1000,
      liquidationPrice: 0.0156 / 1000,
    });
  });

  test('have no liquidation price where the venue gives none, or none above zero', () => {
    const { parse } = source.position(bitcoin, alice ?? '');
    const long = { coin: 'BTC', szi: '0.5', entryPx: '90000.0' };

    expect(parse(account({ ...long, liquidationPx: null }), NOW_MS)?.liquidationPrice).toBeNull();
    expect(parse(account({ ...long, liquidationPx: '-12.5' }), NOW_MS)?.liquidationPrice).toBeNull();
  });

  test('are none for an account that holds other coins only, or nothing', () => {
    const { parse } = source.position(bitcoin, alice ?? '');
    const other = { coin: 'ETH', szi: '3.0', entryPx: '3000.0', liquidationPx: '2500.0' };

    expect(parse(account(other), NOW_MS)).toBeNull();
    expect(parse({ time: NOW_MS, assetPositions: [] }, NOW_MS)).toBeNull();
  });
});

describe('the leaderboard', () => {
  const row = (digit: string, valueUsd: string) =>
    `{"ethAddress":"0x${digit.repeat(40)}","accountValue":"${valueUsd}","windowPerformances":[["day",{"pnl":"1.0"}]],"displayName":null}`;
  const file = `{"leaderboardRows":[${[row('1', '50.5'), row('2', '900.0'), row('3', '7.0'), row('4', '80.25')].join(',')}]}`;
  const largest = (parts: readonly string[], count: number): readonly string[] => {
    const scan = hyperliquid.publicPositions?.leaderboard.scan(count);
    for (const part of parts) scan?.push(part);
    return scan?.traders() ?? [];
  };

  test('gives the largest accounts, the largest first', () => {
    expect(largest([file], 2)).toEqual([`0x${'2'.repeat(40)}`, `0x${'4'.repeat(40)}`]);
  });

  test('is read the same wherever its parts are cut', () => {
    for (let size = 1; size < file.length; size += 17) {
      const parts = Array.from({ length: Math.ceil(file.length / size) }, (_, index) =>
        file.slice(index * size, (index + 1) * size),
      );
      expect(largest(parts, 3)).toEqual(largest([file], 3));
    }
  });

  test('gives nobody where the file looks otherwise', () => {
    expect(largest(['{"leaderboardRows":[{"user":"0x12"}]}'], 3)).toEqual([]);
  });
});

describe('tickers of all perpetuals', () => {
  const sol = buildInstrument({ venue: 'hyperliquid', id: 'SOL', base: 'SOL', quote: 'USDC' });
  const nvidia = buildInstrument({
    venue: 'hyperliquid',
    id: 'xyz:NVDA',
    base: 'NVDA',
    assetClass: 'equity',
  });

  test('are one answer of the exchange and one of each builder', () => {
    const bodies = hyperliquid.tickers([sol, bitcoin, nvidia]).map(({ request }) => request.body);

    expect(bodies).toEqual(['{"type":"metaAndAssetCtxs"}', '{"type":"metaAndAssetCtxs","dex":"xyz"}']);
  });

  test('tell coins of one side, hourly funding as of eight hours, and the day', () => {
    const [call] = hyperliquid.tickers([sol]);
    /** As others have recorded it. */
    const context = {
      dayNtlVlm: '9450588.2273',
      funding: '0.0000198',
      impactPxs: ['108.04', '108.06'],
      markPx: '108.04',
      midPx: '108.05',
      openInterest: '10764.48',
      oraclePx: '107.99',
      premium: '0.00055561',
      prevDayPx: '111.81',
    };
    const universe = [{ maxLeverage: 50, name: 'SOL', onlyIsolated: false, szDecimals: 2 }, { name: 'GONE' }];
    const [told, ...others] = mergeListed([call!.parse([{ universe }, [context, {}]], NOW_MS)]);

    expect(others).toEqual([]);
    expect(told).toMatchObject({
      id: 'SOL',
      price: 108.04,
      openInterestBase: 10_764.48,
      turnoverUsd: 9_450_588.2273,
      nextFundingAtMs: 1_768_179_600_000,
    });
    expect(told?.fundingRate8h).toBeCloseTo(0.0001584, 12);
    expect(told?.dayChange).toBeCloseTo(108.04 / 111.81 - 1, 12);
  });
});
