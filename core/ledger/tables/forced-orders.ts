import * as v from 'valibot';

import { table } from './table.ts';
import { HOUR_MS } from '../../market/time.ts';

/** One chunk holds the forced orders of one venue in one hour. */
export const CHUNK_MS = HOUR_MS;

/**
 * Forced orders of one hour in columns, ascending in time: `forcedOrders` under `[market, venue, hour]`. `sinceMs` counts from
 * the beginning of the hour; `isShort` is 1 for a short that died; `filledPrice` is NaN where the venue does not say.
 * Seven digits of a price are more than a map shows.
 */
export const forcedOrders = table({
  life: 'record',
  isOfSource: true,
  isRemembered: true,
  schema: v.custom<OrderChunk>(isOrderChunk),
  formerly: 'prints',
  migrations: [
    // Gate's were whole positions.
    { version: 4, isGone: ([, venue]) => venue === 'gate' },
  ],
});

export interface OrderChunk {
  readonly sinceMs: Uint32Array;
  readonly isShort: Uint8Array;
  readonly orderPrice: Float32Array;
  readonly filledPrice: Float32Array;
  readonly quantityBase: Float32Array;
}

/** Whether `value` is a chunk that can be true: as many of each column, no quantity or price below nothing. */
function isOrderChunk(value: unknown): boolean {
  const { sinceMs, isShort, orderPrice, filledPrice, quantityBase } = (value ?? {}) as Partial<OrderChunk>;
  if (!(sinceMs instanceof Uint32Array) || !(isShort instanceof Uint8Array)) return false;
  const isAmount = (column: unknown): column is Float32Array =>
    column instanceof Float32Array && column.length === sinceMs.length;
  if (!isAmount(orderPrice) || !isAmount(filledPrice) || !isAmount(quantityBase)) return false;
  const isPossible = (amount: number): boolean => amount >= 0 && amount < Infinity;
  return (
    isShort.length === sinceMs.length &&
    sinceMs.every((ms) => ms < CHUNK_MS) &&
    orderPrice.every(isPossible) &&
    quantityBase.every(isPossible) &&
    filledPrice.every((price) => Number.isNaN(price) || isPossible(price))
  );
}
