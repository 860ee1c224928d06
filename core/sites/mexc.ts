import type { PageMarket } from '../market/page-market.ts';
import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf } from './symbols.ts';

const PERPETUAL = new RegExp(`^${LOCALE}/futures/(?:exchange/)?(${LETTER}+)_([A-Z0-9]+)/?$`, 'u');
const EXCHANGE = new RegExp(`^${LOCALE}/exchange/(${LETTER}+)_([A-Z0-9]+)/?$`, 'u');
const FUTURES_HOST = 'futures.mexc.com';

/** `www.mexc.com/futures/BTC_USDT`. `/exchange/BTC_USDT` is spot there and a perpetual on the former `futures.mexc.com`. */
export const MEXC: Site = {
  id: 'mexc',
  name: 'MEXC',
  origins: ['https://www.mexc.com', `https://${FUTURES_HOST}`],
  access: 'optional',
  reads: ['path'],
  sameMarket,
  chart: LIBRARY_FRAME,
  parse: ({ hostname, pathname }) => {
    const path = decode(pathname);
    const [, contract, unit = ''] = PERPETUAL.exec(path) ?? [];
    if (contract !== undefined) return market('perpetual', contract, unit);
    const [, base = '', quote = ''] = EXCHANGE.exec(path) ?? [];
    return market(hostname === FUTURES_HOST ? 'perpetual' : 'spot', base, quote);
  },
};

const market = (kind: PageMarket['kind'], base: string, quote: string): PageMarket | null =>
  marketOf('mexc', kind, kind === 'spot' ? `${base}${quote}` : `${base}_${quote}`, pairOf(base, quote));
