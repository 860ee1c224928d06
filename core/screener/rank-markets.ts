import { assetOfMarket } from '../market/asset.ts';
import type { AssetClass } from '../market/asset-class.ts';
import type { ScreenedFigure, ScreenedMarket } from './screened-market.ts';

/** Which markets are wanted, and in which order. */
export interface Ranking {
  readonly by: ScreenedFigure;
  /** The largest first. */
  readonly isDescending: boolean;
  /** Null: of every class. */
  readonly assetClass: AssetClass | null;
  /** Traded in a day at least, USD. */
  readonly leastTurnoverUsd: number;
}

/** The wanted ones in order; those of which the figure is not known come last, whichever way. */
export function rankMarkets(
  markets: readonly ScreenedMarket[],
  { by, isDescending, assetClass, leastTurnoverUsd }: Ranking,
): readonly ScreenedMarket[] {
  const sign = isDescending ? -1 : 1;
  return markets
    .filter(({ market, turnoverUsd }) => {
      const isOfClass = assetClass === null || assetOfMarket(market).assetClass === assetClass;
      return isOfClass && (turnoverUsd ?? 0) >= leastTurnoverUsd;
    })
    .toSorted((a, b) => {
      const [one, other] = [a[by], b[by]];
      if (one === null || other === null)
        return Number(one === null) - Number(other === null) || byName(a, b);
      return sign * (one - other) || byName(a, b);
    });
}

const byName = (a: ScreenedMarket, b: ScreenedMarket): number => (a.market < b.market ? -1 : 1);
