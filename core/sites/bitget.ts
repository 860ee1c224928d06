import type { PageMarket } from '../market/page-market.ts';
import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, MONTH_CODES, pairOf, parsePair } from './symbols.ts';

const CONTRACT = new RegExp(
  `^${LOCALE}/(?:futures/(?:usdt|usdc|coin)|mix/(?:usdt|usdc|usd))/(${LETTER}+)(?:_[UDC]MCBL)?/?$`,
  'u',
);
const SPOT = new RegExp(`^${LOCALE}/spot/(${LETTER}+)(?:_SPBL)?/?$`, 'iu');
const DATE_CODE = new RegExp(String.raw`[${MONTH_CODES}]\d{2}$`);

/** `/futures/usdt/BTCUSDT`, `/futures/usdc/BTCPERP`, `/futures/coin/BTCUSD`, and the former `/mix/usdt/BTCUSDT_UMCBL`. */
export const BITGET: Site = {
  id: 'bitget',
  name: 'Bitget',
  origins: ['https://www.bitget.com'],
  access: 'optional',
  reads: ['path'],
  sameMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const path = decode(pathname);
    const [, contract] = CONTRACT.exec(path) ?? [];
    if (contract !== undefined) return parseContract(contract);
    const symbol = SPOT.exec(path)?.[1]?.toUpperCase() ?? '';
    return marketOf('bitget', 'spot', symbol, parsePair(symbol));
  },
};

function parseContract(symbol: string): PageMarket | null {
  if (symbol.endsWith('PERP')) {
    return marketOf('bitget', 'perpetual', symbol, pairOf(symbol.slice(0, -'PERP'.length), 'USDC'));
  }
  const dated = DATE_CODE.test(symbol) ? parsePair(symbol.slice(0, -3)) : null;
  return dated
    ? marketOf('bitget', 'future', symbol, dated)
    : marketOf('bitget', 'perpetual', symbol, parsePair(symbol));
}
