import { LOCALE, type Site } from './site.ts';
import { parsePair } from './symbols.ts';

const LINEAR = new RegExp(`^${LOCALE}/futures/([A-Z0-9]{3,}?)(_\\d{6}|_PERP)?/?$`);
const COIN_MARGINED = new RegExp(`^${LOCALE}/delivery/([A-Z0-9]{3,}?)_(PERP|\\d{6})/?$`);
const SPOT = new RegExp(`^${LOCALE}/trade/([A-Z0-9]+)_([A-Z0-9]+)/?$`);

/** `/futures/BTCUSDT`, quarterlies `/futures/BTCUSDT_260327`, coin-margined `/delivery/BTCUSD_PERP`. */
export const BINANCE: Site = {
  id: 'binance',
  name: 'Binance',
  origins: ['https://www.binance.com'],
  parse: ({ pathname }) => {
    const [, linear, suffix] = LINEAR.exec(pathname) ?? [];
    if (linear !== undefined) {
      const pair = parsePair(linear);
      const dated = suffix !== undefined && suffix !== '_PERP';
      return (
        pair && {
          venue: 'binance',
          instrument: `${linear}${suffix ?? ''}`,
          ...pair,
          kind: dated ? 'future' : 'perpetual',
        }
      );
    }
    const [, coinMargined, expiry] = COIN_MARGINED.exec(pathname) ?? [];
    if (coinMargined !== undefined) {
      const pair = parsePair(coinMargined);
      const kind = expiry === 'PERP' ? 'perpetual' : 'future';
      return pair && { venue: 'binance', instrument: `${coinMargined}_${expiry}`, ...pair, kind };
    }
    const [, base, quote] = SPOT.exec(pathname) ?? [];
    const pair = base === undefined ? null : parsePair(`${base}${quote}`);
    return pair && { venue: 'binance', instrument: `${base}${quote}`, ...pair, kind: 'spot' };
  },
};
