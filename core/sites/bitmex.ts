import type { PageMarket } from '../market/page-market.ts';
import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, type Site } from './site.ts';
import { decode, LETTER, marketOf, MONTH_CODES, pairOf, parsePair } from './symbols.ts';

const PATH = new RegExp(`^/app/trade/(${LETTER}+)(?:_([A-Z0-9]+))?/?$`, 'u');
const DATED = new RegExp(String.raw`^(${LETTER}+)[${MONTH_CODES}]\d{2}$`, 'u');

/** `/app/trade/XBTUSD`, dated `XBTZ26` and `ETHUSDZ26`, spot `XBT_USDT`. */
export const BITMEX: Site = {
  id: 'bitmex',
  name: 'BitMEX',
  origins: ['https://www.bitmex.com', 'https://testnet.bitmex.com'],
  access: 'optional',
  reads: ['path'],
  sameMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const [, symbol, quote] = PATH.exec(decode(pathname)) ?? [];
    if (symbol === undefined) return null;
    return quote === undefined
      ? contract(symbol)
      : marketOf('bitmex', 'spot', `${symbol}_${quote}`, pairOf(symbol, quote));
  },
};

/** Dated contracts without a quote are priced in dollars for bitcoin and in bitcoin for every other coin. */
function contract(symbol: string): PageMarket | null {
  const [, root] = DATED.exec(symbol) ?? [];
  if (root === undefined) return marketOf('bitmex', 'perpetual', symbol, parsePair(symbol));
  const pair = parsePair(root) ?? pairOf(root, root === 'XBT' ? 'USD' : 'XBT');
  return marketOf('bitmex', 'future', symbol, pair);
}
