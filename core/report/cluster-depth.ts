import { displayedDepth } from '../cascade/absorption.ts';
import { CASCADE_GRID, cumulativeAt } from '../cascade/cumulative.ts';
import { distanceOf } from '../cascade/released-flow.ts';
import type { ClusterReport } from '../market/market-report.ts';
import type { Depth } from '../market/observations.ts';

type Place = Pick<ClusterReport, 'side' | 'low' | 'high'>;

/**
 * What the books of the market would take before and within a cluster.
 * @param books as polled; where one ends, its own power law goes on
 * @param price USD
 * @param coverage share of the whole market's books that is given, above 0 to 1
 * @returns null for every cluster where no book was polled or no price is known
 */
export function clusterDepths(
  books: readonly Depth[],
  price: number | null,
  coverage: number,
): (cluster: Place) => ClusterReport['depth'] {
  if (books.length === 0 || price === null) return () => null;
  const depths = {
    down: displayedDepth(books, price, 'down', coverage),
    up: displayedDepth(books, price, 'up', coverage),
  };
  return ({ side, low, high }) => {
    const direction = side === 'long' ? 'down' : 'up';
    const usdUntil = (edge: number): number =>
      cumulativeAt(depths[direction], CASCADE_GRID.logStep, Math.max(0, distanceOf(price, edge, direction)));
    const [near, far] = side === 'long' ? [high, low] : [low, high];
    const wayUsd = usdUntil(near);
    return { wayUsd: Math.round(wayUsd), withinUsd: Math.round(usdUntil(far) - wayUsd) };
  };
}
