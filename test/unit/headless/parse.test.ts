import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../core/headless/args.ts';
import { runParse } from '../../../core/headless/parse.ts';

const folder = mkdtempSync(join(tmpdir(), 'parse-'));

function file(content: unknown, name = 'answers.json'): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const parse = (...entries: readonly object[]): readonly unknown[] =>
  JSON.parse(runParse([file(entries)])) as readonly unknown[];

/** Recorded from the venue on 17 September 2026. */
const GATE_STATISTICS = {
  time: 1_789_658_100,
  open_interest: 652_621_356,
  open_interest_usd: 4_987_325_876.33844,
  mark_price: 76_419.9,
  lsr_account: 1.5100772844370358,
};

describe('one result for each entry', () => {
  test('in coins of one side, whatever the venue counts', () => {
    const [history, ticker, bybit, okx] = parse(
      {
        venue: 'gate',
        what: 'openInterestHistory',
        payload: [GATE_STATISTICS],
        instrument: { id: 'BTC_USDT', base: 'BTC', contractSize: 0.0001 },
      },
      // Recorded on 11 September 2026, in one minute with the list of contracts: position_size 320,443,501.
      {
        venue: 'gate',
        what: 'ticker',
        payload: [
          {
            contract: 'BTC_USDT',
            mark_price: '77755.8',
            index_price: '77786.25',
            funding_rate: '0.000016',
            total_size: '640887002',
            quanto_multiplier: '0.0001',
          },
        ],
      },
      {
        venue: 'bybit',
        what: 'openInterest',
        payload: {
          retCode: 0,
          retMsg: 'OK',
          result: {
            category: 'linear',
            list: [
              {
                symbol: 'BTCUSDT',
                markPrice: '77766.70',
                openInterest: '53262.861',
                singleOpenInterest: '26631.431',
              },
            ],
          },
          time: 1_789_147_120_443,
        },
      },
      {
        venue: 'okx',
        what: 'openInterest',
        payload: {
          code: '0',
          data: [
            {
              instId: 'BTC-USDT-SWAP',
              oi: '2760021.94000001204',
              oiCcy: '27600.2194000001204',
              ts: '1789147120395',
            },
          ],
        },
      },
    );

    expect(history).toEqual([{ atS: 1_789_658_100, openInterestBase: 32_631.0678 }]);
    expect(ticker).toMatchObject({
      atMs: null,
      markPrice: 77_755.8,
      openInterestBase: expect.closeTo(32_044.3501, 9),
    });
    expect(bybit).toEqual({ atMs: 1_789_147_120_443, openInterestBase: 26_631.431 });
    expect(okx).toEqual({ atMs: 1_789_147_120_395, openInterestBase: expect.closeTo(27_600.2194, 9) });
  });

  test('of instruments with their class, also where the name alone would tell it', () => {
    const contract = { type: 'direct', status: 'trading', in_delisting: false, order_price_round: '0.01' };
    const payload = [
      { ...contract, name: 'XAU_USDT', quanto_multiplier: '0.0001', contract_type: 'metals' },
      { ...contract, name: 'BTC_USDT', quanto_multiplier: '0.0001', contract_type: '' },
    ];

    expect(parse({ venue: 'gate', what: 'instruments', payload })[0]).toMatchObject([
      { base: 'XAU', assetClass: 'commodity' },
      { base: 'BTC', assetClass: 'crypto' },
    ]);
  });

  test('of forced orders as the market filled them', () => {
    // Recorded on 12 September 2026.
    const row = {
      contract: 'AKE_USDT',
      left: '0',
      size: '-1835',
      order_size: '309',
      fill_price: '0.0164213873774757',
      order_price: '0.0170671',
      time: 1_789_242_156,
    };
    const instrument = { id: 'AKE_USDT', base: 'AKE', contractSize: 10 };
    expect(parse({ venue: 'gate', what: 'forcedOrders', payload: [row], instrument })[0]).toMatchObject([
      { base: 'AKE', side: 'short', quantityBase: 3090, filledPrice: 0.0164213873774757 },
    ]);
  });

  test('or what is wrong with it, and no other suffers', () => {
    const [wrong, right] = parse(
      {
        venue: 'okx',
        what: 'depth',
        payload: { code: '51001', msg: 'Instrument ID does not exist', data: [] },
      },
      {
        venue: 'hyperliquid',
        what: 'depth',
        payload: { coin: 'BTC', levels: [[], []], time: 1_700_000_000_000 },
      },
    );

    expect(wrong).toEqual({ error: expect.stringContaining('contractSize') });
    expect(right).toEqual({ atMs: 1_700_000_000_000, bids: [], asks: [] });
  });
});

describe('what a payload does not say', () => {
  test('of a contract is found in its own figures, where they tell it', () => {
    expect(parse({ venue: 'gate', what: 'openInterestHistory', payload: [GATE_STATISTICS] })).toEqual([
      [{ atS: 1_789_658_100, openInterestBase: 32_631.0678 }],
    ]);
    const candle = {
      t: 1_789_658_100,
      o: '76400',
      h: '76500',
      l: '76300',
      c: '76420',
      v: 10_000,
      sum: '76410',
    };
    expect(parse({ venue: 'gate', what: 'candles', payload: [candle] })[0]).toMatchObject([
      { volumeBase: 1 },
    ]);
  });

  test('of a contract is asked for where they do not', () => {
    const level = { p: '100', s: 5 };
    const book = { current: 1_700_000_000.5, bids: [level], asks: [] };
    const [error] = parse({ venue: 'gate', what: 'depth', payload: book });
    expect(error).toEqual({ error: expect.stringContaining('sizes of this answer are contracts') });
  });

  test('of the time of reading is null, and neither age nor future refuses a recording', () => {
    const row = {
      instId: 'BTC-USDT-SWAP',
      fundingRate: '0.0001',
      fundingTime: '1634256000000',
      nextFundingTime: '1634284800000',
    };
    expect(parse({ venue: 'okx', what: 'fundingRate', payload: { code: '0', data: [row] } })[0]).toEqual({
      atMs: null,
      nextFundingAtMs: 1_634_256_000_000,
      fundingRate: 0.0001,
      fundingIntervalHours: 8,
      fundingRate8h: 0.0001,
    });
  });

  test('of several instruments, each has a result with its id', () => {
    const rows = ['BTC-USDT-SWAP', 'ETH-USDT-SWAP'].map((instId) => ({
      instId,
      oiCcy: '7',
      ts: '1789147120395',
    }));
    expect(
      parse({ venue: 'okx', what: 'openInterest', payload: { code: '0', data: rows } })[0],
    ).toMatchObject([
      { id: 'BTC-USDT-SWAP', openInterestBase: 7 },
      { id: 'ETH-USDT-SWAP', openInterestBase: 7 },
    ]);
  });

  test('of several instruments, forced orders are those of all', () => {
    const row = (symbol: string, ts: number) => ({ symbol, side: 'buy', price: '2', amount: '3', ts });
    const list = [row('APEUSDT', 1_777_358_886_549), row('IPUSDT', 1_777_358_876_983)];
    const payload = { code: '00000', data: { list } };
    expect(parse({ venue: 'bitget', what: 'forcedOrders', payload })[0]).toMatchObject([
      { base: 'IP', quantityBase: 3 },
      { base: 'APE', quantityBase: 3 },
    ]);
  });

  test('a thousand coins in the name are coins in the result', () => {
    const payload = { symbol: '1000PEPEUSDT', openInterest: '5', time: 1_700_000_000_000 };
    expect(parse({ venue: 'binance', what: 'openInterest', payload })[0]).toMatchObject({
      openInterestBase: 5000,
    });
  });

  test('amounts of coin-margined contracts are not taken for coins', () => {
    const payload = {
      symbol: 'ETHUSD_PERP',
      pair: 'ETHUSD',
      openInterest: '26542436',
      time: 1_677_360_272_224,
    };
    expect(parse({ venue: 'binance', what: 'openInterest', payload })).toEqual([
      { error: 'instrument: ETHUSD_PERP is not linear: its amounts are not coins' },
    ]);
  });

  test('nor by the word of who names one, not in orders either', () => {
    const details = [{ bkPx: '26000', posSide: 'short', side: 'buy', sz: '13', ts: '1692266434010' }];
    const swap = { instId: 'BTC-USD-SWAP', instFamily: 'BTC-USD', instType: 'SWAP', details };
    const arg = { channel: 'liquidation-orders', instType: 'SWAP' };
    const answers = parse(
      {
        venue: 'okx',
        what: 'forcedOrderFrame',
        payload: { arg, data: [swap] },
        instrument: { id: 'BTC-USD-SWAP', base: 'BTC', contractSize: 100 },
      },
      {
        venue: 'binance',
        what: 'openInterest',
        payload: { symbol: 'ETHUSD_PERP', openInterest: '26542436', time: 1_677_360_272_224 },
        instrument: { id: 'ETHUSD_PERP', base: 'ETH', contractSize: 10 },
      },
    );

    const refusal = 'is not linear: its amounts are not coins';
    expect(answers).toEqual([
      { error: `instrument: BTC-USD-SWAP ${refusal}` },
      { error: `instrument: ETHUSD_PERP ${refusal}` },
    ]);
  });

  test('nor is the volume of all OKX contracts taken for the open interest of one', () => {
    // Recorded by ccxt: time, dollars of open interest, dollars of volume.
    const payload = { code: '0', msg: '', data: [['1648221300000', '2183354317.945', '74285877.617']] };
    expect(parse({ venue: 'okx', what: 'openInterestHistory', payload })[0]).toHaveProperty('error');
  });
});

test('candles that were still open when the venue answered are left out, and one row alone is read', () => {
  const row = (openS: number) => [String(openS * 1000), '100', '110', '90', '105', '20', '2050'];
  const payload = {
    code: '00000',
    requestTime: 1_695_836_350_000,
    data: [1_695_835_800, 1_695_836_100].map(row),
  };
  const [closed, alone] = parse(
    { venue: 'bitget', what: 'candles', payload },
    { venue: 'bitget', what: 'candles', payload: row(1_645_911_960) },
  );

  expect(closed).toMatchObject([{ openTimeS: 1_695_835_800 }]);
  expect(alone).toMatchObject([{ openTimeS: 1_645_911_960 }]);
});

test('a frame is read as an object, as text, and in a list of frames', () => {
  const frame = {
    topic: 'allLiquidation.ROSEUSDT',
    data: [{ T: 1_739_502_302_929, s: 'ROSEUSDT', S: 'Sell', v: '20000', p: '0.04499' }],
  };
  const results = [frame, JSON.stringify(frame), [{ op: 'pong' }, frame]].map(
    (payload) =>
      parse({
        venue: 'bybit',
        what: 'forcedOrderFrame',
        payload,
      })[0],
  );

  expect(results[0]).toMatchObject([{ base: 'ROSE', side: 'short', quantityBase: 20_000 }]);
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

describe('a file that is wrong', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', '{', 'answers.json'],
    ['no array', {}, 'expected an array of { venue, what, payload }'],
    ['a row that is none', [7], 'row 1: expected an object with venue, what and payload'],
    ['an unknown venue', [{ venue: 'mtgox', what: 'ticker', payload: {} }], 'row 1, venue'],
    [
      'an unknown kind',
      [
        { venue: 'okx', what: 'ticker', payload: {} },
        { venue: 'okx', what: 'wind' },
      ],
      'row 2, what',
    ],
  ])('with %s is refused in one line', (_what, content, message) => {
    const path = file(content);
    expect(() => runParse([path])).toThrow(InputError);
    expect(() => runParse([path])).toThrow(message);
  });

  test('or that is not there', () => {
    expect(() => runParse([join(folder, 'absent.json')])).toThrow(InputError);
    expect(() => runParse([])).toThrow('expected a file');
  });
});

test('takes --json', () => {
  expect(runParse(['--json', file([])])).toBe('[]');
});
