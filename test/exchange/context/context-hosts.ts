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
const DAY_MS = 24 * HOUR_MS;

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

/** What companies have bought over the years, and a little more each day. */
function publicTreasury({ nowMs }: ApiRequest): ApiResponse {
  const holdings = (share: number) => Math.floor(share * (1_050_000 + 300 * (nowMs / DAY_MS - 20_450)));
  const company = (name: string, symbol: string, share: number) => ({
    name,
    symbol,
    country: 'US',
    total_holdings: holdings(share),
    total_entry_value_usd: holdings(share) * 66_000,
    total_current_value_usd: holdings(share) * 90_000,
    percentage_of_total_supply: Number((holdings(share) / 210_000).toFixed(3)),
  });
  const companies = [company('Strategy', 'MSTR.US', 0.64), company('MARA Holdings', 'MARA.US', 0.36)];
  const total = companies.reduce((sum, { total_holdings: coins }) => sum + coins, 0);
  return ok({
    total_holdings: total,
    total_value_usd: total * 90_000,
    market_cap_dominance: Number((total / 210_000).toFixed(2)),
    companies,
  });
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
  host('api.coingecko.com', { '/api/v3/companies/public_treasury/bitcoin': publicTreasury }),
  host('bitbo.io', { '/treasuries/etf-flows/': bitboPage }),
  host('nfs.faireconomy.media', { '/ff_calendar_thisweek.json': calendarWeek }),
  host('stats-data.hyperliquid.xyz', { '/Mainnet/leaderboard': leaderboard }),
  host('www.deribit.com', { '/api/v2/public/get_volatility_index_data': volatilityIndex }),
];
