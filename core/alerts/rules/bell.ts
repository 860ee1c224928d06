import { type Bell, isLive } from '../../market/bell.ts';
import type { Figures } from '../../market/figures.ts';
import { MINUTE_MS } from '../../market/time.ts';
import type { ClosedBar } from '../alert-signals.ts';
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

function ringing(view: AlertView, bell: Bell): Condition {
  const { signals, state, report, price, previousPrice, nowMs } = view;
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
  const visit = visitOf(view, bell);
  return {
    key,
    // Each ring is an event of its own.
    cause: `${key}:${nowMs}`,
    gravity: 3,
    isRaised: isThere || visit !== undefined || wasPassed,
    isToldAtFirstSight: setPrice === null || setPrice < low || setPrice > high,
    // One that rings once rests by itself, and may be hung again at once.
    coolDownMs: bell.repeats ? COOL_DOWN_MS : 0,
    ...told(
      isThere ? `bell.${bell.place}` : 'bell.passed',
      { price, at: [low, high] },
      isThere ? undefined : visit,
    ),
  };
}

/** When it was not there at a look, the time in which it was. */
const told = (code: string, figures: Figures, visit: ClosedBar | undefined) =>
  visit === undefined
    ? { code, figures }
    : { code: 'bell.between', figures: { ...figures, from: visit.fromMs, until: visit.untilMs } };

/** The last bar in which the price came from outside since the bell was set or rang: a wick between two looks counts. */
function visitOf({ signals, state }: AlertView, { id, low, high, setAtMs, rangAtMs }: Bell) {
  const sinceMs = Math.max(setAtMs, rangAtMs ?? 0, state.toldAt[`bell:${id}`] ?? 0);
  return signals.lately.findLast(
    (bar) =>
      bar.fromMs >= sinceMs && (bar.open < low || bar.open > high) && bar.low <= high && bar.high >= low,
  );
}
