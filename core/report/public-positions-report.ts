import type { PublicPositionsReport } from '../market/market-report.ts';
import type { PublicPosition } from '../market/public-position.ts';

/** How much of the market is known position by position, at `price` in USD. Only Hyperliquid shows positions. */
export function reportPublicPositions(
  positions: readonly PublicPosition[],
  price: number,
): PublicPositionsReport {
  const usdOf = (side: PublicPosition['side']): number =>
    Math.round(price * positions.reduce((sum, one) => sum + (one.side === side ? one.sizeBase : 0), 0));
  return {
    venue: 'hyperliquid',
    positions: positions.length,
    longUsd: usdOf('long'),
    shortUsd: usdOf('short'),
    since: Math.round(1000 * positions.reduce((oldest, { atS }) => Math.min(oldest, atS), Infinity)),
  };
}
