import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf, parsePair } from './symbols.ts';

const LINEAR = new RegExp(`^${LOCALE}/futures/(${LETTER}{3,}?)(_\\d{6}|_PERP)?/?$`, 'u');
const COIN_MARGINED = new RegExp(`^${LOCALE}/delivery/(${LETTER}{3,}?)(_\\d{6}|_PERP)(?:ETUAL)?/?$`, 'u');
const SPOT = new RegExp(`^${LOCALE}/trade/(${LETTER}+)_([A-Z0-9]+)/?$`, 'u');

/**
 * `/futures/BTCUSDT`, quarterlies `/futures/BTCUSDT_260327`, coin-margined `/delivery/BTCUSD_PERPETUAL`, which the
 * interface calls `BTCUSD_PERP`; links have them in lower case too. Lists and the wallet live beside them and end in no
 * quote: `/futures/markets`, `/futures/funding-history`, `/my/wallet/futures`.
 */
export const BINANCE: Site = {
  id: 'binance',
  name: 'Binance',
  origins: ['https://www.binance.com'],
  access: 'required',
  reads: ['path'],
  sameMarket,
  chart: {
    ...LIBRARY_FRAME,
    frames: `#chart_futures-tradingview > iframe[id^="tradingview_"],${LIBRARY_FRAME.frames}`,
    // Beside "Original" and "Depth".
    button: 'TradingView',
  },
  // `#futuresOrderbook` and the cells' classes: jackhai9/userscripts, dom/orderbook-precision.js and its test pages.
  book: { root: '#futuresOrderbook', prices: ['.ask-light', '.bid-light'] },
  // Sizes of shorts have a minus, as the interface's own amounts have.
  table: { pathOf: (name) => `/futures/${name}`, isSizeSigned: true, isMarginWithProfit: false },
  parse: ({ pathname }) => {
    const path = decode(pathname).replace(/[^/]+\/?$/, (symbol) => symbol.toUpperCase());
    const [, symbol, suffix = ''] = LINEAR.exec(path) ?? COIN_MARGINED.exec(path) ?? [];
    if (symbol !== undefined) {
      const kind = /\d/.test(suffix) ? 'future' : 'perpetual';
      return marketOf('binance', kind, `${symbol}${suffix}`, parsePair(symbol));
    }
    const [, base = '', quote = ''] = SPOT.exec(path) ?? [];
    return marketOf('binance', 'spot', `${base}${quote}`, pairOf(base, quote));
  },
};
