import { VENUE_IDS, type VenueId } from '../../market/venue-id.ts';
import { listenedShareOf } from '../../ledger/forced-orders/listening.ts';
import type { HeardVenues } from '../../ledger/forced-orders/read-orders.ts';
import type { Stretch } from '../../ledger/tables/listening.ts';
import { MINUTE_MS } from '../../market/time.ts';

const LEAST_GAP_MS = MINUTE_MS;

/** A time between two stretches in which a venue was not listened to. */
export interface Gap extends Stretch {
  readonly venue: VenueId;
  /** It was listened to, and what was heard was taken back. */
  readonly isTakenBack?: boolean;
}

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

/** Gaps of at least `leastMs` between `fromMs` and `untilMs`, the latest first. */
export function gapsOf(
  venue: VenueId,
  stretches: readonly Stretch[],
  { fromMs, untilMs }: Stretch,
  leastMs: number,
): readonly Gap[] {
  const gaps: Gap[] = [];
  let openMs = fromMs;
  for (const stretch of [...stretches, { fromMs: untilMs, untilMs }]) {
    if (stretch.untilMs <= fromMs) continue;
    if (stretch.fromMs - openMs >= leastMs)
      gaps.push({ venue, fromMs: openMs, untilMs: Math.min(stretch.fromMs, untilMs) });
    openMs = Math.max(openMs, stretch.untilMs);
  }
  return gaps.toReversed();
}
