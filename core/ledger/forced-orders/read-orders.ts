import type { ForcedOrder } from '../../market/forced-order.ts';
import { VENUE_IDS, type VenueId } from '../../market/venue-id.ts';
import type { DatabasePort } from '../ports.ts';
import type { ListeningRow, Stretch } from '../tables/listening.ts';
import { hourOf, ordersOf } from './order-chunks.ts';
import type { OrderChunk } from '../tables/forced-orders.ts';

/** What was heard of one market's forced orders, by venue; only venues that were ever listened to. */
export type HeardVenues = Readonly<Partial<Record<VenueId, ListeningRow>>>;

export async function readListening(database: DatabasePort, market: string): Promise<HeardVenues> {
  const rows = await database.list('listening', [market]);
  return Object.fromEntries(
    rows.flatMap(({ key, value }) => {
      const venue = VENUE_IDS.find((id) => id === key[1]);
      return venue === undefined ? [] : [[venue, value]];
    }),
  );
}

/** Names what the engine may have read of the listening record and was changed since. */
export const heardRevision = (heard: HeardVenues): string =>
  VENUE_IDS.flatMap((id) => {
    const row = heard[id];
    return row === undefined ? [] : [`${id}:${row.revision}`];
  }).join(',');

/** Beyond this many hours one reading of all is cheaper than one of each. */
const FEW_HOURS = 12;

/** Forced orders of all venues in `[fromMs, untilMs)` that were not taken back, ascending in time. */
export async function readOrders(
  database: DatabasePort,
  market: string,
  heard: HeardVenues,
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
): Promise<readonly ForcedOrder[]> {
  if (!(untilMs > fromMs)) return [];
  const venues = VENUE_IDS.filter((id) => heard[id] !== undefined);
  const lists = await Promise.all(
    venues.map(async (venue) => {
      const chunks = await readChunks(database, [market, venue], fromMs, untilMs);
      return chunks
        .flatMap(({ hour, chunk }) => ordersOf(chunk, venue, market, hour))
        .filter(({ atMs }) => atMs >= fromMs && atMs < untilMs && !isIn(heard[venue]?.takenBack ?? [], atMs));
    }),
  );
  return lists.flat().sort((a, b) => a.atMs - b.atMs);
}

const isIn = (stretches: readonly Stretch[], timeMs: number): boolean =>
  stretches.some(({ fromMs, untilMs }) => timeMs >= fromMs && timeMs < untilMs);

interface HourChunk {
  readonly hour: number;
  readonly chunk: OrderChunk;
}

async function readChunks(
  database: DatabasePort,
  prefix: readonly [string, VenueId],
  fromMs: number,
  untilMs: number,
): Promise<readonly HourChunk[]> {
  const first = hourOf(fromMs);
  const last = hourOf(untilMs - 1);
  if (last - first < FEW_HOURS) {
    const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const chunks = await Promise.all(hours.map((hour) => database.get('forcedOrders', [...prefix, hour])));
    return chunks.flatMap((chunk, index) => (chunk === null ? [] : [{ hour: first + index, chunk }]));
  }
  const rows = await database.list('forcedOrders', prefix);
  return rows
    .map(({ key, value }) => ({ hour: Number(key[2]), chunk: value }))
    .filter(({ hour }) => hour >= first && hour <= last);
}
