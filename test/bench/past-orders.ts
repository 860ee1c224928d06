import { chunkOf, hourOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import { changesOf } from '../../core/ledger/forced-orders/order-log.ts';
import type { DatabaseChange, DatabasePort } from '../../core/ledger/ports.ts';
import { BARS_NEEDED, createBars } from '../../core/market/bars.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import { forcedOrders } from './busy-market.ts';

const FORCED_ORDERS = 20_000;
/** A connection that goes on has listened so long before each order. */
const LISTENED_MS = 45_000;

/** Thirty days of forced orders at all venues, heard without a gap. */
export function pastOrders(market: string, nowMs: number): readonly DatabaseChange[] {
  const bars = createBars(BARS_NEEDED);
  bars.openTimeS.forEach((_, row) => {
    bars.openTimeS[row] = nowMs / 1000 - (BARS_NEEDED - row) * bars.intervalS;
  });
  bars.low.fill(95);
  bars.high.fill(105);
  const orders = forcedOrders(bars, FORCED_ORDERS);
  return INSTALLED_VENUES.flatMap((venue) => {
    const own = Map.groupBy(
      orders.filter((order) => order.venue === venue),
      ({ atMs }) => hourOf(atMs),
    );
    const heard = { fromMs: nowMs - BARS_NEEDED * 300_000, untilMs: nowMs };
    return [
      ...[...own].map(([hour, some]) => ({
        store: 'forcedOrders' as const,
        key: [market, venue, hour],
        value: chunkOf(some),
      })),
      { store: 'listening' as const, key: [market, venue], value: { stretches: [heard], revision: 0 } },
    ];
  });
}

/** One order of the last half minute at each of two venues, as a socket would tell it. */
export async function hearOrders(
  database: DatabasePort,
  market: string,
  nowMs: number,
  poll: number,
): Promise<void> {
  for (const venue of ['bybit', 'okx'] as const) {
    const order = {
      atMs: nowMs - 10_000,
      venue,
      base: 'BTC',
      side: poll % 2 === 0 ? ('long' as const) : ('short' as const),
      orderPrice: 100,
      filledPrice: null,
      quantityBase: 0.5,
      notionalUsd: 50,
    };
    const stretches = [{ fromMs: nowMs - LISTENED_MS, untilMs: nowMs }];
    await database.commit(await changesOf(database, { market, venue, batches: [[order]], stretches }, nowMs));
  }
}
