import { share } from '../../market/number-schemas.ts';
import { type AlertView, type Condition, PERCENT, rule } from './rule.ts';

/** A position's warning ends where the distance is half as large again and the chance a third smaller. */
const LOOSER_DISTANCE = 1.5;
const LOOSER_CHANCE = 2 / 3;

/** Own positions whose liquidation is near or likely. */
export const ownLiquidation = rule({
  id: 'own-liquidation',
  settings: {
    ownDistance: {
      schema: share,
      fallback: 0.05,
      scale: PERCENT,
      least: 0.1,
      most: 50,
    },
    ownChance: {
      schema: share,
      fallback: 0.1,
      scale: PERCENT,
      least: 0.1,
      most: 100,
    },
  },
  passingKeys: ['own:'],
  isOwn: true,
  isPressing: true,
  conditions: ownConditions,
});

function ownConditions(
  { signals, state, price: marketPrice }: AlertView,
  { ownDistance, ownChance }: { readonly ownDistance: number; readonly ownChance: number },
): Condition[] {
  return signals.positions.flatMap(({ id, side, mark = null, liquidationPrice, isEstimate, chance24h }) => {
    if (liquidationPrice === null) return [];
    // Liquidation goes by the venue's own mark price, whatever others say.
    const price = mark?.price ?? marketPrice;
    const key = `own:${id}`;
    const wasRaised = state.raised[key] === true;
    const distance = Math.abs(liquidationPrice / price - 1);
    const isNear = distance <= ownDistance * (wasRaised ? LOOSER_DISTANCE : 1);
    const isLikely = chance24h !== null && chance24h >= ownChance * (wasRaised ? LOOSER_CHANCE : 1);
    return [
      {
        key,
        cause: key,
        gravity: 6,
        isRaised: isNear || isLikely,
        isToldAtFirstSight: true,
        code: `own-liquidation.${side}`,
        figures: {
          distance,
          price: mark === null ? price : null,
          venue: mark?.venue ?? null,
          mark: mark?.price ?? null,
          contradicted: mark?.isAside === true ? mark.venue : null,
          exact: isEstimate ? null : liquidationPrice,
          estimate: isEstimate ? liquidationPrice : null,
          chance: chance24h,
        },
      },
    ];
  });
}
