import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, MONTH_CODES, pairOf, parsePair } from './symbols.ts';

const PERPETUAL = new RegExp(`^${LOCALE}/(?:futures/trade|trade/futures)/(${LETTER}+)M/?$`, 'u');
const DATED = new RegExp(
  String.raw`^${LOCALE}/(?:futures/trade|trade/futures)/(${LETTER}+)M([${MONTH_CODES}]\d{2})/?$`,
  'u',
);
const SPOT = new RegExp(`^${LOCALE}/trade/(?:margin/|isolated/)?(${LETTER}+)-([A-Z0-9]+)/?$`, 'u');

/**
 * `/futures/trade/XBTUSDTM` and `/trade/futures/XBTUSDTM`. The page also takes `BTCUSDTM`, which is no instrument:
 * KuCoin's contracts call bitcoin XBT. Dated ones are priced in dollars: `XBTMZ26`.
 */
export const KUCOIN: Site = {
  id: 'kucoin',
  name: 'KuCoin',
  origins: ['https://www.kucoin.com'],
  access: 'optional',
  reads: ['path'],
  sameMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const path = decode(pathname);
    const [, perpetual] = PERPETUAL.exec(path) ?? [];
    if (perpetual !== undefined) {
      const symbol = perpetual.replace(/^BTC(?=USD)/, 'XBT');
      return marketOf('kucoin', 'perpetual', `${symbol}M`, parsePair(symbol));
    }
    const [, coin, code = ''] = DATED.exec(path) ?? [];
    if (coin !== undefined) {
      const symbol = coin.replace(/^BTC$/, 'XBT');
      return marketOf('kucoin', 'future', `${symbol}M${code}`, pairOf(symbol, 'USD'));
    }
    const [, base = '', quote = ''] = SPOT.exec(path) ?? [];
    return marketOf('kucoin', 'spot', `${base}-${quote}`, pairOf(base, quote));
  },
};
