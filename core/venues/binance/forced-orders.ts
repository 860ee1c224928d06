import * as v from 'valibot';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import { decodeFrame, instrumentById, toForcedOrder } from '../shared/forced-order.ts';
import { readRows, rowsLike } from '../shared/rows.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderStream } from '../venue.ts';
import { forceOrder } from './schema.ts';

/** USD-margined, in the streams that carry coin-margined contracts as well. */
const USD_MARGINED = 1;

const event = v.looseObject({ e: v.literal('forceOrder') });
const combined = v.object({ stream: v.string(), data: v.unknown() });

/**
 * Forced orders in a frame, single, listed or in a combined stream. The side on the wire is the order's: a sell
 * closes a long. `z` is what was filled and `ap` the average price it was filled at; `p` is the bankruptcy price.
 * @throws SchemaError for a forced order that cannot be read
 */
function parseForceOrders(
  frame: string,
  instruments: readonly Instrument[],
  nowMs: number,
): readonly ForcedOrder[] {
  const json = decodeFrame(frame);
  const data = v.is(combined, json) ? json.data : json;
  const events = rowsLike(event, Array.isArray(data) ? data : [data], 'forceOrder');
  return readRows(forceOrder, events, 'forceOrder', (item, path) =>
    toOrders(item, path, instruments, nowMs),
  ).flat();
}

function toOrders(
  { st, o: order }: v.InferOutput<typeof forceOrder>,
  path: string,
  instruments: readonly Instrument[],
  nowMs: number,
): readonly ForcedOrder[] {
  const instrument = instrumentById(instruments, order.s);
  if (instrument === undefined || (st ?? order.st ?? USD_MARGINED) !== USD_MARGINED || order.z === 0)
    return [];
  return [
    toForcedOrder(instrument, {
      atMs: pastMs(order.T, nowMs, `${path}.o.T`),
      side: order.S === 'SELL' ? 'long' : 'short',
      orderPrice: order.p,
      filledPrice: order.ap > 0 ? order.ap : null,
      units: order.z,
    }),
  ];
}

/** All forced orders of all symbols, at most one a second of each. */
export const forceOrderStream = (lines: string): ForcedOrderStream => ({
  url: `${lines}/!forceOrder@arr`,
  subscribe: [],
  heartbeat: null,
  parse: parseForceOrders,
});
