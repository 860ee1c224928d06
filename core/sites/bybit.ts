import type { PageMarket } from '../market/page-market.ts';
import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site, UNKNOWN_BOOK } from './site.ts';
import { decode, LETTER, marketOf, MONTH_CODES, pairOf, parsePair } from './symbols.ts';

const CONTRACT = new RegExp(
  `^${LOCALE}/trade/(?:futures/)?(?:usdt|usdc|inverse|linear)/(${LETTER}+)(-[A-Z0-9]+)?/?$`,
  'u',
);
const SPOT = new RegExp(`^${LOCALE}/trade/spot/(${LETTER}+)/([A-Z0-9]+)/?$`, 'u');
const DATE_CODE = new RegExp(String.raw`[${MONTH_CODES}]\d{2}$`);

/** `/trade/usdt/BTCUSDT`, `/trade/usdc/BTC-PERP` (instrument `BTCPERP`), dated `/trade/usdt/BTCUSDT-27MAR26`. */
export const BYBIT: Site = {
  id: 'bybit',
  name: 'Bybit',
  origins: ['https://www.bybit.com'],
  access: 'required',
  // The sites that the guide to the API names beside its regional hosts.
  regionalOrigins: [
    'https://www.bybit.eu',
    'https://www.bybit.nl',
    'https://www.bybit.tr',
    'https://www.bybit.kz',
    'https://www.bybit.ae',
    'https://www.bybit.id',
    'https://www.bybitgeorgia.ge',
  ],
  reads: ['path'],
  sameMarket,
  chart: LIBRARY_FRAME,
  book: UNKNOWN_BOOK,
  // Sides by colour alone: help centre, "How to navigate Bybit perpetual & futures contract trading page", 2025.
  table: { pathOf: (name) => `/trade/usdt/${name}`, isSizeSigned: false, isMarginWithProfit: false },
  parse: ({ pathname }) => {
    const path = decode(pathname);
    const [, symbol, suffix = ''] = CONTRACT.exec(path) ?? [];
    if (symbol !== undefined) return contract(symbol, suffix);
    const [, base = '', quote = ''] = SPOT.exec(path) ?? [];
    return marketOf('bybit', 'spot', `${base}${quote}`, pairOf(base, quote));
  },
};

function contract(symbol: string, suffix: string): PageMarket | null {
  if (suffix === '-PERP' || (suffix === '' && symbol.endsWith('PERP'))) {
    const coin = suffix === '' ? symbol.slice(0, -'PERP'.length) : symbol;
    return marketOf('bybit', 'perpetual', `${coin}PERP`, pairOf(coin, 'USDC'));
  }
  const instrument = `${symbol}${suffix}`;
  if (suffix === '') {
    const dated = DATE_CODE.test(symbol) ? parsePair(symbol.slice(0, -3)) : null;
    return dated
      ? marketOf('bybit', 'future', instrument, dated)
      : marketOf('bybit', 'perpetual', instrument, parsePair(symbol));
  }
  if (!/^-\d{1,2}[A-Z]{3}\d{2}$/.test(suffix)) return null;
  // Dated contracts settled in USDC name the coin alone: `BTC-27MAR26`.
  return marketOf('bybit', 'future', instrument, parsePair(symbol) ?? pairOf(symbol, 'USDC'));
}
