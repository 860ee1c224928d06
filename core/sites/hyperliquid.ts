import type { PageMarket } from '../market/page-market.ts';
import type { Site } from './site.ts';
import { parseCoin } from './symbols.ts';

const PATH = /^\/trade(?:\/([A-Za-z0-9:_@.-]{1,32}))?\/?$/;
const TITLE = /^[\d.,]+ \| ([A-Za-z0-9:_/@.-]{1,32}) \| Hyperliquid$/;

/**
 * The market's name comes from the title (`73.483 | SOL | Hyperliquid`), because the menu in the page changes
 * it without changing the address; the address serves until a title of that form stands there.
 */
export const HYPERLIQUID: Site = {
  id: 'hyperliquid',
  name: 'Hyperliquid',
  origins: ['https://app.hyperliquid.xyz'],
  parse: ({ pathname }, title) => {
    const path = PATH.exec(decodePath(pathname));
    if (path === null) return null;
    const name = TITLE.exec(title.trim())?.[1] ?? path[1];
    return name === undefined ? null : namedMarket(name);
  },
};

function namedMarket(name: string): PageMarket | null {
  const [base, quote] = name.split('/');
  if (base !== undefined && quote !== undefined) {
    const coin = parseCoin(base);
    return coin && { venue: 'hyperliquid', instrument: name, ...coin, quote, kind: 'spot' };
  }
  if (name.startsWith('@')) return null;
  const [, dexName] = /^[a-z0-9]+:(.+)$/.exec(name) ?? [];
  const coin = parseCoin(dexName ?? name);
  return coin && { venue: 'hyperliquid', instrument: name, ...coin, quote: 'USDC', kind: 'perpetual' };
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
