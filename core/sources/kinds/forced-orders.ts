import type { ForcedOrder } from '../../market/forced-order.ts';
import type { TimeRange } from '../../market/time-range.ts';
import { changesOf } from '../../ledger/forced-orders/order-log.ts';
import type { ForcedOrderList } from '../../venues/venue.ts';
import type { Asked } from '../host-gate.ts';
import { once, type SourceKind } from './kind.ts';
import { HOUR_MS, MINUTE_MS } from '../../market/time.ts';

/** How far back a venue without a stream answers. */
const WINDOW_MS = HOUR_MS;
const PERIOD_MS = 5 * MINUTE_MS - 5_000;
/** Full lists that are followed back in one poll; before the last of them lies a gap. */
const MOST_PAGES = 5;
/** An order may appear in the list this long after it fired. */
const LATE_MS = 30_000;

/**
 * Forced orders since the venue was last heard, as far back as it knows, where no socket listens to it. Orders that two
 * answers hold count once.
 */
export const forcedOrders: SourceKind = {
  id: 'forced-orders',
  periodMs: PERIOD_MS,
  staleAfterMs: 30 * MINUTE_MS,
  stages: ['apart'],
  begin: async (scope, row) => {
    const { ports, gate, market, venue, instrument, deadlineMs } = scope;
    const { database, clock } = ports;
    const { recentForcedOrders } = venue;
    if (recentForcedOrders === null) return null;
    const stretches = (await database.get('listening', [market, venue.id]))?.stretches ?? [];
    // A time to come was heard by another clock.
    const heardUntilMs = stretches.findLast(({ untilMs }) => untilMs <= clock.nowMs())?.untilMs ?? -Infinity;
    if (heardUntilMs > clock.nowMs() - PERIOD_MS) return null;
    const nowMs = clock.nowMs();
    const fromMs = Math.max(heardUntilMs, nowMs - WINDOW_MS + LATE_MS);
    const range = { fromS: Math.floor((fromMs - LATE_MS) / 1000), untilS: Math.floor(nowMs / 1000) };
    const questions = once<AskedBack>({
      ask: () => () =>
        askBack(range, (part) => gate.ask(venue, recentForcedOrders(instrument, part), deadlineMs)),
      fold: async ({ batches, cutOffMs }) => {
        const stretch = { fromMs: Math.max(fromMs, cutOffMs ?? -Infinity), untilMs: nowMs - LATE_MS };
        const heard = { market, venue: venue.id, batches, stretches: [stretch] };
        return { data: { kind: 'forced-orders' }, changes: await changesOf(database, heard, nowMs) };
      },
    });
    return questions(scope, row);
  },
};

/** What several answers say of one range, the newest first. */
interface AskedBack extends Pick<ForcedOrderList, 'cutOffMs'> {
  readonly batches: readonly (readonly ForcedOrder[])[];
}

/**
 * Asks for `range`, and where the list comes back full, for what lies before it. The second of its oldest row is asked
 * for again: the list may have been cut off in it. Where the budget is spent, or the venue tells its newest rows only, the
 * rest stays unknown.
 */
async function askBack(
  range: TimeRange,
  ask: (range: TimeRange) => Promise<Asked<ForcedOrderList>>,
): Promise<Asked<AskedBack>> {
  const first = await ask(range);
  if (first.kind !== 'answer') return first;
  const batches = [first.value.orders];
  let { cutOffMs } = first.value;
  while (cutOffMs !== null && batches.length < MOST_PAGES) {
    const untilS = cutOffMs / 1000 - 1;
    if (untilS < range.fromS) break;
    const asked = await ask({ fromS: range.fromS, untilS });
    if (asked.kind !== 'answer') break;
    batches.push(asked.value.orders);
    const isFartherBack = asked.value.cutOffMs === null || asked.value.cutOffMs < cutOffMs;
    if (!isFartherBack) break;
    cutOffMs = asked.value.cutOffMs;
  }
  return { kind: 'answer', value: { batches, cutOffMs } };
}
