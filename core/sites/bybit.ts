import type { PageMarket } from '../market/page-market.ts';
import { LOCALE, type Site } from './site.ts';
import { parseCoin, parsePair } from './symbols.ts';

const CONTRACT = new RegExp(
  `^${LOCALE}/trade/(?:futures/)?(?:usdt|usdc|inverse|linear)/([A-Z0-9]+)(-[A-Z0-9]+)?/?$`,
);
const SPOT = new RegExp(`^${LOCALE}/trade/spot/([A-Z0-9]+)/([A-Z0-9]+)/?$`);
const DATE_CODE = /^[FGHJKMNQUVXZ]\d{2}$/;

/** `/trade/usdt/BTCUSDT`, `/trade/usdc/BTC-PERP` (instrument `BTCPERP`), dated `/trade/usdt/BTCUSDT-27MAR26`. */
export const BYBIT: Site = {
  id: 'bybit',
  name: 'Bybit',
  origins: ['https://www.bybit.com'],
  parse: ({ pathname }) => {
    const [, symbol, suffix] = CONTRACT.exec(pathname) ?? [];
    if (symbol !== undefined) return contract(symbol, suffix ?? '');
    const [, base, quote] = SPOT.exec(pathname) ?? [];
    const pair = base === undefined ? null : parsePair(`${base}${quote}`);
    return pair && { venue: 'bybit', instrument: `${base}${quote}`, ...pair, kind: 'spot' };
  },
};

function contract(symbol: string, suffix: string): PageMarket | null {
  if (suffix === '-PERP' || symbol.endsWith('PERP')) {
    const coin = parseCoin(symbol.replace(/PERP$/, ''));
    if (coin === null) return null;
    return { venue: 'bybit', instrument: `${coin.base}PERP`, ...coin, quote: 'USDC', kind: 'perpetual' };
  }
  const pair = parsePair(symbol);
  if (pair !== null) {
    const kind = suffix === '' ? 'perpetual' : 'future';
    return { venue: 'bybit', instrument: `${symbol}${suffix}`, ...pair, kind };
  }
  return suffix === '' ? datedInverse(symbol) : datedUsdc(symbol, suffix);
}

/** Inverse futures end in a month code: `BTCUSDH26`. */
function datedInverse(symbol: string): PageMarket | null {
  const pair = DATE_CODE.test(symbol.slice(-3)) ? parsePair(symbol.slice(0, -3)) : null;
  return pair && { venue: 'bybit', instrument: symbol, ...pair, kind: 'future' };
}

/** Dated contracts settled in USDC name the coin alone: `BTC-27MAR26`. */
function datedUsdc(symbol: string, suffix: string): PageMarket | null {
  const coin = /^-\d{1,2}[A-Z]{3}\d{2}$/.test(suffix) ? parseCoin(symbol) : null;
  return coin && { venue: 'bybit', instrument: `${symbol}${suffix}`, ...coin, quote: 'USDC', kind: 'future' };
}
