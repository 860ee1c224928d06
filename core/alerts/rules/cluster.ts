import { positive, share } from '../../market/number-schemas.ts';
import { directionOf, gapTo, nearest } from './pressure.ts';
import { type AlertView, type Condition, PERCENT, rule } from './rule.ts';

/** A cluster's warning ends where it is twice as far as where it began. */
const LOOSER = 2;

/** The nearest cluster of each side that holds enough of it. */
export const cluster = rule({
  id: 'cluster',
  settings: {
    clusterAtr: {
      schema: positive,
      fallback: 0.25,
      scale: 1,
      least: 0.05,
      most: 5,
    },
    clusterShare: {
      schema: share,
      fallback: 0.1,
      scale: PERCENT,
      least: 1,
      most: 100,
    },
  },
  conditions: clusterConditions,
});

function clusterConditions(
  view: AlertView,
  { clusterAtr, clusterShare }: { readonly clusterAtr: number; readonly clusterShare: number },
): Condition[] {
  const { report, price, state } = view;
  const atr = report.atr1dUsd;
  if (atr === null) return [];
  return (['long', 'short'] as const).flatMap((side) => {
    const total = sideExposure(view, side);
    const large = report.clusters.filter(
      (cluster) => cluster.side === side && cluster.exposureUsd.p50 >= clusterShare * total,
    );
    const cluster = nearest(large, price);
    if (cluster === null || total === 0) return [];
    const key = `cluster:${side}`;
    return [
      {
        key,
        cause: directionOf(side),
        gravity: 1,
        isRaised: gapTo(cluster, price) <= clusterAtr * atr * (state.raised[key] === true ? LOOSER : 1),
        isToldAtFirstSight: false,
        code: `cluster.${side}`,
        figures: {
          price,
          near: side === 'long' ? cluster.high : cluster.low,
          exposureUsd: cluster.exposureUsd.p50,
          share: cluster.exposureUsd.p50 / total,
        },
      },
    ];
  });
}

/** Whole exposure of a side: of the map, or of the clusters while there is no map. */
function sideExposure({ report }: AlertView, side: 'long' | 'short'): number {
  const mass = side === 'long' ? report.map?.longExposureUsd : report.map?.shortExposureUsd;
  return (
    mass?.reduce((sum, usd) => sum + usd, 0) ??
    report.clusters
      .filter((cluster) => cluster.side === side)
      .reduce((sum, cluster) => sum + cluster.exposureUsd.p50, 0)
  );
}
