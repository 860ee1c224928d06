import * as v from 'valibot';

import { notNegative } from '../../market/number-schemas.ts';
import { type AlertView, type Condition, rule } from './rule.ts';
import { DAY_MS, MINUTE_MS } from '../../market/time.ts';

/** High-impact events that begin soon. */
export const event = rule({
  id: 'event',
  settings: {
    eventLeadMs: {
      schema: v.pipe(notNegative, v.maxValue(DAY_MS)),
      fallback: 60 * MINUTE_MS,
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
      code: 'event',
      figures: { price, title, country, minutes: Math.max(1, Math.round((at - nowMs) / MINUTE_MS)) },
    }));
}
