import { assetOf, assetOfMarket } from '../../market/asset.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { VenueId } from '../../market/venue-id.ts';
import { CHUNK_MS, type OrderChunk } from '../tables/forced-orders.ts';

/** The hour since the epoch that holds `atMs`. */
export const hourOf = (atMs: number): number => Math.floor(atMs / CHUNK_MS);

export const ordersOf = (
  chunk: OrderChunk,
  venue: VenueId,
  market: string,
  hour: number,
): readonly ForcedOrder[] => {
  const asset = assetOf(assetOfMarket(market));
  return Array.from(chunk.sinceMs, (sinceMs, row) => {
    const filled = chunk.filledPrice[row] ?? NaN;
    const filledPrice = Number.isNaN(filled) ? null : filled;
    const orderPrice = chunk.orderPrice[row] ?? 0;
    const quantityBase = chunk.quantityBase[row] ?? 0;
    return {
      atMs: hour * CHUNK_MS + sinceMs,
      venue,
      ...asset,
      side: chunk.isShort[row] === 1 ? 'short' : 'long',
      orderPrice,
      filledPrice,
      quantityBase,
      notionalUsd: quantityBase * (filledPrice ?? orderPrice),
    };
  });
};

/**
 * `known` with the orders of `heard` that are new, ascending in time; the same list if none is. A venue that repeats
 * itself after a new connection, or in the next answer, is not counted twice; two equal orders in one answer are two.
 */
export function mergeOrders(
  known: readonly ForcedOrder[],
  heard: readonly ForcedOrder[],
): readonly ForcedOrder[] {
  const counts = new Map<string, number>();
  for (const order of known) counts.set(identityOf(order), (counts.get(identityOf(order)) ?? 0) + 1);
  const added = heard.filter((order) => {
    const identity = identityOf(order);
    const count = counts.get(identity) ?? 0;
    if (count > 0) counts.set(identity, count - 1);
    return count === 0;
  });
  return added.length === 0 ? known : [...known, ...added].toSorted((a, b) => a.atMs - b.atMs);
}

const identityOf = ({ atMs, side, orderPrice, quantityBase }: ForcedOrder): string =>
  `${Math.floor(atMs)} ${side} ${Math.fround(orderPrice)} ${Math.fround(quantityBase)}`;

/** The chunk of `orders`, all of one hour. */
export const chunkOf = (orders: readonly ForcedOrder[]): OrderChunk => ({
  sinceMs: Uint32Array.from(orders, ({ atMs }) => atMs % CHUNK_MS),
  isShort: Uint8Array.from(orders, ({ side }) => (side === 'short' ? 1 : 0)),
  orderPrice: Float32Array.from(orders, ({ orderPrice }) => orderPrice),
  filledPrice: Float32Array.from(orders, ({ filledPrice }) => filledPrice ?? NaN),
  quantityBase: Float32Array.from(orders, ({ quantityBase }) => quantityBase),
});
