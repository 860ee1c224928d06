import type { VenueMark } from '../market/market-report.ts';
import { VENUE_NAMES } from '../market/venue-id.ts';
import { percentText, priceText } from '../market/amount-text.ts';
import { type AlertView, type Condition, GRAVITY } from './condition.ts';

/** A position's warning ends where the distance is half as large again and the chance a third smaller. */
const LOOSER_DISTANCE = 1.5;
const LOOSER_CHANCE = 2 / 3;

/** Own positions whose liquidation is near or likely. */
export const ownLiquidationConditions = ({
  signals,
  settings,
  state,
  price: marketPrice,
}: AlertView): Condition[] =>
  signals.positions.flatMap(({ id, side, mark = null, liquidationPrice, isEstimate, chance24h }) => {
    if (liquidationPrice === null) return [];
    const price = mark?.price ?? marketPrice;
    const key = `own:${id}`;
    const wasRaised = state.raised[key] === true;
    const distance = Math.abs(liquidationPrice / price - 1);
    const isNear = distance <= settings.ownDistance * (wasRaised ? LOOSER_DISTANCE : 1);
    const isLikely = chance24h !== null && chance24h >= settings.ownChance * (wasRaised ? LOOSER_CHANCE : 1);
    const chance =
      chance24h === null
        ? ''
        : ` Chance that it is reached within 24 hours: ${percentText(chance24h)} (estimate).`;
    return [
      {
        key,
        rule: 'own-liquidation',
        cause: key,
        gravity: GRAVITY.ownLiquidation,
        isRaised: isNear || isLikely,
        isToldAtFirstSight: true,
        title: `Your ${side}: liquidation ${percentText(distance)} away`,
        text: `${priceName(mark)} ${priceText(price)} is ${percentText(distance)} from the liquidation of your ${side} at ${priceText(liquidationPrice)}${isEstimate ? ' (estimate)' : ''}.${chance}`,
      },
    ];
  });

/** Liquidation goes by the venue's own mark price, whatever others say. */
const priceName = (mark: VenueMark | null): string =>
  mark === null
    ? 'Price'
    : `The mark price of ${VENUE_NAMES[mark.venue]}${mark.isAside ? ', which other venues contradict,' : ''}`;

/** High-impact events that begin soon. */
export const eventConditions = ({ report, settings, nowMs, price }: AlertView): Condition[] =>
  report.context.events
    .filter(({ impact, at }) => impact.toLowerCase() === 'high' && at > nowMs)
    .map(({ title, country, at }) => ({
      key: `event:${at}:${title}`,
      rule: 'event',
      cause: `event:${at}`,
      gravity: GRAVITY.event,
      isRaised: at - nowMs <= settings.eventLeadMs,
      isToldAtFirstSight: true,
      title: `${title} (${country}) in ${Math.max(1, Math.round((at - nowMs) / 60_000))} min`,
      text: `${title} (${country}), an event of high impact, begins in ${Math.max(1, Math.round((at - nowMs) / 60_000))} minutes; price ${priceText(price)}. Books tend to thin out around such times, and moves carry farther.`,
    }));
