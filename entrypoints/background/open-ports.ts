import { createClockPort } from '../../core/io/clock.ts';
import { createDatabase } from '../../core/io/database.ts';
import { createHttp } from '../../core/io/http.ts';
import { createMessages } from '../../core/io/messages.ts';
import { systemNotifications } from '../../core/io/notifications.ts';
import { createSockets } from '../../core/io/sockets.ts';
import { systemSound } from '../../core/io/sound.ts';
import { clockItem } from '../../core/io/storage-shared.ts';
import { createExtensionStorage } from '../../core/io/storage-worker.ts';
import { createVenueClock } from '../../core/io/venue-clock.ts';
import type { Ports } from '../../core/ledger/ports.ts';
import { type ChunkNews, rememberRows } from '../../core/ledger/row-memory.ts';
import { allowedOrigins } from './allowed-origins.ts';

export interface OpenPorts {
  readonly ports: Ports;
  /** What the database tells of its writes. */
  readonly news: ChunkNews;
  /** Holds once it is known how far the device's clock is off. */
  readonly isClockReady: Promise<void>;
}

/** The browser's network, storage, clock, notifications and sound. */
export function openPorts(): OpenPorts {
  const memory = rememberRows(
    createDatabase({ deviceMs: () => Date.now(), onOtherRows: () => memory.forget() }),
  );
  const venueClock = createVenueClock({
    deviceMs: () => Date.now(),
    elapsedMs: () => performance.now(),
    stored: clockItem,
  });
  const clock = createClockPort(venueClock);
  const http = createHttp({
    fetch: (...request) => fetch(...request),
    clock: venueClock,
    isAllowed: allowedOrigins(),
  });
  const ports: Ports = {
    clock,
    database: memory.database,
    http,
    messages: createMessages(http),
    notifications: systemNotifications,
    sockets: createSockets(),
    sound: systemSound,
    storage: createExtensionStorage(clock.nowMs),
  };
  return { ports, news: memory.news, isClockReady: venueClock.ready };
}
