import { useEffect, useState } from 'preact/hooks';

import { createDatabase } from '../../core/io/database.ts';
import { clockItem, reportItem } from '../../core/io/storage-shared.ts';
import { readRecord, type StoredRecord } from '../../core/report/forecast/read-record.ts';

/** The record is read anew when the worker has written a report, and not more often than this. */
const REREAD_MS = 10_000;

/** The worker alone writes there. */
const database = createDatabase({ deviceMs: () => Date.now() });

/** The stored record of `market`; null until it was read. */
export function useStored(market: string): StoredRecord | null {
  const [stored, setStored] = useState<StoredRecord | null>(null);
  useEffect(() => {
    let readAtMs = 0;
    let isCurrent = true;
    const read = (): void => {
      if (Math.abs(Date.now() - readAtMs) < REREAD_MS) return;
      readAtMs = Date.now();
      const show = async (): Promise<void> => {
        const { offsetMs } = await clockItem.getValue();
        const next = await readRecord(database, market, Date.now() + offsetMs);
        if (isCurrent) setStored(next);
      };
      void show();
    };
    read();
    const unwatch = reportItem(market).watch(read);
    return () => {
      isCurrent = false;
      unwatch();
    };
  }, [market]);
  return stored;
}
