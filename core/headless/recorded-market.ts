import type { Bars } from '../market/bars.ts';
import type { HeardOrder } from '../market/forced-order.ts';
import { readForcedOrders, readWindows, type OrderRow } from './csv-formats.ts';
import { lowerBound } from '../market/lower-bound.ts';
import type { ListeningWindow } from '../engine/skill/region.ts';

/** An order farther than this factor from the market's price belongs to another coin. */
const SAME_MARKET_FACTOR = 1.5;

/** Forced orders of the market of `bars`, ascending in time, and the coin that the recorder calls it. */
export interface RecordedOrders {
  readonly orders: readonly HeardOrder[];
  readonly base: string | null;
}

/**
 * Forced orders of one market out of a file that may hold several coins: those near the bars' price at the time.
 * @throws InputError for a file that cannot be read
 */
export function readMarketOrders(file: string, bars: Bars): RecordedOrders {
  const rows = readForcedOrders(file).filter((row) => isOfMarket(row, bars));
  const counts = new Map<string, number>();
  for (const { base } of rows) counts.set(base, (counts.get(base) ?? 0) + 1);
  const base = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const orders = rows
    .filter((row) => row.base === base)
    .map((row) => ({
      atMs: row.atS * 1000,
      venue: row.venue,
      base: row.base,
      side: row.side,
      orderPrice: row.orderPrice,
      filledPrice: null,
      ...(row.firedPrice === null ? {} : { marketPrice: row.firedPrice }),
      quantityBase: row.quantityBase,
      notionalUsd: row.notionalUsd,
    }))
    .sort((a, b) => a.atMs - b.atMs);
  return { orders, base };
}

function isOfMarket(row: OrderRow, bars: Bars): boolean {
  const index = Math.min(lowerBound(bars.openTimeS, row.atS), bars.openTimeS.length - 1);
  const factor = (row.firedPrice ?? row.orderPrice) / (bars.close[index] ?? NaN);
  return factor < SAME_MARKET_FACTOR && factor > 1 / SAME_MARKET_FACTOR;
}

/** When the recorder listened to `base`; all rows if the coin is not known. */
export function readListeningWindows(file: string, base: string | null): readonly ListeningWindow[] {
  return readWindows(file)
    .filter((window) => base === null || window.base === base)
    .map((window) => ({ startS: window.fromS, endS: window.untilS }));
}
