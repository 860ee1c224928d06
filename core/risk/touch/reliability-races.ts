import { firstTouch } from './first-touch.ts';
import type { TouchQuestion } from './touch-probability.ts';

/** Prices of hours without gaps, ascending. */
export interface HourlyPrices {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * Distances of a target and of a stop on the other side of the price, in standard deviations of the forecast; `turned`: the
 * race with both in each other's place is asked for, too, and has the same answer from the other side.
 */
const RACES = [
  { target: 0.5, stop: 0.5, turned: false },
  { target: 1, stop: 1, turned: false },
  { target: 2, stop: 2, turned: false },
  { target: 1, stop: 0.5, turned: true },
  { target: 2, stop: 1, turned: true },
  { target: 3, stop: 1, turned: false },
].map((race) => ({
  ...race,
  barrier: `${race.target}:${race.stop} sd`,
  turnedBarrier: `${race.stop}:${race.target} sd`,
}));

/** A forecast of a target before a stop, on both sides of the price, and what happened. */
export interface Race {
  /** Target and stop, such as `2:1 sd`. */
  readonly barrier: string;
  readonly said: number;
  /** Share of the two sides on which the target came first; a half where one hour reached both and does not tell. */
  readonly happened: number;
}

/** Targets before stops within the hours after `last`. */
export function raceOutcomes(
  market: HourlyPrices,
  last: number,
  forecast: Omit<TouchQuestion, 'distance'> & { readonly horizonHours: number },
): readonly Race[] {
  const { sigma, degreesOfFreedom, horizonHours } = forecast;
  const price = market.close[last] ?? NaN;
  const span = [last + 1, last + 1 + horizonHours] as const;
  const reached = (up: number, down: number): number | null =>
    firstReached(market, span, { above: price * Math.exp(up), below: price * Math.exp(-down) });
  return RACES.flatMap(({ target, stop, turned, barrier, turnedBarrier }) => {
    const [far, near] = [target * sigma, stop * sigma];
    const said = firstTouch({ up: far, down: near, sigma, degreesOfFreedom });
    const first = reached(far, near);
    const second = far === near ? first : reached(near, far);
    const race = { barrier, said: said.up, happened: shareOf(first, second) };
    if (!turned) return [race];
    return [race, { barrier: turnedBarrier, said: said.down, happened: shareOf(second, first) }];
  });
}

/** Share of the two sides on which the target came first: of `asLong` it lies above, of `asShort` the stop does. */
const shareOf = (asLong: number | null, asShort: number | null): number =>
  ((asLong ?? 0) + 1 - (asShort ?? 1)) / 2;

/** Which of two prices the hours after `last` reach first: 1 that above, 0 that below, 0.5 where one hour reaches both; null for neither. */
function firstReached(
  { high, low }: HourlyPrices,
  [from, until]: readonly [number, number],
  { above, below }: { readonly above: number; readonly below: number },
): number | null {
  for (let at = from; at < until; at += 1) {
    const isAbove = (high[at] ?? NaN) >= above;
    const isBelow = (low[at] ?? NaN) <= below;
    if (isAbove && isBelow) return 0.5;
    if (isAbove || isBelow) return isAbove ? 1 : 0;
  }
  return null;
}
