import { sameDollarMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, type Site } from './site.ts';
import { marketOf, pairOf } from './symbols.ts';

const PATH = /^\/trade\/([A-Z0-9]+)(?:_([A-Z]+))?\/?$/;

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
    const [, coin = '', quote] = PATH.exec(pathname) ?? [];
    return quote === undefined
      ? marketOf('lighter', 'perpetual', coin, pairOf(coin, 'USDC'))
      : marketOf('lighter', 'spot', `${coin}_${quote}`, pairOf(coin, quote));
  },
};
