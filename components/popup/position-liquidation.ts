import { assetText } from '../../core/market/asset.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { dayChance } from '../../core/report/day-chance.ts';
import { type CoinMarkets, liquidationContext } from '../../core/report/position-markets.ts';
import { markPriceAt } from '../../core/report/venue-mark.ts';
import { positionLiquidation } from '../../core/risk/liquidation.ts';

/** Where a position ends, how far that is, and how likely. */
export interface PositionEnd {
  /** USD; null where nothing liquidates it. */
  readonly target: number | null;
  readonly isEstimate: boolean;
  /** By the price at its venue, less 1; null where either is not known. */
  readonly distance: number | null;
  /** Within a day, 0 to 1. */
  readonly chance: number | null;
}

/** @param positions all that the user holds, which may back each other */
export function positionEnd(
  position: SavedPosition,
  positions: readonly SavedPosition[],
  markets: CoinMarkets,
): PositionEnd {
  const report = markets[assetText(position)]?.report ?? null;
  const { liquidationPrice: target, estimate } = positionLiquidation(
    position,
    liquidationContext({ position, positions, markets }),
  );
  const price = (report && markPriceAt(report, position.venue)) ?? position.origin?.markPrice ?? null;
  const isKnown = target !== null && price !== null;
  return {
    target,
    isEstimate: estimate,
    distance: isKnown ? target / price - 1 : null,
    chance: isKnown && report !== null ? dayChance(report, price, target) : null,
  };
}
