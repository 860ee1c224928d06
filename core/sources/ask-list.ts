import type { Venue, VenueCall } from '../venues/venue.ts';
import type { Asked, HostGate } from './host-gate.ts';

/** No list is so long; a venue that always names a next page would be asked for ever. */
const MOST_PAGES = 20;

/**
 * The whole of a list, page after page; what ends it early, a refusal or the deadline, leaves nothing of it.
 * @throws what the gate throws
 */
export async function askList<T>(
  gate: HostGate,
  venue: Venue,
  call: VenueCall<readonly T[]>,
  deadlineMs: number,
): Promise<Asked<readonly T[]>> {
  const rows: T[] = [];
  let page: VenueCall<readonly T[]> | null = call;
  for (let pages = 0; page !== null && pages < MOST_PAGES; pages++) {
    const asked: Asked<readonly T[]> = await gate.ask(venue, page, deadlineMs);
    if (asked.kind !== 'answer') return asked;
    rows.push(...asked.value);
    page = asked.next ?? null;
  }
  return { kind: 'answer', value: rows };
}
