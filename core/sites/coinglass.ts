import { readChartSymbol, sameDollarMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, marketNamed } from './symbols.ts';

const PATH = new RegExp(String.raw`^/tv${LOCALE}/([A-Za-z]+)_([\p{L}\p{Nd}_-]+)/?$`, 'u');

/** `/tv/Binance_BTCUSDT`, `/tv/zh/Hyperliquid_BTC-USD`: perpetuals of an exchange. Saved layouts (`/tv/layout/...`) name no market. */
export const COINGLASS: Site = {
  id: 'coinglass',
  name: 'CoinGlass',
  origins: ['https://www.coinglass.com', 'https://legend.coinglass.com'],
  access: 'optional',
  reads: ['path'],
  sameMarket: sameDollarMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const [, exchange = '', symbol = ''] = PATH.exec(decode(pathname)) ?? [];
    const read = readChartSymbol(symbol, exchange.toLowerCase());
    if (read === null) return null;
    const kind = read.expiry === null ? 'perpetual' : 'future';
    return marketNamed('coinglass', kind, `${exchange}_${symbol}`, read, read.quote ?? 'USD');
  },
};
