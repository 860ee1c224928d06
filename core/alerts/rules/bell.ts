import { type Bell, isLive } from '../../market/bell.ts';
import { MINUTE_MS } from '../../market/time.ts';
import { type AlertView, type Condition, rule } from './rule.ts';

/** A repeating bell rings again once the price was so far away, in average true ranges, and after this time at the earliest. */
const RELEASE_ATR = 0.1;
const COOL_DOWN_MS = 10 * MINUTE_MS;

/** Bells that the user hung on prices and bands. */
export const bell = rule({
  id: 'bell',
  settings: {},
  passingKeys: ['bell:'],
  isOwn: true,
  conditions: (view) =>
    view.signals.bells.filter((one) => isLive(one, view.nowMs)).map((one) => ringing(view, one)),
});

function ringing({ signals, state, report, price, previousPrice, nowMs }: AlertView, bell: Bell): Condition {
  const { low, high, setPrice } = bell;
  const key = `bell:${bell.id}`;
  const before = state.raised[key];
  const reach = before === true ? RELEASE_ATR * (report.atr1dUsd ?? 0) : 0;
  const isInside = price >= low - reach && price <= high + reach;
  // Before it was looked at first, the price came from where it stood when the bell was set.
  const last = before === undefined ? setPrice : previousPrice;
  const hasCrossed = last !== null && ((last < low && price > high) || (last > high && price < low));
  const { pause } = signals;
  const wasPassed = pause !== null && pause.fromMs >= bell.setAtMs && pause.low <= high && pause.high >= low;
  const isThere = isInside || hasCrossed;
  return {
    key,
    // Each ring is an event of its own.
    cause: `${key}:${nowMs}`,
    gravity: 3,
    isRaised: isThere || wasPassed,
    isToldAtFirstSight: setPrice === null || setPrice < low || setPrice > high,
    coolDownMs: COOL_DOWN_MS,
    code: isThere ? `bell.${bell.place}` : 'bell.passed',
    figures: { price, at: [low, high] },
  };
}
