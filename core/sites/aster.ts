import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, parsePair } from './symbols.ts';

const PATH = new RegExp(`^${LOCALE}/(?:trade/pro/)?(futures|spot)/(?:v\\d/)?(${LETTER}+)/?$`, 'u');

/** `/en/futures/v1/BTCUSDT` and `/en/trade/pro/futures/BTCUSDT`; spot in the same places. */
export const ASTER: Site = {
  id: 'aster',
  name: 'Aster',
  origins: ['https://www.asterdex.com'],
  access: 'optional',
  reads: ['path'],
  sameMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const [, page, symbol = ''] = PATH.exec(decode(pathname)) ?? [];
    return marketOf('aster', page === 'spot' ? 'spot' : 'perpetual', symbol, parsePair(symbol));
  },
};
