import type { VenueId } from '../../../core/market/venue-id.ts';
import type { Market } from '../market/market.ts';
import { type CoinScenario, isListedOn, nameOn } from '../market/scenario.ts';

/** A trading site: its host, how its addresses name a market, and what it calls it. */
export interface Site {
  readonly venue: VenueId;
  readonly host: string;
  readonly name: string;
  readonly switches: 'path' | 'title';
  readonly symbolOf: (coin: CoinScenario) => string;
  readonly labelOf: (coin: CoinScenario) => string;
  /** Address of a market; the locale of the address that the visitor came by is kept. */
  readonly pathOf: (symbol: string, locale: string) => string;
  /** Locale and symbol of an address; null for pages that show no market. */
  readonly parse: (path: string) => { readonly locale: string; readonly symbol: string } | null;
  /** `{price}` and `{symbol}` are filled in. */
  readonly titleFormat: string;
}

/** What a site's venue lists. */
export const coinsOn = (market: Market, { venue }: Site): readonly CoinScenario[] =>
  market.scenario.coins.filter((coin) => isListedOn(coin, venue));

const LOCALE = '((?:/[a-z]{2}(?:-[A-Za-z]{2,4})?)?)';

const parseWith = (pattern: RegExp, symbolOf: (text: string) => string) => (path: string) => {
  const match = pattern.exec(path);
  return match === null ? null : { locale: match[1]!, symbol: symbolOf(match[2]!) };
};

const thousandsOn =
  (venue: VenueId) =>
  (coin: CoinScenario): string =>
    `${coin.multiplier === 1 ? '' : coin.multiplier}${nameOn(coin, venue)}USDT`;
const onBinance = thousandsOn('binance');
const onBybit = thousandsOn('bybit');
const upper = (text: string): string => text.toUpperCase();

export const SITES: readonly Site[] = [
  {
    venue: 'binance',
    host: 'www.binance.com',
    name: 'Binance',
    switches: 'path',
    symbolOf: onBinance,
    labelOf: (coin) => `${onBinance(coin)} Perp`,
    pathOf: (symbol, locale) => `${locale}/futures/${symbol}`,
    parse: parseWith(new RegExp(`^${LOCALE}/futures/([A-Z0-9_]{3,})/?$`), upper),
    titleFormat: '{price} | {symbol} | Binance Futures',
  },
  {
    venue: 'bybit',
    host: 'www.bybit.com',
    name: 'BYBIT',
    switches: 'path',
    symbolOf: onBybit,
    labelOf: (coin) => `${onBybit(coin)} Perpetual`,
    pathOf: (symbol, locale) => `${locale}/trade/usdt/${symbol}`,
    parse: parseWith(new RegExp(`^${LOCALE}/trade/usdt/([A-Z0-9-]+)/?$`), upper),
    titleFormat: '{price} | {symbol} | Bybit',
  },
  {
    venue: 'okx',
    host: 'www.okx.com',
    name: 'OKX',
    switches: 'path',
    symbolOf: (coin) => `${nameOn(coin, 'okx')}-USDT-SWAP`,
    labelOf: (coin) => `${nameOn(coin, 'okx')}USDT Perpetual`,
    pathOf: (symbol, locale) => `${locale}/trade-swap/${symbol.toLowerCase()}`,
    parse: parseWith(new RegExp(`^${LOCALE}/trade-swap/([a-z0-9-]+)/?$`), upper),
    titleFormat: '{price} | {symbol} | OKX',
  },
  {
    venue: 'hyperliquid',
    host: 'app.hyperliquid.xyz',
    name: 'Hyperliquid',
    switches: 'title',
    symbolOf: (coin) => (coin.multiplier === 1 ? coin.base : `k${coin.base}`),
    labelOf: (coin) => `${coin.multiplier === 1 ? '' : 'k'}${coin.base}-USD`,
    pathOf: (symbol) => `/trade/${symbol}`,
    parse: (path) => {
      const match = /^\/trade(?:\/([A-Za-z0-9]{1,32}))?\/?$/.exec(path);
      return match === null ? null : { locale: '', symbol: match[1] ?? 'BTC' };
    },
    titleFormat: '{price} | {symbol} | Hyperliquid',
  },
];
