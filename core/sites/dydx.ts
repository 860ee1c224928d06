import { sameDollarMarket } from './chart-symbol.ts';
import { decodePath, LIBRARY_FRAME, type Site } from './site.ts';
import { marketOf, pairOf } from './symbols.ts';

const ROUTE = /^\/trade(?:\/([A-Z0-9,._-]+)-USD)?\/?$/;
const TITLE = /^\$[\d.,₀-₉]+ ([A-Z0-9,._-]+)-USD · dYdX$/;

/**
 * `/trade/BTC-USD`, in builds that route by hash `/#/trade/BTC-USD`. Markets of tokens carry their origin after
 * the name: `AURA,RAYDIUM,DTR4D9FT...-USD`. The title serves where the address names none.
 */
export const DYDX: Site = {
  id: 'dydx',
  name: 'dYdX',
  origins: ['https://dydx.trade'],
  access: 'optional',
  reads: ['path', 'hash', 'title'],
  sameMarket: sameDollarMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname, hash }, title) => {
    const route = ROUTE.exec(decodePath(hash.startsWith('#/') ? hash.slice(1) : pathname));
    if (route === null) return null;
    const name = route[1] ?? TITLE.exec(title.trim())?.[1] ?? '';
    const [coin = ''] = name.split(',');
    return marketOf('dydx', 'perpetual', `${name}-USD`, pairOf(coin, 'USD'));
  },
};
