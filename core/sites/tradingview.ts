import type { PageMarket } from '../market/page-market.ts';
import { readChartSymbol, sameMarket } from './chart-symbol.ts';
import type { Site } from './site.ts';
import { LETTER, marketNamed } from './symbols.ts';

const PATH = /^\/chart(?:\/[A-Za-z0-9]+)?\/?$/;
const SYMBOL = new RegExp(String.raw`^(?:([A-Z0-9_]+):)?${LETTER}+(?:_\d{6})?(?:\.PM?)?$`, 'u');
const TITLE = new RegExp(String.raw`^((?:${LETTER}|[._!:])+)\s[\d.,'\s]+[▲▼]`, 'u');

/** Where a pair without a mark is one of coins. TradingView shows shares and currencies as well. */
const COIN_VENUES = new Set(
  (
    'ASTER BINANCE BINANCEUS BINGX BITFINEX BITGET BITMEX BITSTAMP BLOFIN BYBIT COINBASE COINEX CRYPTO CRYPTOCOM ' +
    'DERIBIT DYDX GATE GATEIO GEMINI HTX HUOBI HYPERLIQUID KRAKEN KUCOIN LIGHTER MEXC OKX PHEMEX WHITEBIT'
  ).split(' '),
);

/**
 * `/chart/?symbol=BINANCE:BTCUSDT.P`. The address keeps the symbol that the chart was opened with; the title
 * (`BTCUSDT.P 90,912.1 ▲ +1.2% ...`) follows the chart, but leaves out the exchange.
 */
export const TRADINGVIEW: Site = {
  id: 'tradingview',
  name: 'TradingView',
  origins: ['https://*.tradingview.com'],
  access: 'optional',
  reads: ['path', 'query', 'title'],
  // Every perpetual is marked here, so a symbol without the mark is another market.
  sameMarket: (market, chartSymbol) =>
    sameMarket(market, chartSymbol) &&
    (market.kind === 'perpetual') === (readChartSymbol(chartSymbol, market.venue)?.perpetual ?? false),
  chart: { frames: '' },
  parse: ({ pathname, searchParams }, title) => {
    if (!PATH.test(pathname)) return null;
    const addressed = searchParams.get('symbol')?.toUpperCase() ?? '';
    const shown = TITLE.exec(title.trim())?.[1] ?? addressed;
    return marketOfTicker(addressed.endsWith(`:${shown}`) ? addressed : shown);
  },
};

/** The market of a symbol as TradingView writes it; null for what is no pair of coins. */
function marketOfTicker(ticker: string): PageMarket | null {
  const match = SYMBOL.exec(ticker);
  const exchange = match?.[1];
  const symbol = match && readChartSymbol(ticker, exchange?.toLowerCase() ?? '');
  if (symbol === null || symbol.quote === null) return null;
  const isCoin =
    exchange === undefined
      ? symbol.perpetual || symbol.quote === 'USDT' || symbol.quote === 'USDC'
      : symbol.perpetual || COIN_VENUES.has(exchange);
  if (!isCoin) return null;
  const { quote, expiry, perpetual } = symbol;
  const kind = expiry !== null ? 'future' : perpetual ? 'perpetual' : 'spot';
  return marketNamed('tradingview', kind, ticker, symbol, quote);
}
