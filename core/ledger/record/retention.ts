import { CHUNK_MS } from '../tables/forced-orders.ts';
import { chunkBytes } from '../forced-orders/order-chunks.ts';
import type { DatabaseChange, DatabaseKey, DatabasePort } from '../ports.ts';
import { DAY_MS } from '../../market/time.ts';

/** Forced orders are of use while bars are; forecasts and what came of them are the record that is shown. */
const ORDERS_KEPT_MS = 31 * DAY_MS;
const RECORD_KEPT_MS = 90 * DAY_MS;

/** Over all markets; a forecast takes 6.6 kB, what came of it over three horizons 4 to 6. */
const MOST_ORDER_BYTES = 8_000_000;
const MOST_FORECASTS = 2_200;
const MOST_OUTCOMES = 3 * MOST_FORECASTS;

/** What to remove of forced orders, forecasts and outcomes: the old, and the oldest of what is too much. */
export async function pastRecords(database: DatabasePort, nowMs: number): Promise<readonly DatabaseChange[]> {
  const chunks = await database.list('forcedOrders', []);
  let bytes = 0;
  const orders = chunks
    .toSorted((a, b) => Number(b.key[2]) - Number(a.key[2]))
    .filter(({ key, value }) => {
      bytes += chunkBytes(value);
      return (Number(key[2]) + 1) * CHUNK_MS < nowMs - ORDERS_KEPT_MS || bytes > MOST_ORDER_BYTES;
    })
    .map(({ key }) => ({ store: 'forcedOrders' as const, key, value: null }));
  const isOld = (atS: number): boolean => atS * 1000 < nowMs - RECORD_KEPT_MS;
  const pick = (keys: readonly DatabaseKey[], most: number): readonly DatabaseKey[] =>
    keys
      .toSorted((a, b) => Number(b.at(-1)) - Number(a.at(-1)))
      .filter((key, rank) => rank >= most || isOld(Number(key.at(-1))));
  const forecasts = pick(await database.keys('forecasts', []), MOST_FORECASTS);
  const outcomes = pick(await database.keys('outcomes', []), MOST_OUTCOMES);
  return [
    ...orders,
    ...forecasts.map((key) => ({ store: 'forecasts' as const, key, value: null })),
    ...outcomes.map((key) => ({ store: 'outcomes' as const, key, value: null })),
  ];
}
