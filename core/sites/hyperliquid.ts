import { builderOf, classOfBuilder } from '../market/builders.ts';
import type { PageMarket } from '../market/page-market.ts';
import { sameDollarMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, type Site, UNKNOWN_BOOK } from './site.ts';
import { readAssetName } from '../market/asset-name.ts';
import { decode, isName, marketNamed, marketOf, pairOf } from './symbols.ts';

const PATH = /^\/trade(?:\/([\p{L}\p{Nd}:_@.-]{1,32}(?:\/[A-Za-z0-9]{1,12})?))?\/?$/u;
const TITLE = /^[\d.,]+ \| ([\p{L}\p{Nd}:_/@.-]{1,32}) \| Hyperliquid$/u;

/**
 * The dollar of builders whose markets settle in another one than the exchange's own. The page does not name it and it
 * changes no price; which builders there are is not kept here: any name before a colon is one.
 */
const BUILDER_QUOTES: Readonly<Record<string, string>> = { cash: 'USDT', hyna: 'USDE' };

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
  // `ETH 20x`, `9.3792 ETH`, `$1,474.08 (Cross)`, no side but a colour: a public program that reads the table, 2025.
  table: { pathOf: (name) => `/trade/${name}`, isSizeSigned: false, isMarginWithProfit: true },
  parse: ({ pathname }, title) => {
    const path = PATH.exec(decode(pathname));
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
  if (quote !== undefined) return marketOf('hyperliquid', 'spot', name, pairOf(base, quote));
  const builder = builderOf(name);
  const unit = (builder !== null && BUILDER_QUOTES[builder]) || 'USDC';
  const asset = readAssetName(name, 'hyperliquid', classOfBuilder(name));
  return isName(builder === null ? name : name.slice(builder.length + 1))
    ? marketNamed('hyperliquid', 'perpetual', name, asset, unit)
    : null;
}
