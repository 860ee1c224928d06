import * as v from 'valibot';

import { priceText } from '../../market/amount-text.ts';
import { notNegative } from '../../market/number-schemas.ts';
import { type AlertView, type Condition, rule } from './rule.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** High-impact events that begin soon. */
export const event = rule({
  id: 'event',
  label: 'A high-impact economic event comes',
  settings: {
    eventLeadMs: {
      schema: v.pipe(notNegative, v.maxValue(DAY_MS)),
      fallback: 60 * MINUTE_MS,
      label: 'Told',
      unit: 'minutes before',
      scale: MINUTE_MS,
      least: 5,
      most: 720,
    },
  },
  passingKeys: ['event:'],
  conditions: eventConditions,
});

function eventConditions(
  { report, nowMs, price }: AlertView,
  { eventLeadMs }: { readonly eventLeadMs: number },
): Condition[] {
  return report.context.events
    .filter(({ impact, at }) => impact.toLowerCase() === 'high' && at > nowMs)
    .map(({ title, country, at }) => ({
      key: `event:${at}:${title}`,
      cause: `event:${at}`,
      gravity: 5,
      isRaised: at - nowMs <= eventLeadMs,
      isToldAtFirstSight: true,
      title: `${title} (${country}) in ${Math.max(1, Math.round((at - nowMs) / 60_000))} min`,
      text: `${title} (${country}), an event of high impact, begins in ${Math.max(1, Math.round((at - nowMs) / 60_000))} minutes; price ${priceText(price)}. Books tend to thin out around such times, and moves carry farther.`,
    }));
}
