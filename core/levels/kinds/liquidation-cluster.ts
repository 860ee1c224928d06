import { fixedEdges, type LevelKind } from './kind.ts';

/** Of a cluster that is all of its side. */
const STRENGTH = 0.4;

/** Bands in which forced orders wait; they move with the price, so that there is nothing to follow. */
export const liquidationCluster: LevelKind = {
  id: 'liquidation-cluster',
  ofMoment: ({ clusters, closed }) =>
    clusters.map(({ id, side, low, high, shareOfSide }) => ({
      id: `cluster-${id}`,
      low,
      high,
      strength: STRENGTH * shareOfSide,
      sources: [`liquidation-cluster ${side}`],
      fromIndex: closed.length,
      side: side === 'long' ? 'support' : 'resistance',
      edgesAt: fixedEdges(low, high),
    })),
};
