import { positive } from '../../market/number-schemas.ts';
import { directionOf } from './pressure.ts';
import { type AlertView, type Condition, rule } from './rule.ts';

/** Real liquidations of the last quarter hour, far above a busy one. */
export const burst = rule({
  id: 'burst',
  figure: 'forced-orders',
  settings: {
    burstMultiple: {
      schema: positive,
      fallback: 3,
      scale: 1,
      least: 1,
      most: 50,
    },
  },
  conditions: burstConditions,
});

function burstConditions(
  { signals, state, price }: AlertView,
  { burstMultiple }: { readonly burstMultiple: number },
): Condition[] {
  const { burst } = signals;
  if (burst === null || burst.busyUsd <= 0) return [];
  return (['long', 'short'] as const).map((side) => {
    const usd = side === 'long' ? burst.longUsd : burst.shortUsd;
    const key = `burst:${side}`;
    const direction = directionOf(side);
    const least = (state.raised[key] === true ? 0.5 : 1) * burstMultiple * burst.busyUsd;
    return {
      key,
      cause: direction,
      gravity: 3,
      isRaised: usd >= least,
      isToldAtFirstSight: false,
      code: `burst.${side}`,
      figures: { price, usd, multiple: usd / burst.busyUsd },
    };
  });
}
