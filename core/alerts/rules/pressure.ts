import type { PositionSide } from '../../market/forced-order.ts';
import type { ClusterReport } from '../../market/market-report.ts';

/** Where liquidations of a side push the price. */
export const directionOf = (side: PositionSide): 'down' | 'up' => (side === 'long' ? 'down' : 'up');

/** Distance from the price to the nearer edge of a cluster; 0 within it. */
export const gapTo = ({ low, high }: ClusterReport, price: number): number =>
  Math.max(0, low - price, price - high);

export const nearest = (clusters: readonly ClusterReport[], price: number): ClusterReport | null =>
  clusters.reduce<ClusterReport | null>(
    (best, cluster) => (best === null || gapTo(cluster, price) < gapTo(best, price) ? cluster : best),
    null,
  );
