import { VENUE_IDS, type VenueId } from '../../market/venue-id.ts';
import { listenedShareOf } from '../../ledger/forced-orders/listening.ts';
import type { HeardVenues } from '../../ledger/forced-orders/read-orders.ts';
import { type Gap, gapsOf } from './track-record.ts';

const LEAST_GAP_MS = 60_000;

/** How a venue was listened to in a stretch of time. */
export interface VenueListening {
  readonly venue: VenueId;
  /** Of the time since it was first listened to, or since the stretch began; 0 to 1. */
  readonly share: number;
  /** The latest first. */
  readonly gaps: readonly Gap[];
}

/** Venues that were ever listened to, between two moments, epoch milliseconds. */
export const listeningOf = (heard: HeardVenues, fromMs: number, untilMs: number): readonly VenueListening[] =>
  VENUE_IDS.flatMap((venue): VenueListening[] => {
    const stretches = heard[venue]?.stretches ?? [];
    const first = stretches[0];
    if (first === undefined) return [];
    const takenBack = heard[venue]?.takenBack ?? [];
    const isTakenBack = (gap: Gap): boolean =>
      takenBack.some((one) => one.fromMs < gap.untilMs && one.untilMs > gap.fromMs);
    const range = { fromMs: Math.max(fromMs, first.fromMs), untilMs };
    return [
      {
        venue,
        share: listenedShareOf(stretches, range.fromMs, range.untilMs),
        gaps: gapsOf(venue, stretches, range, LEAST_GAP_MS).map((gap) =>
          isTakenBack(gap) ? { ...gap, isTakenBack: true } : gap,
        ),
      },
    ];
  });
