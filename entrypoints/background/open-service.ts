import type { Ports } from '../../core/ledger/ports.ts';
import type { StoragePort } from '../../core/ledger/storage-port.ts';
import { createWatchService, type WatchService } from '../../core/service/watch-service.ts';
import { createOrderFollower } from '../../core/sources/streams/follow-orders.ts';
import { VENUES } from '../../core/venues/registry.ts';
import { logFailure } from './log-failure.ts';
import { openPorts } from './open-ports.ts';
import { showBadge } from './show-badge.ts';

export interface OpenService {
  readonly service: WatchService;
  readonly clock: Ports['clock'];
  /** Holds once it is known how far the device's clock is off. */
  readonly isClockReady: Promise<void>;
  /** Brings the lines to the venues' sockets in order. */
  readonly followOrders: () => Promise<void>;
}

/** The watch service on the browser's network, storage and clock; what it writes is shown on the icon. */
export function openService(): OpenService {
  const { ports: open, news, isClockReady } = openPorts();
  const { clock } = open;
  const storage: StoragePort = {
    ...open.storage,
    writeReport: async (report) => {
      await open.storage.writeReport(report);
      const show = async () => showBadge(report, await service.watched(), clock.nowMs());
      void show().catch(logFailure);
    },
  };
  const ports: Ports = { ...open, storage };
  const service = createWatchService(ports, VENUES, news);
  return { service, clock, isClockReady, followOrders: createOrderFollower(ports, VENUES) };
}
