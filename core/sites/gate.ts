import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf } from './symbols.ts';

const PERPETUAL = new RegExp(
  `^${LOCALE}/futures(?:_trade)?/(?:usdt|btc|usd)/(${LETTER}+)_([A-Z0-9]+)/?$`,
  'iu',
);
const DATED = new RegExp(
  `^${LOCALE}/futures[-_]delivery/(?:usdt|btc|usd)/(${LETTER}+)_(${LETTER}+)_(\\d{8})/?$`,
  'iu',
);
const SPOT = new RegExp(`^${LOCALE}/trade/(${LETTER}+)_(USD[TC1]?|BTC|ETH|EUR|TRY|GT)/?$`, 'iu');

/** `/futures/USDT/BTC_USDT`, `/futures/BTC/BTC_USD`, dated `/futures-delivery/usdt/BTC_USDT_20260327`. */
export const GATE: Site = {
  id: 'gate',
  name: 'Gate',
  origins: ['https://www.gate.com', 'https://www.gate.io'],
  access: 'optional',
  reads: ['path'],
  sameMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const path = decode(pathname);
    for (const [pattern, kind] of [
      [PERPETUAL, 'perpetual'],
      [DATED, 'future'],
      [SPOT, 'spot'],
    ] as const) {
      const [, ...parts] = pattern.exec(path)?.map((part) => part.toUpperCase()) ?? [];
      const [base, quote] = parts;
      if (base !== undefined && quote !== undefined) {
        return marketOf('gate', kind, parts.join('_'), pairOf(base, quote));
      }
    }
    return null;
  },
};
