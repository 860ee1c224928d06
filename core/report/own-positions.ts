import { marketId } from '../market/asset.ts';
import type { AlertSignals } from '../alerts/alert-signals.ts';
import type { MarketReport } from '../market/market-report.ts';
import { contractOf, type SavedPosition } from '../market/position.ts';
import type { TierTable } from '../market/tiers.ts';
import type { VenueId } from '../market/venue-id.ts';
import { crossAccountOf } from '../risk/cross-account.ts';
import type { TierFacts } from '../risk/liquidation-types.ts';
import { positionLiquidation } from '../risk/liquidation.ts';
import { dayChance } from './day-chance.ts';
import { isToldLately } from './told-lately.ts';
import { markPriceAt, venueMark } from './venue-mark.ts';

/**
 * Where the positions in the coin of `report` would be liquidated, and how likely that is within a day. What a cross
 * account holds in other coins counts at its entry price, or at what its venue said last. What a venue told longer ago
 * than an hour may be closed by now and is left out, and nothing warns of what a page shows, which could be a lie and is
 * to leave no trace.
 * @param tiers what the coin's venues publish; for others and for inverse contracts the built-in tables stand in
 */
export function ownPositionSignals(
  report: MarketReport,
  positions: readonly SavedPosition[],
  tiers: Partial<Readonly<Record<VenueId, TierTable>>>,
): AlertSignals['positions'] {
  const tiersOf = (position: SavedPosition): TierFacts | null =>
    contractOf(position) === 'inverse' || marketId(position) !== report.market
      ? null
      : (tiers[position.venue as VenueId] ?? null);
  return positions
    .filter((position) => marketId(position) === report.market && isConfirmed(position, report.at))
    .filter(({ isExample }) => isExample !== true)
    .flatMap((position) => {
      const price = markPriceAt(report, position.venue);
      if (price === null) return [];
      const { liquidationPrice, estimate } = positionLiquidation(position, {
        tiers: tiersOf(position),
        markPrice: price,
        tickSize: report.tickSize,
        ...crossAccountOf(position, positions, {
          markPriceOf: (other) =>
            marketId(other) === report.market ? markPriceAt(report, other.venue) : null,
          tiersOf,
        }),
      });
      return {
        id: position.id,
        mark: venueMark(report, position.venue),
        side: position.side,
        liquidationPrice,
        isEstimate: estimate,
        chance24h: liquidationPrice === null ? null : dayChance(report, price, liquidationPrice),
      };
    });
}

const isConfirmed = (position: SavedPosition, nowMs: number): boolean =>
  position.origin?.kind !== 'page' && isToldLately(position, nowMs);
