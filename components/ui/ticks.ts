import { roundStep } from '../../core/market/round-step.ts';
import { HOUR_S } from '../../core/market/time.ts';

/** The round step of an axis that is not below `least`: quarters are round there too. */
export const tickStep = (least: number): number => roundStep(least, [1, 2, 2.5, 5]);

/** Multiples of a round step between `low` and `high`, at most `count` and one. */
export function ticks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [];
  return multiples(tickStep((high - low) / Math.max(1, count)), low, high);
}

/** Steps of a time axis: hours that divide a day, and days. */
const TIME_STEPS_S = [1, 2, 3, 6, 12, 24, 48, 120, 240].map((hours) => hours * HOUR_S);

/** Round local times between two, epoch seconds, at most `count` and one. @param offsetS local time less UTC */
export function timeTicks(fromS: number, untilS: number, count: number, offsetS: number): readonly number[] {
  if (!(untilS > fromS)) return [];
  const least = (untilS - fromS) / Math.max(1, count);
  const step = TIME_STEPS_S.find((one) => one >= least) ?? 480 * HOUR_S;
  return multiples(step, fromS + offsetS, untilS + offsetS).map((localS) => localS - offsetS);
}

function multiples(step: number, low: number, high: number): readonly number[] {
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}
