import type { ClusterReport } from '../../market/market-report.ts';

/** Where liquidations of a side push the price, and with what. */
export const sideOf = (side: 'long' | 'short') =>
  side === 'long'
    ? ({ direction: 'down', beyond: 'below', flow: 'selling' } as const)
    : ({ direction: 'up', beyond: 'above', flow: 'buying' } as const);

/** Distance from the price to the nearer edge of a cluster; 0 within it. */
export const gapTo = ({ low, high }: ClusterReport, price: number): number =>
  Math.max(0, low - price, price - high);

export const nearest = (clusters: readonly ClusterReport[], price: number): ClusterReport | null =>
  clusters.reduce<ClusterReport | null>(
    (best, cluster) => (best === null || gapTo(cluster, price) < gapTo(best, price) ? cluster : best),
    null,
  );
