import type { PositionSide } from '../../market/forced-order.ts';
import type { ClusterReport } from '../../market/market-report.ts';
import type { TerminalDistance } from './cascade-touch.ts';

/**
 * How often each of the reported quantiles stands for a draw: close to 0.185, 0.63 and 0.185, the weights of the
 * extended Pearson-Tukey approximation of a mean by its 5th, 50th and 95th percentile (Keefer and Bodily 1983).
 */
const DRAWS = { p5: 3, p50: 10, p95: 3 } as const;

/** Cascades on one side as a report tells them: past a cluster's far edge, the price goes on to where its forced orders carry it. */
export function clusterDraws(
  side: PositionSide,
  price: number,
  clusters: readonly ClusterReport[],
): readonly TerminalDistance[] {
  const distanceOf = (target: number): number => (side === 'long' ? 1 : -1) * Math.log(price / target);
  const mine = clusters.flatMap((cluster) => {
    const far = distanceOf(side === 'long' ? cluster.low : cluster.high);
    return cluster.side === side && cluster.cascade !== null && far > 0
      ? [{ far, terminal: cluster.cascade.terminal }]
      : [];
  });
  if (mine.length === 0) return [];
  return (['p5', 'p50', 'p95'] as const).flatMap((quantile) => {
    const ends = mine.map(({ far, terminal }) => ({ far, end: distanceOf(terminal[quantile]) }));
    const draw: TerminalDistance = (distance) =>
      ends.reduce((reached, { far, end }) => (distance >= far ? Math.max(reached, end) : reached), distance);
    return Array.from({ length: DRAWS[quantile] }, () => draw);
  });
}
