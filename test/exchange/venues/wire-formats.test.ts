import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { JANUARY_2026 } from '../scenarios/january-2026.ts';
import { ask } from '../server/ask.ts';
import { type RunningExchange, startExchange } from '../start-exchange.ts';

const NOW = Date.UTC(2026, 0, 12, 12, 3, 20);

let exchange: RunningExchange;
beforeAll(async () => {
  const scenario = {
    ...JANUARY_2026,
    coins: JANUARY_2026.coins.filter((coin) => coin.base !== 'SOL' && coin.base !== 'ETH'),
  };
  exchange = await startExchange({ clock: () => NOW, scenario });
}, 60_000);
afterAll(() => exchange.close());

const get = async <T>(url: string, body?: unknown): Promise<T> =>
  (await ask(exchange.port, `https://${url}`, body)).json() as T;
const coins = (venue: 'binance' | 'bybit' | 'okx' | 'bitget' | 'gate' | 'hyperliquid') =>
  exchange.market.venueOpenInterestBase(venue, 'BTC');

describe('Binance', () => {
  test('gives twelve columns a candle, the one under way last, times in milliseconds', async () => {
    const rows = await get<unknown[][]>('fapi.binance.com/fapi/v1/klines?symbol=BTCUSDT&interval=5m&limit=3');
    expect(rows).toHaveLength(3);
    expect(rows[2]).toHaveLength(12);
    expect(rows[2]![0]).toBe(Math.floor(NOW / 300_000) * 300_000);
    expect(rows[2]![6]).toBe(Math.floor(NOW / 300_000) * 300_000 + 299_999);
  });

  test('keeps statistics of thirty days, five hundred rows a page', async () => {
    const url = 'fapi.binance.com/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&limit=9999';
    const rows = await get<{ timestamp: number }[]>(url);
    const tooOld = await get<{ code: number }>(`${url}&startTime=${NOW - 40 * 86_400_000}`);
    expect(rows).toHaveLength(500);
    expect(rows.at(-1)!.timestamp).toBe(Math.floor(NOW / 300_000) * 300_000);
    expect(tooOld.code).toBe(-1130);
  });

  test('refuses an unknown symbol in its own words', async () => {
    const answer = await ask(exchange.port, 'https://fapi.binance.com/fapi/v1/openInterest?symbol=NOPE');
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({ code: -1121, msg: 'Invalid symbol.' });
  });

  test('lists dated and settled contracts beside the perpetuals, and quotes pepe by the thousand', async () => {
    const info = await get<{ symbols: { symbol: string; contractType: string; status: string }[] }>(
      'fapi.binance.com/fapi/v1/exchangeInfo',
    );
    const pepe = await get<{ markPrice: string }>(
      'fapi.binance.com/fapi/v1/premiumIndex?symbol=1000PEPEUSDT',
    );
    expect(info.symbols.map((row) => row.contractType)).toContain('CURRENT_QUARTER');
    expect(info.symbols.map((row) => row.status)).toContain('SETTLING');
    expect(Number(pepe.markPrice)).toBeCloseTo(exchange.market.venuePrice('binance', 'PEPE') * 1000, 7);
  });

  test('counts the weight of requests in a header', async () => {
    const url = 'https://fapi.binance.com/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=1500';
    const first = Number((await ask(exchange.port, url)).headers['x-mbx-used-weight-1m']);
    const second = Number((await ask(exchange.port, url)).headers['x-mbx-used-weight-1m']);
    expect(second - first).toBe(10);
  });

  test('tells maintenance brackets whose amounts are continuous', async () => {
    const { data } = await get<{ data: { brackets: { riskBrackets: Record<string, number>[] }[] } }>(
      'www.binance.com/bapi/futures/v1/friendly/future/common/brackets',
      { symbol: 'BTCUSDT' },
    );
    const [first, second] = data.brackets[0]!.riskBrackets;
    // 300,000 x (0.005 - 0.004) = 300.
    expect(first!['cumFastMaintenanceAmount']).toBe(0);
    expect(second!['cumFastMaintenanceAmount']).toBe(300);
  });
});

describe('Bybit', () => {
  interface Page {
    readonly result: { readonly list: Record<string, string>[]; readonly nextPageCursor: string };
  }
  const history =
    'api.bybit.com/v5/market/open-interest?category=linear&symbol=BTCUSDT&intervalTime=5min&limit=200';

  test('counts both sides of open interest, and one beside it', async () => {
    const { result } = await get<Page>('api.bybit.com/v5/market/tickers?category=linear&symbol=BTCUSDT');
    expect(Number(result.list[0]!['openInterest'])).toBeCloseTo(2 * coins('bybit'), 1);
    expect(Number(result.list[0]!['singleOpenInterest'])).toBeCloseTo(coins('bybit'), 1);
  });

  test('pages open interest backwards by cursor without gap or repetition', async () => {
    const first = (await get<Page>(history)).result;
    const second = (await get<Page>(`${history}&cursor=${encodeURIComponent(first.nextPageCursor)}`)).result;
    const oldest = Number(first.list.at(-1)!['timestamp']);
    expect(first.list).toHaveLength(200);
    expect(Number(second.list[0]!['timestamp'])).toBe(oldest - 300_000);
  });

  test('gives candles newest first', async () => {
    const { result } = await get<{ result: { list: string[][] } }>(
      'api.bybit.com/v5/market/kline?category=linear&symbol=BTCUSDT&interval=60&limit=2',
    );
    expect(Number(result.list[0]![0]) - Number(result.list[1]![0])).toBe(3_600_000);
  });

  test('refuses with status 200 and a code', async () => {
    const answer = await ask(
      exchange.port,
      'https://api.bybit.com/v5/market/kline?category=linear&symbol=NOPE&interval=5',
    );
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ retCode: 10001 });
  });
});

describe('OKX', () => {
  interface Rows<T> {
    readonly code: string;
    readonly data: T[];
  }

  test('counts contracts of a hundredth of a bitcoin', async () => {
    const { data } = await get<Rows<{ oi: string; oiCcy: string }>>(
      'www.okx.com/api/v5/public/open-interest?instType=SWAP&instId=BTC-USDT-SWAP',
    );
    expect(Number(data[0]!.oi) * 0.01).toBeCloseTo(Number(data[0]!.oiCcy), 2);
    expect(Number(data[0]!.oiCcy)).toBeCloseTo(coins('okx'), 3);
  });

  test('keeps 1,440 rows of open interest and no more', async () => {
    const url =
      'www.okx.com/api/v5/rubik/stat/contracts/open-interest-history?instId=BTC-USDT-SWAP&period=5m';
    const recent = await get<Rows<string[]>>(`${url}&limit=100`);
    const older = await get<Rows<string[]>>(`${url}&limit=100&end=${NOW - 6 * 86_400_000}`);
    expect(recent.data).toHaveLength(100);
    expect(recent.data[0]).toHaveLength(4);
    expect(older.data).toEqual([]);
  });

  test('begins its days at midnight in Hong Kong unless they are utc', async () => {
    const url = 'www.okx.com/api/v5/market/candles?instId=BTC-USDT-SWAP&limit=1&bar=';
    const local = await get<Rows<string[]>>(`${url}1D`);
    const utc = await get<Rows<string[]>>(`${url}1Dutc`);
    expect(Number(local.data[0]![0])).toBe(Date.UTC(2026, 0, 11, 16));
    expect(Number(utc.data[0]![0])).toBe(Date.UTC(2026, 0, 12));
  });

  test('reports the side of the order and of the position for a liquidation', async () => {
    const { data } = await get<Rows<{ details: { side: string; posSide: string }[] }>>(
      'www.okx.com/api/v5/public/liquidation-orders?instType=SWAP&instFamily=BTC-USDT&state=filled',
    );
    const sides = new Set(data[0]!.details.map((row) => `${row.posSide} ${row.side}`));
    expect([...sides].every((pair) => pair === 'long sell' || pair === 'short buy')).toBe(true);
    expect(data[0]!.details.length).toBeGreaterThan(0);
  });
});

describe('Bitget, Gate and Hyperliquid', () => {
  test('Bitget holds open interest in coins and liquidations by the side of the position', async () => {
    const now = await get<{ data: { openInterestList: { size: string }[] } }>(
      'api.bitget.com/api/v2/mix/market/open-interest?symbol=BTCUSDT&productType=usdt-futures',
    );
    const dead = await get<{ data: { list: { side: string; symbol: string }[] } }>(
      'api.bitget.com/api/v3/market/liquidations?category=USDT-FUTURES&symbol=BTCUSDT&limit=100',
    );
    expect(Number(now.data.openInterestList[0]!.size)).toBeCloseTo(coins('bitget'), 3);
    expect(new Set(dead.data.list.map((row) => row.side))).toEqual(new Set(['buy', 'sell']));
  });

  test('Gate gives statistics of a bucket in contracts, stamped in seconds', async () => {
    const [row] = await get<Record<string, number>[]>(
      'api.gateio.ws/api/v4/futures/usdt/contract_stats?contract=BTC_USDT&interval=5m&limit=1',
    );
    expect(row!['time']).toBe(Math.floor(NOW / 300_000) * 300);
    expect(row!['open_interest']! * 0.0001 * row!['mark_price']!).toBeCloseTo(row!['open_interest_usd']!, -5);
  });

  test('Gate adds both sides in its statistics and counts one in its list of contracts', async () => {
    const [row] = await get<{ open_interest: number }[]>(
      'api.gateio.ws/api/v4/futures/usdt/contract_stats?contract=BTC_USDT&interval=5m&limit=1',
    );
    const contract = await get<{ position_size: number }>(
      'api.gateio.ws/api/v4/futures/usdt/contracts/BTC_USDT',
    );
    expect((row!.open_interest * 0.0001) / (2 * coins('gate'))).toBeCloseTo(1, 1);
    expect((contract.position_size * 0.0001) / coins('gate')).toBeCloseTo(1, 3);
  });

  test('Gate closes a large position in steps, each row with what the position still was', async () => {
    const at = Math.floor(NOW / 1000);
    const pages = await Promise.all(
      Array.from({ length: 24 }, (_, hour) =>
        get<{ time: number; size: number; order_size: number }[]>(
          `api.gateio.ws/api/v4/futures/usdt/liq_orders?contract=BTC_USDT&from=${at - (hour + 1) * 3600}&to=${at - hour * 3600}`,
        ),
      ),
    );
    const rows = pages.flat();
    const first = rows.find(({ size, order_size }) => Math.abs(order_size) < Math.abs(size))!;
    const second = rows.find(
      ({ time, size }) => time === first.time + 6 && size === first.size + first.order_size,
    );
    expect(second!.order_size).toBe(-second!.size);
    expect(rows.every(({ size, order_size }) => Math.sign(size) === -Math.sign(order_size))).toBe(true);
  });

  test('Gate refuses a limit beside a range', async () => {
    const answer = await ask(
      exchange.port,
      'https://api.gateio.ws/api/v4/futures/usdt/candlesticks?contract=BTC_USDT&interval=5m&from=1&limit=5',
    );
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ label: 'INVALID_PARAM_VALUE' });
  });

  test('Hyperliquid pays funding by the hour and keeps delisted coins in its universe', async () => {
    const [meta, contexts] = await get<
      [{ universe: { name: string; isDelisted?: boolean }[] }, { funding: string; openInterest: string }[]]
    >('api.hyperliquid.xyz/info', { type: 'metaAndAssetCtxs' });
    const bitcoin = contexts[0]!;
    expect(meta.universe.some((asset) => asset.isDelisted === true)).toBe(true);
    expect(contexts).toHaveLength(meta.universe.length);
    expect(Number(bitcoin.funding) * 8).toBeCloseTo(exchange.market.currentBar('BTC').fundingRate8h, 8);
    expect(Number(bitcoin.openInterest)).toBeCloseTo(coins('hyperliquid'), 2);
  });

  test('Hyperliquid answers a body that it does not know with 422', async () => {
    expect((await ask(exchange.port, 'https://api.hyperliquid.xyz/info', { type: 'nothing' })).status).toBe(
      422,
    );
  });
});
