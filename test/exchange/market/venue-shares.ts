import { VENUE_IDS, type VenueId } from '../../../core/market/venue-id.ts';
import { createRandom, mixSeed } from './random.ts';

/** Share of open interest and volume of the venues that are polled at first, in the order of {@link VENUE_IDS}. */
export const VENUE_SHARES: readonly number[] = [0.36, 0.21, 0.14, 0.12, 0.1, 0.07];

/** Of those that come beside them. They have no traders of their own. */
const SHARES_BESIDE: readonly number[] = [0.03];

/**
 * Slowly changing share of a venue at a time: its part of the whole, with a wobble of a few percent. Those of the venues
 * that are polled at first add up to 1; the others come beside them.
 */
export function shareAt(venue: VenueId, timeS: number): number {
  const weights = [...VENUE_SHARES, ...SHARES_BESIDE].map(
    (share, index) => share * (1 + 0.02 * Math.sin(timeS / 190_000 + index * 1.7)),
  );
  const total = weights.slice(0, VENUE_SHARES.length).reduce((sum, weight) => sum + weight, 0);
  return weights[VENUE_IDS.indexOf(venue)]! / total;
}

/** A venue's price against the market's: a basis of a hundredth of a percent. */
export function basisAt(venue: VenueId, timeS: number): number {
  const index = VENUE_IDS.indexOf(venue);
  const noise = createRandom(mixSeed(index + 1, timeS / 300)).uniform() - 0.5;
  return 1 + 0.00006 * noise + 0.00004 * Math.sin(timeS / 40_000 + index);
}
