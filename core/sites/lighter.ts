import { sameDollarMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf } from './symbols.ts';

const PATH = new RegExp(`^/trade/(${LETTER}+)(?:_([A-Z]+))?/?$`, 'u');

/** Perpetuals name the coin alone: `/trade/BTC`, `/trade/1000PEPE`; with a quote it is spot: `/trade/LIT_USDC`. */
export const LIGHTER: Site = {
  id: 'lighter',
  name: 'Lighter',
  origins: ['https://app.lighter.xyz'],
  access: 'optional',
  reads: ['path'],
  sameMarket: sameDollarMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const [, coin = '', quote] = PATH.exec(decode(pathname)) ?? [];
    return quote === undefined
      ? marketOf('lighter', 'perpetual', coin, pairOf(coin, 'USDC'))
      : marketOf('lighter', 'spot', `${coin}_${quote}`, pairOf(coin, quote));
  },
};
