import { priceText, usdText } from '../../market/amount-text.ts';
import { positive } from '../../market/number-schemas.ts';
import { gapTo, nearest, sideOf } from './pressure.ts';
import { type AlertView, type Condition, rule } from './rule.ts';

/** Farther than this many average true ranges, a cluster starts no cascade that is worth a warning today. */
const CASCADE_REACH_ATR = 1;

/** A cluster within a day's range from which forced flow alone would carry the price on. */
export const cascade = rule({
  id: 'cascade',
  label: 'Forced flow would carry the price far beyond a cluster',
  settings: {
    cascadeAtr: {
      schema: positive,
      fallback: 0.5,
      label: 'At least',
      unit: 'average day’s ranges',
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
    const { direction, flow } = sideOf(side);
    const far = side === 'long' ? cluster.low : cluster.high;
    const carriedAtr = Math.abs(cascade.terminal.p50 - far) / atr;
    const least = (state.raised[key] === true ? 0.7 : 1) * cascadeAtr;
    return [
      {
        key,
        cause: direction,
        gravity: 2,
        isRaised: carriedAtr >= least && gapTo(cluster, price) <= CASCADE_REACH_ATR * atr,
        isToldAtFirstSight: false,
        title: `Cascade possible from ${priceText(far)}`,
        text: `Price ${priceText(price)}: if ${priceText(far)} is passed, forced ${flow} of about ${usdText(cascade.forcedUsd)} USD would most likely carry it on to ${priceText(cascade.terminal.p50)} (${priceText(cascade.terminal.p5)} to ${priceText(cascade.terminal.p95)}, estimate). The move may go on without them.`,
      },
    ];
  });
}
