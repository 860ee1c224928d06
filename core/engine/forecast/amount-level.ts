import type { Places } from './places.ts';
import { NEAR_STEPS } from './relative-lattice.ts';
import { vigourOf } from './vigour.ts';

/** Share of the dollars that is gone where the price has just been, and the hours in which they come back. */
const SPENT_SHARE = 0.8;
const SPENT_HOURS = 16;

/**
 * How much waits near the price on one side, up to a factor: the law of how much, apart from the members', which say
 * where. What has come back within 2 % since the price was there, and more after lively hours. Found on hourly totals of
 * all venues, December 2025 to March 2026.
 * @param range as `recentRange` has it
 */
export function amountLevel({ ageHours }: Pick<Places, 'ageHours'>, range: number): number {
  let sum = 0;
  for (let step = 0; step < NEAR_STEPS; step++) {
    sum += 1 - SPENT_SHARE * Math.exp(-(ageHours[step] ?? 0) / SPENT_HOURS);
  }
  return vigourOf(range) * (sum / NEAR_STEPS);
}
