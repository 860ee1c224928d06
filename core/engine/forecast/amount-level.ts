import type { Places } from './places.ts';
import { refilled } from './refilled.ts';
import { meanNear, NEAR_STEPS } from './relative-lattice.ts';
import { vigourOf } from './vigour.ts';

/**
 * How much waits near the price on one side, up to a factor: the law of how much, apart from the members', which say
 * where. The share that is refilled within 2 %, by trading 80 to 420 bp away, and more after lively hours: how much falls
 * depends on a wider neighbourhood than where it does.
 * @param range as `recentRange` has it
 */
export const amountLevel = (places: Pick<Places, 'ageHours' | 'wideHours'>, range: number): number =>
  vigourOf(range) * meanNear(refilled(places, places.wideHours, NEAR_STEPS));
