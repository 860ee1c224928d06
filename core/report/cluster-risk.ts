import { distanceOf } from '../cascade/released-flow.ts';
import { simulateCascade } from '../cascade/simulate-cascade.ts';
import { gridEnd } from '../cascade/solve-cascade.ts';
import type { ClusterReport } from '../market/market-report.ts';
import { type BreakRisk, endPrices, rounded, touchChance } from './break-risk.ts';

/** Where forced orders would carry a sweep of a whole cluster, and how likely the price is to reach its near edge. */
export function assessCluster(
  cluster: Pick<ClusterReport, 'side' | 'low' | 'high'>,
  risk: BreakRisk,
): Pick<ClusterReport, 'touch' | 'cascade'> {
  const { price } = risk.cascades;
  const direction = cluster.side === 'long' ? 'down' : 'up';
  const isDown = direction === 'down';
  const near = Math.max(0, distanceOf(price, isDown ? cluster.high : cluster.low, direction));
  const far = Math.max(0, distanceOf(price, isDown ? cluster.low : cluster.high, direction));
  const touchIn = (horizonHours: number): number => rounded(touchChance(risk, horizonHours)(near));
  const touch = { h4: touchIn(4), h24: touchIn(24), d7: touchIn(168) };
  const profile = risk.cascades[direction];
  if (far > gridEnd(profile)) return { touch, cascade: null };
  const cascade = simulateCascade(profile, far, risk.draws, risk.survival);
  return {
    touch,
    cascade: {
      ...endPrices(price, cascade, direction),
      forcedUsd: Math.round(cascade.medianForcedUsd()),
      amplification: rounded(cascade.amplification.p50),
    },
  };
}
