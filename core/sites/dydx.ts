import { sameDollarMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf } from './symbols.ts';

const ROUTE = new RegExp(String.raw`^/trade(?:/((?:${LETTER}|[,._-])+)-USD)?/?$`, 'u');
const TITLE = new RegExp(String.raw`^\$[\d.,₀-₉]+ ((?:${LETTER}|[,._-])+)-USD · dYdX$`, 'u');

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
    const route = ROUTE.exec(decode(hash.startsWith('#/') ? hash.slice(1) : pathname));
    if (route === null) return null;
    const name = route[1] ?? TITLE.exec(title.trim())?.[1] ?? '';
    const [coin = ''] = name.split(',');
    return marketOf('dydx', 'perpetual', `${name}-USD`, pairOf(coin, 'USD'));
  },
};
