import { CHUNK_MS } from '../tables/forced-orders.ts';
import type { DatabaseChange, DatabasePort } from '../ports.ts';
import { DAY_MS } from '../../market/time.ts';

/** Forced orders are of use while bars are; forecasts and what came of them are the record that is shown. */
const ORDERS_KEPT_MS = 31 * DAY_MS;
const RECORD_KEPT_MS = 90 * DAY_MS;

/**
 * What to remove of forced orders, forecasts and outcomes: what is past its age, and nothing to make room. In ninety days a
 * market takes about 20 MB: 5.4 kB a forecast of each hour, and 4 kB what came of it. An order takes 17 bytes.
 */
export async function pastRecords(database: DatabasePort, nowMs: number): Promise<readonly DatabaseChange[]> {
  const past = async (
    store: 'forcedOrders' | 'forecasts' | 'outcomes',
    unitMs: number,
    keptMs: number,
  ): Promise<readonly DatabaseChange[]> =>
    (await database.keys(store, []))
      .filter((key) => (Number(key.at(-1)) + 1) * unitMs < nowMs - keptMs)
      .map((key) => ({ store, key, value: null }));
  return [
    ...(await past('forcedOrders', CHUNK_MS, ORDERS_KEPT_MS)),
    ...(await past('forecasts', 1000, RECORD_KEPT_MS)),
    ...(await past('outcomes', 1000, RECORD_KEPT_MS)),
  ];
}
