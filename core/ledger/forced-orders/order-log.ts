import { RowsGoneError } from '../../market/errors.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { VenueId } from '../../market/venue-id.ts';
import type { ClockPort, DatabaseChange, DatabasePort } from '../ports.ts';
import { inTurn } from '../in-turn.ts';
import { sameRows } from '../same-rows.ts';
import { SETTLED_AFTER_S } from '../windows.ts';
import { canHaveStood } from '../../engine/agreement/believable-orders.ts';
import { addStretch, withoutStretch } from './listening.ts';
import type { ListeningRow, Stretch } from '../tables/listening.ts';
import { chunkOf, hourOf, mergeOrders, ordersOf } from './order-chunks.ts';

/** What was heard of one market at one venue: answers or frames, and the time that they speak of. */
export interface Heard {
  readonly market: string;
  readonly venue: VenueId;
  readonly batches: readonly (readonly ForcedOrder[])[];
  readonly stretches: readonly Stretch[];
}

const NEVER: ListeningRow = { stretches: [], revision: 0 };

/**
 * What to write for `heard`, in one transaction, so that a time counts as listened to only if all that was heard in it
 * is stored. An order that cannot be is left out.
 */
export async function changesOf(
  database: DatabasePort,
  { market, venue, batches: told, stretches }: Heard,
  nowMs: number,
): Promise<readonly DatabaseChange[]> {
  const listening = (await database.get('listening', [market, venue])) ?? NEVER;
  const settledMs = nowMs - SETTLED_AFTER_S * 1000;
  let isLate = stretches.some((stretch) => newFromMs(listening.stretches, stretch) < settledMs);
  const ticker = (await database.get('sources', [market, venue, 'ticker']))?.data;
  const openInterestBase = ticker?.kind === 'ticker' ? ticker.ticker.openInterestBase : null;
  const batches = told.map((batch) => batch.filter((order) => canHaveStood(order, openInterestBase)));
  const changes: DatabaseChange[] = [];
  for (const hour of new Set(batches.flat().map(({ atMs }) => hourOf(atMs)))) {
    const key = [market, venue, hour];
    const chunk = await database.get('forcedOrders', key);
    const known = chunk === null ? [] : ordersOf(chunk, venue, market, hour);
    let merged = known;
    for (const batch of batches) {
      merged = mergeOrders(
        merged,
        batch.filter(({ atMs }) => hourOf(atMs) === hour),
      );
    }
    if (merged === known) continue;
    isLate ||= merged.some((order) => order.atMs < settledMs && !known.includes(order));
    changes.push({ store: 'forcedOrders', key, value: chunkOf(merged) });
  }
  const { takenBack = [] } = listening;
  const value: ListeningRow = {
    ...listening,
    stretches: takenBack.reduce(withoutStretch, stretches.reduce(addStretch, listening.stretches)),
    revision: listening.revision + (isLate ? 1 : 0),
  };
  return [...changes, { store: 'listening', key: [market, venue], value }];
}

/** Where what `stretch` adds to `known` begins. */
const newFromMs = (known: readonly Stretch[], { fromMs }: Stretch): number =>
  known.find((one) => one.fromMs <= fromMs && one.untilMs >= fromMs)?.untilMs ?? fromMs;

/** Gathers what sockets tell, and writes it now and then, in the turn of `database`. What a killed worker had not written yet is a gap. */
export interface OrderLog {
  readonly hear: (market: string, venue: VenueId, orders: readonly ForcedOrder[], stretch: Stretch) => void;
  /** When the oldest that is not written was heard, by the device's clock; null if all is. */
  readonly waitingSinceMs: () => number | null;
  /** @throws StorageError; what could not be written stays a gap */
  readonly flush: () => Promise<void>;
}

export function createOrderLog(
  database: DatabasePort,
  clock: Pick<ClockPort, 'nowMs' | 'deviceMs'>,
): OrderLog {
  let waiting = new Map<string, Heard>();
  let sinceMs: number | null = null;

  const writeOne = async (heard: Heard): Promise<void> => {
    const same = sameRows(database);
    await same.commit(await changesOf(same, heard, clock.nowMs()));
  };
  const write = async (): Promise<void> => {
    const all = [...waiting.values()];
    waiting = new Map();
    sinceMs = null;
    for (const heard of all)
      await writeOne(heard).catch((error: unknown) => {
        if (!(error instanceof RowsGoneError)) throw error;
        return writeOne(heard);
      });
  };

  return {
    waitingSinceMs: () => sinceMs,
    hear: (market, venue, orders, stretch) => {
      sinceMs ??= clock.deviceMs();
      const id = `${market} ${venue}`;
      const before = waiting.get(id);
      waiting.set(id, {
        market,
        venue,
        batches: orders.length === 0 ? (before?.batches ?? []) : [...(before?.batches ?? []), orders],
        stretches: addStretch(before?.stretches ?? [], stretch),
      });
    },
    flush: () => inTurn(database, write),
  };
}
