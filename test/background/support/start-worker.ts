import type { Ports } from '../../../core/ledger/ports.ts';
import { rememberRows } from '../../../core/ledger/row-memory.ts';
import { createWatchService, type WatchService } from '../../../core/service/watch-service.ts';

/** A worker as the background has it: it holds what it has read, so that nobody else may write to its database. */
export function startWorker(ports: Ports, venues: Parameters<typeof createWatchService>[1]): WatchService {
  const { database, news } = rememberRows(ports.database);
  return createWatchService({ ...ports, database }, venues, news);
}
