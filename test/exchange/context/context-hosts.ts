import { leaderboard } from '../venues/hyperliquid/accounts.ts';
import { createRandom, mixSeed } from '../market/random.ts';
import {
  type ApiRequest,
  type ApiResponse,
  BadRequest,
  ok,
  timeOf,
  type VenueApi,
} from '../venues/venue-api.ts';
import { calendarWeek } from './calendar.ts';
import { bitboPage, coinMarketCapChart } from './fund-flows.ts';

const HOUR_MS = 3_600_000;

/** Deribit's index: rows of time, open, high, low and close, hourly. */
function volatilityIndex({ query, nowMs }: ApiRequest): ApiResponse {
  const [startMs, endMs] = [timeOf(query, 'start_timestamp'), timeOf(query, 'end_timestamp')];
  if (startMs === null || endMs === null) throw new BadRequest('Invalid params');
  const data: number[][] = [];
  for (let atMs = Math.ceil(startMs / HOUR_MS) * HOUR_MS; atMs <= Math.min(endMs, nowMs); atMs += HOUR_MS) {
    const close = 44 + 2 * createRandom(mixSeed(11, atMs / HOUR_MS)).normal();
    data.push([atMs, close, close + 0.4, close - 0.4, close].map((value) => Number(value.toFixed(2))));
  }
  return ok({ jsonrpc: '2.0', result: { data, continuation: null }, usIn: nowMs * 1000, testnet: false });
}

const host = (name: string, routes: VenueApi['routes']): VenueApi => ({
  venue: null,
  hosts: [name],
  routes,
  notFound: () => ({ status: 404, body: { error: 'not found' } }),
  badRequest: (message) => ({ status: 400, body: { error: { code: -32602, message } } }),
  headers: () => ({}),
});

/** Keyless sources of what surrounds a market. */
export const CONTEXT_HOSTS: readonly VenueApi[] = [
  host('api.coinmarketcap.com', { '/data-api/v3/etf/overview/netflow/chart': coinMarketCapChart }),
  host('bitbo.io', { '/treasuries/etf-flows/': bitboPage }),
  host('nfs.faireconomy.media', { '/ff_calendar_thisweek.json': calendarWeek }),
  host('stats-data.hyperliquid.xyz', { '/Mainnet/leaderboard': leaderboard }),
  host('www.deribit.com', { '/api/v2/public/get_volatility_index_data': volatilityIndex }),
];
