import type { PageMarket } from '../market/page-market.ts';
import { sameDollarMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf } from './symbols.ts';

const PERPETUAL = new RegExp(`^/app/trade/futures-(${LETTER}+)-([a-z0-9]+)(-cm)?-perp/?$`, 'iu');
const SPOT = new RegExp(`^/app/trade/(?:margin-)?(${LETTER}+)-([a-z0-9]+)/?$`, 'iu');

/** Kraken's own names of coins in its spot market. */
const OWN_NAMES: Readonly<Record<string, string>> = { BTC: 'XBT', DOGE: 'XDG' };

/**
 * `/app/trade/futures-btc-usd-perp` is instrument `PF_XBTUSD`, the coin-margined `futures-btc-usd-cm-perp`
 * `PI_XBTUSD`, `/app/trade/btc-usd` and `/app/trade/margin-btc-usd` the spot pair `XBTUSD`.
 */
export const KRAKEN: Site = {
  id: 'kraken',
  name: 'Kraken Pro',
  origins: ['https://pro.kraken.com'],
  access: 'optional',
  reads: ['path'],
  sameMarket: sameDollarMarket,
  chart: LIBRARY_FRAME,
  parse: ({ pathname }) => {
    const path = decode(pathname);
    const [, coin, unit = '', coinMargined] = PERPETUAL.exec(path)?.map((part) => part?.toUpperCase()) ?? [];
    if (coin !== undefined) {
      const symbol = `${coin === 'BTC' ? 'XBT' : coin}${unit}`;
      const prefix = coinMargined === undefined ? 'PF' : 'PI';
      return marketOf('kraken', 'perpetual', `${prefix}_${symbol}`, pairOf(coin, unit));
    }
    const [, base = '', quote = ''] = SPOT.exec(path)?.map((part) => part.toUpperCase()) ?? [];
    return base === 'FUTURES' || base === 'MARGIN' ? null : spot(base, quote);
  },
};

function spot(base: string, quote: string): PageMarket | null {
  const pair = pairOf(base, quote);
  return (
    pair && marketOf('kraken', 'spot', `${OWN_NAMES[base] ?? base}${OWN_NAMES[pair.quote] ?? quote}`, pair)
  );
}
