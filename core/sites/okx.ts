import { LOCALE, type Site } from './site.ts';
import { parseCoin } from './symbols.ts';

const PATH = new RegExp(
  `^${LOCALE}/trade-(swap|futures|spot)/([a-z0-9]+)-([a-z0-9]+)(?:-([a-z0-9]+))?/?$`,
  'i',
);

/** `/trade-swap/btc-usdt-swap` is instrument `BTC-USDT-SWAP`; futures carry a date, spot nothing. */
export const OKX: Site = {
  id: 'okx',
  name: 'OKX',
  origins: ['https://www.okx.com'],
  parse: ({ pathname }) => {
    const [, page, base, quote, suffix] = PATH.exec(pathname)?.map((part) => part?.toUpperCase()) ?? [];
    if (page === undefined || base === undefined || quote === undefined) return null;
    const coin = parseCoin(base);
    if (coin === null) return null;
    const instrument = [base, quote, suffix].filter((part) => part !== undefined).join('-');
    if (page === 'SPOT' && suffix === undefined) {
      return { venue: 'okx', instrument, ...coin, quote, kind: 'spot' };
    }
    if (page === 'SWAP' && suffix === 'SWAP') {
      return { venue: 'okx', instrument, ...coin, quote, kind: 'perpetual' };
    }
    if (page === 'FUTURES' && suffix !== undefined && /^\d{6}$/.test(suffix)) {
      return { venue: 'okx', instrument, ...coin, quote, kind: 'future' };
    }
    return null;
  },
};
