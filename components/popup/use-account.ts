import { useMemo } from 'preact/hooks';

import { assetText } from '../../core/market/asset.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { type AccountInput, coinsOf } from '../position/account-figures.ts';
import { glanceDecimals } from '../ui/format.ts';
import { accountMarkets } from '../../core/report/position-markets.ts';
import { countedOnce } from '../../core/report/told-once.ts';
import type { Desk } from './use-desk.ts';

/** All positions, each once, with their markets, the open one as it is typed. */
export function useAccount({
  positions,
  figures,
  markets,
}: Pick<Desk, 'positions' | 'figures' | 'markets'>): {
  readonly input: AccountInput;
  readonly decimalsOf: (position: SavedPosition) => number;
} {
  const open = figures?.position ?? null;
  return useMemo(() => {
    const reportOf = (coin: string) => markets[coin]?.report ?? null;
    const isNew = open !== null && positions.every(({ id }) => id !== open.id);
    const counted = countedOnce(isNew ? [...positions, open] : positions, open?.id ?? null);
    const all = counted.map((one) => (open !== null && one.id === open.id ? open : one));
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
