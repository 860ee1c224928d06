import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import type { HttpRequest } from '../../../core/market/http-request.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import { INSTALLED_VENUES } from '../../../core/venues/origins.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { startExchange, type RunningExchange } from '../../exchange/start-exchange.ts';
import { createWorld } from '../support/fake-ports.ts';
import { portsTo } from '../support/simulated-world.ts';
import { startWorker } from '../support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const HOUR_MS = 3_600_000;

/** Of this machine: a request is never given up. */
const TIMEOUT_MS = 60_000;

// What is made of the answers is no question.
vi.mock(import('../../../core/service/publish.ts'), async (importOriginal) => ({
  ...(await importOriginal()),
  publish: async () => ({ warmUp: { done: true } }) as MarketReport,
}));

const world = createWorld(NOW_MS);
let exchange: RunningExchange;
beforeAll(async () => {
  exchange = await startExchange({ clock: () => world.nowMs, endsAtMs: NOW_MS });
}, 60_000);
afterAll(() => exchange.close(), 60_000);

/** What tells the questions to one path apart: the interval of bars, and what a body asks for. */
const kindOf = ({ url, body }: HttpRequest): string => {
  const { host, pathname, searchParams } = new URL(url);
  const interval = ['interval', 'bar', 'period', 'granularity'].map((name) => searchParams.get(name) ?? '');
  const { type = '', req } = JSON.parse(body ?? '{}') as { type?: string; req?: { interval: string } };
  return [host + pathname, type, req?.interval ?? '', ...interval].filter(Boolean).join(' ');
};

test('what six venues are asked in a day: the first load, eight minutes of alarms, a look each hour', async () => {
  world.settings = { ...world.settings, venues: INSTALLED_VENUES };
  const counts: Record<string, number> = {};
  const ports = portsTo(exchange, world, TIMEOUT_MS);
  const { http } = ports;
  const fetchJson: typeof http.fetchJson = (request) => {
    const kind = kindOf(request);
    // Which accounts are asked for depends on the order of answers.
    const isUnknown = kind.includes('clearinghouseState');
    // The archive is the user's to allow, and nobody has: no question leaves.
    if (!isUnknown && !kind.startsWith('data.binance.vision')) counts[kind] = (counts[kind] ?? 0) + 1;
    return http.fetchJson(request);
  };
  const service = startWorker({ ...ports, http: { ...http, fetchJson } }, VENUES);

  for (let atMs = 0; atMs < 24 * HOUR_MS; atMs += atMs < HOUR_MS / 7.5 ? HOUR_MS / 120 : HOUR_MS) {
    world.nowMs = Math.max(world.nowMs, NOW_MS + atMs);
    while (await service.poll('BTCUSDT'));
  }

  expect(counts).toEqual({
    'api.bitget.com/api/v2/mix/market/account-long-short 5m': 25,
    'api.bitget.com/api/v2/mix/market/candles 5m': 34,
    'api.bitget.com/api/v2/mix/market/current-fund-rate': 41,
    'api.bitget.com/api/v2/mix/market/history-candles 1H': 9,
    'api.bitget.com/api/v2/mix/market/merge-depth': 28,
    'api.bitget.com/api/v2/mix/market/query-position-lever': 1,
    'api.bitget.com/api/v2/mix/market/ticker': 41,
    'api.bitget.com/api/v3/market/instruments': 1,
    'api.bitget.com/api/v3/market/liquidations': 25,
    'api.bybit.com/v5/market/account-ratio 5min': 25,
    'api.bybit.com/v5/market/instruments-info': 3,
    'api.bybit.com/v5/market/kline 5': 35,
    'api.bybit.com/v5/market/kline 60': 7,
    'api.bybit.com/v5/market/open-interest': 74,
    'api.bybit.com/v5/market/orderbook': 28,
    'api.bybit.com/v5/market/risk-limit': 1,
    'api.bybit.com/v5/market/tickers': 41,
    'api.gateio.ws/api/v4/futures/usdt/candlesticks 1h': 5,
    'api.gateio.ws/api/v4/futures/usdt/candlesticks 5m': 31,
    'api.gateio.ws/api/v4/futures/usdt/contract_stats 1d': 5,
    'api.gateio.ws/api/v4/futures/usdt/contract_stats 5m': 138,
    'api.gateio.ws/api/v4/futures/usdt/contracts': 1,
    'api.gateio.ws/api/v4/futures/usdt/contracts/BTC_USDT': 41,
    'api.gateio.ws/api/v4/futures/usdt/liq_orders': 25,
    'api.gateio.ws/api/v4/futures/usdt/order_book 0': 28,
    'api.gateio.ws/api/v4/futures/usdt/risk_limit_tiers': 1,
    'api.hyperliquid.xyz/info candleSnapshot 1h': 4,
    'api.hyperliquid.xyz/info candleSnapshot 5m': 28,
    'api.hyperliquid.xyz/info l2Book': 28,
    'api.hyperliquid.xyz/info meta': 3,
    'api.hyperliquid.xyz/info metaAndAssetCtxs': 40,
    'api.hyperliquid.xyz/info perpDexs': 1,
    'api.hyperliquid.xyz/info recentTrades': 31,
    'fapi.binance.com/fapi/v1/depth': 28,
    'fapi.binance.com/fapi/v1/exchangeInfo': 1,
    'fapi.binance.com/fapi/v1/fundingRate': 4,
    'fapi.binance.com/fapi/v1/klines 1d': 3,
    'fapi.binance.com/fapi/v1/klines 1h': 7,
    'fapi.binance.com/fapi/v1/klines 5m': 35,
    'fapi.binance.com/fapi/v1/openInterest': 41,
    'fapi.binance.com/fapi/v1/premiumIndex': 41,
    'fapi.binance.com/futures/data/globalLongShortAccountRatio 5m': 25,
    'fapi.binance.com/futures/data/openInterestHist 1d': 2,
    'fapi.binance.com/futures/data/openInterestHist 5m': 43,
    'www.binance.com/bapi/futures/v1/friendly/future/common/brackets': 1,
    'www.okx.com/api/v5/market/books': 28,
    'www.okx.com/api/v5/market/candles 1H': 2,
    'www.okx.com/api/v5/market/candles 5m': 4,
    'www.okx.com/api/v5/market/history-candles 1H': 3,
    'www.okx.com/api/v5/market/history-candles 5m': 101,
    'www.okx.com/api/v5/public/funding-rate': 41,
    'www.okx.com/api/v5/public/instruments': 2,
    'www.okx.com/api/v5/public/liquidation-orders': 25,
    'www.okx.com/api/v5/public/mark-price': 41,
    'www.okx.com/api/v5/public/open-interest': 41,
    'www.okx.com/api/v5/public/position-tiers': 1,
    'www.okx.com/api/v5/rubik/stat/contracts/long-short-account-ratio-contract 5m': 25,
    'www.okx.com/api/v5/rubik/stat/contracts/open-interest-history 1Dutc': 5,
    'www.okx.com/api/v5/rubik/stat/contracts/open-interest-history 5m': 40,
  });
}, 120_000);
