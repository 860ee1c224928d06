import { createClockPort } from '../../core/io/clock.ts';
import { createDatabase } from '../../core/io/database.ts';
import { createHttp } from '../../core/io/http.ts';
import { systemNotifications } from '../../core/io/notifications.ts';
import { clockItem } from '../../core/io/storage-shared.ts';
import { createExtensionStorage } from '../../core/io/storage-worker.ts';
import { createSockets } from '../../core/io/sockets.ts';
import { createVenueClock } from '../../core/io/venue-clock.ts';
import type { Ports, StoragePort } from '../../core/ledger/ports.ts';
import { createOrderFollower } from '../../core/sources/streams/follow-orders.ts';
import { rememberRows } from '../../core/ledger/row-memory.ts';
import { createWatchService, type WatchService } from '../../core/service/watch-service.ts';
import { VENUES } from '../../core/venues/registry.ts';
import { allowedOrigins } from './allowed-origins.ts';
import { logFailure } from './log-failure.ts';
import { showBadge } from './show-badge.ts';

export interface OpenService {
  readonly service: WatchService;
  readonly clock: Ports['clock'];
  /** Holds once it is known how far the device's clock is off. */
  readonly isClockReady: Promise<void>;
  /** Brings the lines to the venues' sockets in order. */
  readonly followOrders: () => Promise<void>;
}

/** The watch service on the browser's network, storage and clock. */
export function openService(): OpenService {
  const memory = rememberRows(
    createDatabase({ deviceMs: () => Date.now(), onOtherRows: () => memory.forget() }),
  );
  const { database, news } = memory;
  const venueClock = createVenueClock({
    deviceMs: () => Date.now(),
    elapsedMs: () => performance.now(),
    stored: clockItem,
  });
  const clock = createClockPort(venueClock);
  const extensionStorage = createExtensionStorage(clock.nowMs);
  const storage: StoragePort = {
    ...extensionStorage,
    writeReport: async (report) => {
      await extensionStorage.writeReport(report);
      const show = async () => showBadge(report, await service.watched(), clock.nowMs());
      void show().catch(logFailure);
    },
  };
  const http = createHttp({
    fetch: (...request) => fetch(...request),
    clock: venueClock,
    isAllowed: allowedOrigins(),
  });
  const sockets = createSockets();
  const ports = { clock, database, http, notifications: systemNotifications, sockets, storage };
  const service = createWatchService(ports, VENUES, news);
  const followOrders = createOrderFollower(ports, VENUES);
  return { service, clock, isClockReady: venueClock.ready, followOrders };
}
