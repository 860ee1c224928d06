import { positive } from '../../market/number-schemas.ts';
import { directionOf, gapTo, nearest } from './pressure.ts';
import { type AlertView, type Condition, rule } from './rule.ts';

/** Farther than this many average true ranges, a cluster starts no cascade that is worth a warning today. */
const CASCADE_REACH_ATR = 1;

/** A cluster within a day's range from which forced flow alone would carry the price on. */
export const cascade = rule({
  id: 'cascade',
  settings: {
    cascadeAtr: {
      schema: positive,
      fallback: 0.5,
      scale: 1,
      least: 0.1,
      most: 10,
    },
  },
  conditions: cascadeConditions,
});

function cascadeConditions(
  { report, price, state }: AlertView,
  { cascadeAtr }: { readonly cascadeAtr: number },
): Condition[] {
  const atr = report.atr1dUsd;
  if (atr === null) return [];
  return (['long', 'short'] as const).flatMap((side) => {
    const cluster = nearest(
      report.clusters.filter((candidate) => candidate.side === side && candidate.cascade !== null),
      price,
    );
    if (cluster?.cascade == null) return [];
    const { cascade } = cluster;
    const key = `cascade:${side}`;
    const far = side === 'long' ? cluster.low : cluster.high;
    const carriedAtr = Math.abs(cascade.terminal.p50 - far) / atr;
    const least = (state.raised[key] === true ? 0.7 : 1) * cascadeAtr;
    return [
      {
        key,
        cause: directionOf(side),
        gravity: 2,
        isRaised: carriedAtr >= least && gapTo(cluster, price) <= CASCADE_REACH_ATR * atr,
        isToldAtFirstSight: false,
        code: `cascade.${side}`,
        figures: { price, far, forcedUsd: cascade.forcedUsd, ...cascade.terminal },
      },
    ];
  });
}
