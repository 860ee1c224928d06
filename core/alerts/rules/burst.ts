import { priceText, usdText } from '../../market/amount-text.ts';
import { positive } from '../../market/number-schemas.ts';
import { sideOf } from './pressure.ts';
import { type AlertView, type Condition, rule } from './rule.ts';

/** Real liquidations of the last quarter hour, far above a busy one. */
export const burst = rule({
  id: 'burst',
  label: 'A burst of real liquidations',
  figure: 'forced-orders',
  settings: {
    burstMultiple: {
      schema: positive,
      fallback: 3,
      label: 'At least',
      unit: 'times a busy quarter hour',
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
    const { direction, flow } = sideOf(side);
    const least = (state.raised[key] === true ? 0.5 : 1) * burstMultiple * burst.busyUsd;
    return {
      key,
      cause: direction,
      gravity: 3,
      isRaised: usd >= least,
      isToldAtFirstSight: false,
      title: `Burst of ${side} liquidations`,
      text: `${usdText(usd)} USD of ${side}s were closed by force within 15 minutes, ${(usd / burst.busyUsd).toFixed(1)} times a busy quarter hour; price ${priceText(price)}. Forced ${flow} is moving the market now, and books are likely thin.`,
    };
  });
}
