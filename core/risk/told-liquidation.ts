import type { PositionLiquidation } from './liquidation-types.ts';

/** The venue's own price and the formula's are one below this difference, a fraction of the price. */
const SHOWN_ABOVE = 0.005;

/**
 * What the formula says beside what the venue itself said of the position. Where they are one, the formula's, which
 * follows the price; where they are not, the venue's, and the formula's as the alternative. A venue that names no price
 * where the formula has one takes nothing from it: the nearer danger stands.
 * @param told the venue's own price; null: it names none
 */
export function besideTold(own: PositionLiquidation, told: number | null): PositionLiquidation {
  const isKnown = own.reason === null || own.reason === 'fully-backed';
  const price = own.liquidationPrice;
  if (told === null) {
    if (!isKnown) return { ...own, reason: 'none-named' };
    return price === null ? own : { ...own, alternative: { liquidationPrice: null, name: 'venue' } };
  }
  if (isKnown && price !== null && Math.abs(price / told - 1) <= SHOWN_ABOVE) return own;
  return {
    ...own,
    liquidationPrice: told,
    reason: null,
    estimate: false,
    bankruptcyEstimate: true,
    immediate: false,
    alternative: isKnown ? { liquidationPrice: price, name: 'formula' } : null,
  };
}
