import { marketId } from '../../market/asset.ts';
import type { Instrument } from '../../market/instrument.ts';
import { VENUE_IDS, type VenueId } from '../../market/venue-id.ts';
import type { ForcedOrderStream, Venue } from '../../venues/venue.ts';
import { atChosenHost, type ChosenHosts } from '../../venues/regional-hosts.ts';
import { instrumentOf } from '../../market/instrument-of.ts';
import type { ClockPort, DatabasePort } from '../../ledger/ports.ts';
import { storedInstruments } from '../kinds/instruments.ts';
import { type Connection, createConnection } from './connection.ts';
import { createOrderLog } from '../../ledger/forced-orders/order-log.ts';
import type { SocketPort } from '../../market/socket-port.ts';

export interface ListenerPorts {
  readonly clock: Pick<ClockPort, 'nowMs' | 'deviceMs'>;
  readonly database: DatabasePort;
  readonly sockets: SocketPort;
}

/** Listens to the forced orders of markets while the worker lives; what it hears is in the database. */
export interface OrderListener {
  /**
   * Opens, keeps and closes lines so that these markets are listened to at these venues, and no others. Called by
   * every alarm, which is what brings the lines back after the worker died, slept or lost the network.
   * @param hosts where the user wants venues to be asked
   * @throws StorageError
   */
  readonly follow: (
    markets: readonly string[],
    venues: readonly VenueId[],
    hosts?: ChosenHosts,
  ) => Promise<void>;
}

const TICK_MS = 5_000;
/** A time counts as listened to at the latest after this long. */
const FLUSH_MS = 10_000;

interface Ear {
  readonly id: string;
  readonly connection: Connection;
  stream: ForcedOrderStream;
  instruments: readonly Instrument[];
}

/** Opens nothing before the first `follow`. */
export function createListener(
  { clock, database, sockets }: ListenerPorts,
  venues: Readonly<Record<VenueId, Pick<Venue, 'id' | 'forcedOrderStream'>>>,
): OrderListener {
  const log = createOrderLog(database, clock);
  const ears = new Map<VenueId, Ear>();
  let stopTicking: (() => void) | null = null;

  const hear = (venue: VenueId, ear: Ear, text: string, sinceMs: number): void => {
    const nowMs = clock.nowMs();
    let orders;
    try {
      orders = ear.stream.parse(text, ear.instruments, nowMs);
    } catch {
      // A frame that cannot be read may have held orders: its time stays a gap.
      return;
    }
    for (const market of ear.instruments.map(marketId)) {
      const own = orders.filter((order) => marketId(order) === market);
      log.hear(market, venue, own, { fromMs: sinceMs, untilMs: nowMs });
    }
  };

  const listen = (venue: VenueId, stream: ForcedOrderStream, instruments: readonly Instrument[]): void => {
    const id = [stream.url, ...stream.subscribe].join(' ');
    const known = ears.get(venue);
    if (known?.id === id) {
      known.stream = stream;
      known.instruments = instruments;
      return;
    }
    known?.connection.close();
    const ear: Ear = {
      id,
      stream,
      instruments,
      connection: createConnection({
        sockets,
        clock,
        stream,
        onFrame: (text, sinceMs) => hear(venue, ear, text, sinceMs),
      }),
    };
    ears.set(venue, ear);
  };

  const tick = (): void => {
    for (const { connection } of ears.values()) connection.tick();
    const sinceMs = log.waitingSinceMs();
    // What is not written stays a gap, and the alarm says why storage fails.
    if (sinceMs !== null && clock.deviceMs() - sinceMs >= FLUSH_MS) log.flush().catch(() => null);
  };

  return {
    follow: async (markets, chosen, hosts) => {
      for (const id of VENUE_IDS) {
        const open = venues[id].forcedOrderStream;
        const isChosen = open !== null && chosen.includes(id) && markets.length > 0;
        const instruments = isChosen ? await instrumentsOf(database, id, markets) : [];
        if (open !== null && instruments.length > 0) {
          const stream = open(instruments);
          listen(id, { ...stream, url: atChosenHost(stream.url, id, hosts) }, instruments);
        } else {
          ears.get(id)?.connection.close();
          ears.delete(id);
        }
      }
      if (ears.size > 0) stopTicking ??= sockets.every(TICK_MS, tick);
      else {
        stopTicking?.();
        stopTicking = null;
      }
      tick();
      await log.flush();
    },
  };
}

async function instrumentsOf(
  database: DatabasePort,
  venue: VenueId,
  markets: readonly string[],
): Promise<readonly Instrument[]> {
  const listed = (await storedInstruments(database, venue)) ?? [];
  return markets
    .map((market) => instrumentOf(market, listed))
    .filter((instrument) => instrument !== null)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
