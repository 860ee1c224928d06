import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf } from './symbols.ts';

const CONTRACT = new RegExp(
  `^${LOCALE}/(?:futures|futures-spreads)/(${LETTER}+)(?:_([A-Z]+))?-(PERPETUAL|\\d{1,2}[A-Z]{3}\\d{2})/?$`,
  'u',
);
const SPOT = new RegExp(`^${LOCALE}/spot/(${LETTER}+)_([A-Z0-9]+)/?$`, 'u');

/** `/futures/BTC-PERPETUAL`, `/futures/BTC-26JUN26`, linear `/futures/SOL_USDC-PERPETUAL`. Spreads of two contracts are no market. */
export const DERIBIT: Site = {
  id: 'deribit',
  name: 'Deribit',
  origins: ['https://www.deribit.com', 'https://test.deribit.com'],
  access: 'optional',
  reads: ['path'],
  sameMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const path = decode(pathname);
    const [, base, quote, term = ''] = CONTRACT.exec(path) ?? [];
    if (base !== undefined) {
      const instrument = `${base}${quote === undefined ? '' : `_${quote}`}-${term}`;
      const kind = term === 'PERPETUAL' ? 'perpetual' : 'future';
      return marketOf('deribit', kind, instrument, pairOf(base, quote ?? 'USD'));
    }
    const [, coin = '', unit = ''] = SPOT.exec(path) ?? [];
    return marketOf('deribit', 'spot', `${coin}_${unit}`, pairOf(coin, unit));
  },
};
