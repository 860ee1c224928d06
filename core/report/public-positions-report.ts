import { isAhead } from '../engine/public/public-layer.ts';
import type { PublicPositionsReport } from '../market/market-report.ts';
import type { PublicPosition } from '../market/public-position.ts';

/** A liquidation further away than this share of the price is not near. */
const NEAR = 0.05;
const MOST_NEAREST = 3;

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
    nearest: nearest(positions, price),
  };
}

/** The largest of those that a small move would liquidate; whose they are is not known here. */
function nearest(
  positions: readonly PublicPosition[],
  price: number,
): NonNullable<PublicPositionsReport['nearest']> {
  return positions
    .flatMap((position) =>
      isAhead(position, price) && Math.abs(position.liquidationPrice / price - 1) <= NEAR
        ? [
            {
              side: position.side,
              usd: Math.round(position.sizeBase * price),
              liquidationPrice: Number(position.liquidationPrice.toPrecision(6)),
            },
          ]
        : [],
    )
    .toSorted((a, b) => b.usd - a.usd)
    .slice(0, MOST_NEAREST);
}
