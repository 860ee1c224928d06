import type { ClusterReport, LevelReport } from '../../core/market/market-report.ts';

/** The one that is least far, the first of equals; null without any. */
export function least<T>(items: readonly T[], distanceOf: (item: T) => number): T | null {
  return items.reduce<T | null>(
    (best, item) => (best === null || distanceOf(item) < distanceOf(best) ? item : best),
    null,
  );
}

/** The cluster of `side` that the price would meet first; null without one. */
export const nearestCluster = (
  clusters: readonly ClusterReport[],
  side: ClusterReport['side'],
): ClusterReport | null =>
  least(
    clusters.filter((cluster) => cluster.side === side),
    ({ distance }) => Math.abs(distance),
  );

/** The edge that the price would meet first; the price itself inside the level. */
export const nearEdge = ({ low, high }: LevelReport, price: number): number =>
  Math.min(high, Math.max(low, price));

/** A level that holds the price inside stands on the side that it guards; null without one on that side. */
export const nearestLevel = (
  levels: readonly LevelReport[],
  price: number,
  direction: 'up' | 'down',
): LevelReport | null =>
  least(
    levels.filter(({ low, high, side }) =>
      direction === 'up'
        ? low > price || (high >= price && side === 'resistance')
        : high < price || (low <= price && side === 'support'),
    ),
    (level) => Math.abs(nearEdge(level, price) - price),
  );
