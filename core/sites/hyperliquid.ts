import type { PageMarket } from '../market/page-market.ts';
import { sameDollarMarket } from './chart-symbol.ts';
import { decodePath, LIBRARY_FRAME, type Site, UNKNOWN_BOOK } from './site.ts';
import { marketOf, pairOf } from './symbols.ts';

const PATH = /^\/trade(?:\/([A-Za-z0-9:_@.-]{1,32}(?:\/[A-Za-z0-9]{1,12})?))?\/?$/;
const TITLE = /^[\d.,]+ \| ([A-Za-z0-9:_/@.-]{1,32}) \| Hyperliquid$/;

/** What markets of a builder are priced in where it is not USDC, as `meta` of the builder's exchange names it. */
const BUILDER_QUOTES: Readonly<Record<string, string>> = {
  flx: 'USDH',
  km: 'USDH',
  vntl: 'USDH',
  hyna: 'USDE',
};

/** Coins bridged to the spot exchange. */
const BRIDGED: Readonly<Record<string, string>> = { UBTC: 'BTC', UETH: 'ETH', USOL: 'SOL' };

/**
 * The market's name comes from the title (`73.483 | SOL | Hyperliquid`), because the menu in the page changes
 * it without changing the address; the address serves until a title of that form stands there.
 */
export const HYPERLIQUID: Site = {
  id: 'hyperliquid',
  name: 'Hyperliquid',
  origins: ['https://app.hyperliquid.xyz'],
  access: 'required',
  reads: ['path', 'title'],
  // A builder's market and the coin of the same name are two markets.
  sameMarket: (market, chartSymbol) =>
    /^[a-z0-9]+:/.test(chartSymbol)
      ? chartSymbol === market.instrument
      : sameDollarMarket(market, chartSymbol),
  chart: LIBRARY_FRAME,
  book: UNKNOWN_BOOK,
  parse: ({ pathname }, title) => {
    const path = PATH.exec(decodePath(pathname));
    if (path === null) return null;
    const shown = TITLE.exec(title.trim())?.[1];
    const addressed = path[1];
    if (shown === undefined) return addressed === undefined ? null : namedMarket(addressed);
    // The title may leave out the builder whose market the address names in full.
    return namedMarket(addressed?.endsWith(`:${shown}`) === true ? addressed : shown);
  },
};

function namedMarket(name: string): PageMarket | null {
  if (name.startsWith('@')) return null;
  const [base = '', quote] = name.split('/');
  if (quote !== undefined) return marketOf('hyperliquid', 'spot', name, pairOf(BRIDGED[base] ?? base, quote));
  const [, builder, market] = /^([a-z0-9]+):(.+)$/.exec(name) ?? [];
  const unit = (builder !== undefined && BUILDER_QUOTES[builder]) || 'USDC';
  return marketOf('hyperliquid', 'perpetual', name, pairOf(market ?? name, unit));
}
