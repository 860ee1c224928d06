import { ordersInBars } from '../engine/agreement/believable-orders.ts';
import { type OrderMargins, type PlacedOrder, placeOrders } from '../engine/placement.ts';
import { readListening, readOrders } from '../ledger/forced-orders/read-orders.ts';
import type { DatabasePort } from '../ledger/ports.ts';
import { readBars } from '../ledger/read-bars.ts';
import { isCompleteFeed } from '../market/feeds.ts';
import { type HeardOrders, MOST_SHOWN_ORDERS } from '../market/heard-orders.ts';
import { VENUE_IDS } from '../market/venue-id.ts';
import { CHUNK_KINDS } from '../ledger/chunk-kinds.ts';

/** Epoch seconds, the end excluded. */
interface Span {
  readonly fromS: number;
  readonly untilS: number;
}

/** What the stored engine has learnt of the prices on orders, out of a row of megabytes: for those who hold no engine. */
export const storedMargins = async (database: DatabasePort, market: string): Promise<OrderMargins> =>
  (await database.get('engine', [market]))?.state.calibration.margins ?? new Map();

/**
 * The largest forced orders that were heard of `market` in a time and not taken back, where the market of their own venue
 * was when they fired.
 * @param margins what the engine has learnt of the prices on orders
 * @throws StorageError
 */
export async function heardOrders(
  database: DatabasePort,
  market: string,
  { fromS, untilS }: Span,
  margins: OrderMargins,
): Promise<HeardOrders> {
  const heard = await readListening(database, market);
  const range = { fromMs: fromS * 1000, untilMs: untilS * 1000 };
  const told = await readOrders(database, market, heard, range);
  const venues = VENUE_IDS.filter((id) => told.some(({ venue }) => venue === id));
  // What fires at the edge of a bar is compared with the one beside it.
  const beside = CHUNK_KINDS.candles.intervalS;
  const series = await Promise.all(
    venues.map(async (venue) => ({
      venue,
      bars: await readBars(database, market, venue, 'candles', {
        fromS: fromS - beside,
        untilS: untilS + beside,
      }),
    })),
  );
  const believed = ordersInBars(told, series);
  const shown = believed
    .toSorted((a, b) => b.notionalUsd - a.notionalUsd)
    .slice(0, MOST_SHOWN_ORDERS)
    .toSorted((a, b) => a.atMs - b.atMs);
  const orders = series.flatMap(({ venue, bars }) => {
    const own = shown.filter((order) => order.venue === venue);
    return placeOrders(own, bars, margins).map((order) => ({ ...shownOf(order), venue }));
  });
  return {
    orders: orders.toSorted((a, b) => a.atMs - b.atMs),
    isCut: believed.length > shown.length,
    isSampled: venues.some((venue) => !isCompleteFeed(venue)),
  };
}

const shownOf = ({ atMs, side, price, notionalUsd }: PlacedOrder) => ({
  atMs,
  side,
  price,
  usd: notionalUsd,
});
