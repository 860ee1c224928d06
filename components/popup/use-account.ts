import { useMemo } from 'preact/hooks';

import { assetText } from '../../core/market/asset.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { type AccountInput, coinsOf } from '../position/account-figures.ts';
import { glanceDecimals } from '../ui/format.ts';
import { accountMarkets } from '../../core/report/position-markets.ts';
import type { Desk } from './use-desk.ts';

/** All positions with their markets, the open one as it is typed. */
export function useAccount({ positions, figures, markets }: Desk): {
  readonly input: AccountInput;
  readonly decimalsOf: (position: SavedPosition) => number;
} {
  const open = figures?.position ?? null;
  return useMemo(() => {
    const reportOf = (coin: string) => markets[coin]?.report ?? null;
    const all =
      open === null
        ? positions
        : positions.some(({ id }) => id === open.id)
          ? positions.map((one) => (one.id === open.id ? open : one))
          : [...positions, open];
    return {
      input: {
        positions: all,
        markets: accountMarkets(markets),
        reports: new Map(coinsOf(all).map((coin) => [coin, reportOf(coin)])),
      },
      decimalsOf: (position) =>
        glanceDecimals(position.entryPrice, reportOf(assetText(position))?.tickSize ?? null),
    };
  }, [positions, open, markets]);
}
