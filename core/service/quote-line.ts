import { venuesOnPages } from '../ledger/leases.ts';
import type { Ports } from '../ledger/ports.ts';
import type { Settings } from '../ledger/settings/settings.ts';
import { socketVenues } from '../ledger/socket-consent.ts';
import type { Instrument } from '../market/instrument.ts';
import type { Ticker } from '../market/observations.ts';
import type { ToldTicker } from '../report/build-quote.ts';
import type { Connection } from '../sources/streams/connection.ts';
import { createMarkLine } from '../sources/streams/mark-line.ts';
import { atChosenHost } from '../venues/regional-hosts.ts';
import type { Venue } from '../venues/venue.ts';

/** The line by which a venue tells its mark price while somebody looks. */
export interface QuoteLine {
  /** Opens, keeps or shuts the line, by whether the user lets sockets to that venue be open now. */
  readonly follow: (settings: Settings, venue: Venue, instrument: Instrument) => Promise<void>;
  /** What the last frame says; null where none has come since this was asked, or it cannot be believed. */
  readonly take: () => ToldTicker | null;
  /** When the last one that was believed came, by the device's clock. */
  readonly heardMs: () => number;
  readonly shut: () => void;
}

/** The last frame of a line: some venues send ten a second, of which most need not be read. */
interface Frame {
  readonly venue: Venue;
  readonly read: () => Ticker | null;
  readonly atMs: number;
  readonly deviceMs: number;
}

interface QuoteLineOptions {
  readonly ports: Pick<Ports, 'clock' | 'sockets' | 'storage'>;
  readonly isWanted: () => boolean;
  /** A frame came. */
  readonly onFrame: () => void;
}

/** Opens nothing before the first `follow`. */
export function createQuoteLine({ ports, isWanted, onFrame }: QuoteLineOptions): QuoteLine {
  const { clock, sockets, storage } = ports;
  let line: { readonly url: string; readonly connection: Connection } | null = null;
  let unread: Frame | null = null;
  let heardMs = -Infinity;

  const shut = (): void => {
    line?.connection.close();
    line = null;
    unread = null;
  };

  return {
    shut,
    heardMs: () => heardMs,
    follow: async (settings, venue, instrument) => {
      const open = socketVenues(settings, venuesOnPages(await storage.readLeases(), clock.deviceMs()));
      const offered = open.includes(venue.id) ? venue.markPriceStream?.(instrument) : null;
      if (offered == null || !isWanted()) return shut();
      const stream = { ...offered, url: atChosenHost(offered.url, venue.id, settings.hosts) };
      if (line !== null && line.url !== stream.url) shut();
      const hear = (read: () => Ticker | null): void => {
        unread = { venue, read, atMs: clock.nowMs(), deviceMs: clock.deviceMs() };
        onFrame();
      };
      line ??= { url: stream.url, connection: createMarkLine({ sockets, clock, stream, onFrame: hear }) };
      line.connection.tick();
    },
    take: () => {
      const frame = unread;
      unread = null;
      const ticker = frame === null ? null : frame.read();
      if (frame === null || ticker === null) return null;
      heardMs = frame.deviceMs;
      return { venue: frame.venue.id, ticker, atMs: frame.atMs };
    },
  };
}
