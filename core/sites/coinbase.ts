import type { PageMarket } from '../market/page-market.ts';
import { sameDollarMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf } from './symbols.ts';

const PATH = new RegExp(
  `^${LOCALE}/advanced-trade/(?:(?:perpetuals?|futures|spot)/)?((?:${LETTER}|-)+)/?$`,
  'iu',
);
const PERPETUAL = new RegExp(`^(${LETTER}+)-PERP(?:-INTX)?$`, 'u');
const US_FUTURE = /^([A-Z]{2,4})-\d{2}[A-Z]{3}\d{2}-CDE$/;
const SPOT = new RegExp(`^(${LETTER}+)-(USD[CT]?|EUR|GBP|BTC|ETH)$`, 'u');

/**
 * Contract codes of Coinbase Derivatives, all quoted per whole coin. Codes in P never end in practice: they
 * expire years ahead and pay funding, as a perpetual does.
 */
const US_CODES: Readonly<Record<string, { readonly coin: string; readonly kind: PageMarket['kind'] }>> = {
  BIT: { coin: 'BTC', kind: 'future' },
  ET: { coin: 'ETH', kind: 'future' },
  SLC: { coin: 'SOL', kind: 'future' },
  BIP: { coin: 'BTC', kind: 'perpetual' },
  ETP: { coin: 'ETH', kind: 'perpetual' },
  SLP: { coin: 'SOL', kind: 'perpetual' },
  XPP: { coin: 'XRP', kind: 'perpetual' },
  DOP: { coin: 'DOGE', kind: 'perpetual' },
  ADP: { coin: 'ADA', kind: 'perpetual' },
  AVP: { coin: 'AVAX', kind: 'perpetual' },
  LCP: { coin: 'LTC', kind: 'perpetual' },
  LNP: { coin: 'LINK', kind: 'perpetual' },
  SUP: { coin: 'SUI', kind: 'perpetual' },
};

/** `/advanced-trade/perpetuals/BTC-PERP-INTX`, `/advanced-trade/spot/BTC-USD`, `/advanced-trade/futures/BIT-26DEC25-CDE`. */
export const COINBASE: Site = {
  id: 'coinbase',
  name: 'Coinbase',
  origins: ['https://www.coinbase.com'],
  access: 'optional',
  reads: ['path'],
  sameMarket: sameDollarMarket,
  chart: { ...LIBRARY_FRAME, frames: `iframe[title="Financial Chart" i],${LIBRARY_FRAME.frames}` },
  parse: ({ pathname }) => {
    const product = PATH.exec(decode(pathname))?.[1]?.toUpperCase();
    return product === undefined ? null : parseProduct(product);
  },
};

function parseProduct(product: string): PageMarket | null {
  const [, coin] = PERPETUAL.exec(product) ?? [];
  if (coin !== undefined) return marketOf('coinbase', 'perpetual', `${coin}-PERP-INTX`, pairOf(coin, 'USDC'));
  const [, code] = US_FUTURE.exec(product) ?? [];
  if (code !== undefined) {
    const contract = US_CODES[code];
    return contract === undefined
      ? null
      : marketOf('coinbase', contract.kind, product, pairOf(contract.coin, 'USD'));
  }
  const [, base = '', quote = ''] = SPOT.exec(product) ?? [];
  return marketOf('coinbase', 'spot', product, pairOf(base, quote));
}
