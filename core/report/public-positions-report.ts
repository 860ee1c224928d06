import { atRiskTo } from '../engine/ladder.ts';
import { isAhead } from '../engine/public/public-layer.ts';
import type { LiquidationMap } from '../market/liquidation-map.ts';
import type { PublicPositionsReport } from '../market/market-report.ts';
import type { PublicPosition } from '../market/public-position.ts';

/** A liquidation further away than this share of the price is not near. */
const NEAR = 0.05;
const MOST_NEAREST = 3;

/**
 * How much of the market is known position by position. Only Hyperliquid shows positions.
 * @param map with `positions` in it
 */
export function reportPublicPositions(
  positions: readonly PublicPosition[],
  map: LiquidationMap,
): PublicPositionsReport {
  const { price } = map;
  const near = positions.filter((position): position is Liquidated => isNear(position, price));
  const usdOf = (side: PublicPosition['side']): number =>
    Math.round(price * positions.reduce((sum, one) => sum + (one.side === side ? one.sizeBase : 0), 0));
  return {
    venue: 'hyperliquid',
    positions: positions.length,
    longUsd: usdOf('long'),
    shortUsd: usdOf('short'),
    since: Math.round(1000 * positions.reduce((oldest, { atS }) => Math.min(oldest, atS), Infinity)),
    nearest: nearest(near, price),
    near: {
      reach: NEAR,
      knownUsd: Math.round(near.reduce((sum, one) => sum + one.sizeBase * one.liquidationPrice, 0)),
      usd: Math.round(
        [1 - NEAR, 1 + NEAR].reduce((sum, edge) => sum + atRiskTo(map, price, edge * price).exposureUsd, 0),
      ),
    },
  };
}

type Liquidated = PublicPosition & { readonly liquidationPrice: number };

const isNear = (position: PublicPosition, price: number): position is Liquidated =>
  isAhead(position, price) && Math.abs(position.liquidationPrice / price - 1) <= NEAR;

/** The largest of those that a small move would liquidate; whose they are is not known here. */
const nearest = (near: readonly Liquidated[], price: number): NonNullable<PublicPositionsReport['nearest']> =>
  near
    .map(({ side, sizeBase, liquidationPrice }) => ({
      side,
      usd: Math.round(sizeBase * price),
      liquidationPrice,
    }))
    .toSorted((a, b) => b.usd - a.usd)
    .slice(0, MOST_NEAREST);
