import { firstTouch } from './first-touch.ts';
import type { TouchQuestion } from './touch-probability.ts';

/** Prices of hours without gaps, ascending. */
export interface HourlyPrices {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** Distances of a target and of a stop on the other side of the price, in standard deviations of the forecast. */
const RACES = [
  [0.5, 0.5],
  [1, 1],
  [2, 2],
  [1, 0.5],
  [2, 1],
  [0.5, 1],
  [1, 2],
  [3, 1],
] as const;

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
  return RACES.map(([target, stop]) => {
    const [far, near] = [target * sigma, stop * sigma];
    const ofLong = reached(far, near) ?? 0;
    const ofShort = 1 - (reached(near, far) ?? 1);
    return {
      barrier: `${target}:${stop} sd`,
      said: firstTouch({ up: far, down: near, sigma, degreesOfFreedom }).up,
      happened: (ofLong + ofShort) / 2,
    };
  });
}

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
