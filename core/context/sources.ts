import { type HoldingsDay, parseCoinGeckoHoldings } from './corporate-holdings.ts';
import { type CalendarEvent, parseCalendar } from './economic-calendar.ts';
import { type FlowDay, parseBitboFlows, parseCoinMarketCapFlows } from './fund-flows.ts';
import { parseVolatilityIndex, type VolatilityPoint } from './implied-volatility.ts';
import { DAY_MS, HOUR_MS } from '../market/time.ts';

/** A keyless public source of context: optional, behind its own permission, failing alone. */
export interface ContextSource<T> {
  readonly id: string;
  readonly figure: 'etf' | 'events' | 'dvol' | 'treasuries';
  /** What the user is told. */
  readonly name: string;
  /** Host permission that it needs. */
  readonly origin: string;
  /** Address to get as text. */
  readonly url: (nowMs: number) => string;
  /** Time between two requests, at least. */
  readonly everyMs: number;
  /** An answer older than this is shown as stale. */
  readonly staleAfterMs: number;
  /** @throws SchemaError, RateLimitedError */
  readonly parse: (text: string, nowMs: number) => T;
}

/** Fund flows of days, the believed source first; the second is asked when the first fails. */
export const FLOW_CONTEXT: readonly ContextSource<readonly FlowDay[]>[] = [
  {
    id: 'coinmarketcap',
    figure: 'etf',
    name: 'CoinMarketCap',
    origin: 'https://api.coinmarketcap.com/*',
    url: () =>
      'https://api.coinmarketcap.com/data-api/v3/etf/overview/netflow/chart?category=btc&range=90d&convertId=2781',
    everyMs: 3 * HOUR_MS,
    staleAfterMs: 4 * DAY_MS,
    parse: parseCoinMarketCapFlows,
  },
  {
    id: 'bitbo',
    figure: 'etf',
    name: 'Bitbo',
    origin: 'https://bitbo.io/*',
    url: () => 'https://bitbo.io/treasuries/etf-flows/',
    everyMs: 6 * HOUR_MS,
    staleAfterMs: 4 * DAY_MS,
    parse: parseBitboFlows,
  },
];

/** This week's economic events. The source allows two requests in five minutes; one in three hours is asked. */
export const CALENDAR_CONTEXT: ContextSource<readonly CalendarEvent[]> = {
  id: 'faireconomy',
  figure: 'events',
  name: 'Forex Factory',
  origin: 'https://nfs.faireconomy.media/*',
  url: () => 'https://nfs.faireconomy.media/ff_calendar_thisweek.json',
  everyMs: 3 * HOUR_MS,
  staleAfterMs: DAY_MS,
  parse: parseCalendar,
};

/** Deribit's volatility index of the last two days, hourly; other coins have none. */
export const volatilityContext = (currency: 'BTC' | 'ETH'): ContextSource<readonly VolatilityPoint[]> => ({
  id: `deribit-${currency.toLowerCase()}`,
  figure: 'dvol',
  name: 'Deribit DVOL',
  origin: 'https://www.deribit.com/*',
  url: (nowMs) =>
    `https://www.deribit.com/api/v2/public/get_volatility_index_data?currency=${currency}&start_timestamp=${nowMs - 2 * DAY_MS}&end_timestamp=${nowMs}&resolution=3600`,
  everyMs: HOUR_MS / 2,
  staleAfterMs: 6 * HOUR_MS,
  parse: parseVolatilityIndex,
});

/** Bitcoin of listed companies. Without a key the host counts by address and names no number; two a day are asked. */
export const HOLDINGS_CONTEXT: ContextSource<HoldingsDay> = {
  id: 'coingecko',
  figure: 'treasuries',
  name: 'CoinGecko',
  origin: 'https://api.coingecko.com/*',
  url: () => 'https://api.coingecko.com/api/v3/companies/public_treasury/bitcoin',
  everyMs: 12 * HOUR_MS,
  staleAfterMs: 3 * DAY_MS,
  parse: parseCoinGeckoHoldings,
};

/** Every source that a user can allow. */
export const CONTEXT_SOURCES: readonly Pick<ContextSource<unknown>, 'id' | 'name' | 'origin'>[] = [
  ...FLOW_CONTEXT,
  CALENDAR_CONTEXT,
  volatilityContext('BTC'),
  HOLDINGS_CONTEXT,
  {
    id: 'hyperliquid-leaderboard',
    name: 'Hyperliquid leaderboard',
    origin: 'https://stats-data.hyperliquid.xyz/*',
  },
];
