import type { VenueMark } from '../../market/market-report.ts';
import { percentText, priceText } from '../../market/amount-text.ts';
import { share } from '../../market/number-schemas.ts';
import { VENUE_NAMES } from '../../market/venue-id.ts';
import { type AlertView, type Condition, PERCENT, rule } from './rule.ts';

/** A position's warning ends where the distance is half as large again and the chance a third smaller. */
const LOOSER_DISTANCE = 1.5;
const LOOSER_CHANCE = 2 / 3;

/** Own positions whose liquidation is near or likely. */
export const ownLiquidation = rule({
  id: 'own-liquidation',
  label: 'My liquidation is near or likely',
  settings: {
    ownDistance: {
      schema: share,
      fallback: 0.05,
      label: 'Nearer than',
      unit: '% away',
      scale: PERCENT,
      least: 0.1,
      most: 50,
    },
    ownChance: {
      schema: share,
      fallback: 0.1,
      label: 'Or its chance above',
      unit: '% in 24 h',
      scale: PERCENT,
      least: 0.1,
      most: 100,
    },
  },
  passingKeys: ['own:'],
  isOwn: true,
  conditions: ownConditions,
});

function ownConditions(
  { signals, state, price: marketPrice }: AlertView,
  { ownDistance, ownChance }: { readonly ownDistance: number; readonly ownChance: number },
): Condition[] {
  return signals.positions.flatMap(({ id, side, mark = null, liquidationPrice, isEstimate, chance24h }) => {
    if (liquidationPrice === null) return [];
    const price = mark?.price ?? marketPrice;
    const key = `own:${id}`;
    const wasRaised = state.raised[key] === true;
    const distance = Math.abs(liquidationPrice / price - 1);
    const isNear = distance <= ownDistance * (wasRaised ? LOOSER_DISTANCE : 1);
    const isLikely = chance24h !== null && chance24h >= ownChance * (wasRaised ? LOOSER_CHANCE : 1);
    const chance =
      chance24h === null
        ? ''
        : ` Chance that it is reached within 24 hours: ${percentText(chance24h)} (estimate).`;
    return [
      {
        key,
        cause: key,
        gravity: 6,
        isRaised: isNear || isLikely,
        isToldAtFirstSight: true,
        title: `Your ${side}: liquidation ${percentText(distance)} away`,
        text: `${priceName(mark)} ${priceText(price)} is ${percentText(distance)} from the liquidation of your ${side} at ${priceText(liquidationPrice)}${isEstimate ? ' (estimate)' : ''}.${chance}`,
      },
    ];
  });
}

/** Liquidation goes by the venue's own mark price, whatever others say. */
const priceName = (mark: VenueMark | null): string =>
  mark === null
    ? 'Price'
    : `The mark price of ${VENUE_NAMES[mark.venue]}${mark.isAside ? ', which other venues contradict,' : ''}`;
