import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf, parsePair } from './symbols.ts';

const PATH = new RegExp(
  `^${LOCALE}/trade-(swap|futures|spot)/(${LETTER}+)-([a-z0-9]+)((?:_[a-z]+)*)(?:-([a-z0-9]+))?/?$`,
  'iu',
);

/**
 * `/trade-swap/btc-usdt-swap` is instrument `BTC-USDT-SWAP`; futures carry a date, spot nothing. Contracts that
 * settle in several dollars say so after the quote: `BTC-USD_UM-SWAP`. X-perps, `BTC-USD_UM_XPERP-310404`, stand among
 * the futures with a date years ahead, but pay funding: perpetuals.
 */
export const OKX: Site = {
  id: 'okx',
  name: 'OKX',
  origins: ['https://www.okx.com'],
  access: 'required',
  // Europe, and the United States with Australia.
  regionalOrigins: ['https://my.okx.com', 'https://app.okx.com'],
  reads: ['path'],
  sameMarket,
  chart: { ...LIBRARY_FRAME, frames: `.tv-chart-box > iframe[name*="tradingview_"],${LIBRARY_FRAME.frames}` },
  // The box: public scripts that read the last price in it, 2025. Names of its rows change with each release.
  book: { root: '.order-book-box', prices: [] },
  table: { pathOf: pathOfName, isSizeSigned: false, isMarginWithProfit: false },
  parse: ({ pathname }) => {
    const [, page, base = '', quote = '', settlement = '', suffix = ''] =
      PATH.exec(decode(pathname))?.map((part) => part?.toUpperCase()) ?? [];
    const pair = pairOf(base, quote);
    const instrument = `${base}-${quote}${settlement}${suffix && `-${suffix}`}`;
    if (page === 'SPOT' && suffix === '') return marketOf('okx', 'spot', instrument, pair);
    if (page === 'SWAP' && suffix === 'SWAP') return marketOf('okx', 'perpetual', instrument, pair);
    if (page !== 'FUTURES' || !/^\d{6}$/.test(suffix)) return null;
    return marketOf('okx', settlement.endsWith('_XPERP') ? 'perpetual' : 'future', instrument, pair);
  },
};

/** `BTCUSDT`, `BTC/USDT` and `BTC-USDT-SWAP` are one contract. */
function pathOfName(name: string): string | null {
  const pair = parsePair(name.replace(/-SWAP$/, '').replace(/[/-]/, ''));
  return pair && `/trade-swap/${pair.name}-${pair.quote}-SWAP`;
}
