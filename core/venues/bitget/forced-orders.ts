import * as v from 'valibot';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import { decodeFrame, instrumentById, toForcedOrder, toForcedOrderList } from '../shared/forced-order.ts';
import { readRows } from '../shared/rows.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderList, ForcedOrderStream } from '../venue.ts';
import type { TimeRange } from '../../market/time-range.ts';
import { unwrap } from './envelope.ts';
import { LIQUIDATION_ROWS } from './requests.ts';
import { liquidation, liquidations } from './schema.ts';
import { hosts } from './hosts.ts';

const liquidationFrame = v.looseObject({
  arg: v.looseObject({ topic: v.literal('liquidation') }),
  data: v.array(v.unknown()),
});

/** The side on the wire is the position's: `buy` is a long that was liquidated. */
function toOrders(json: unknown, instruments: readonly Instrument[], nowMs: number): readonly ForcedOrder[] {
  return readRows(liquidation, json, 'liquidation', (row, path) => {
    const instrument = instrumentById(instruments, row.symbol);
    if (instrument === undefined) return [];
    return [
      toForcedOrder(instrument, {
        atMs: pastMs(row.ts, nowMs, `${path}.ts`),
        side: row.side === 'buy' ? 'long' : 'short',
        orderPrice: row.price,
        filledPrice: null,
        units: row.amount,
      }),
    ];
  }).flat();
}

/**
 * Forced orders of the last three days, inside the range.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseLiquidations(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
  range: TimeRange,
): ForcedOrderList {
  const { list } = unwrap(liquidations, json, nowMs, 'liquidations');
  const orders = toOrders(list, [instrument], nowMs);
  return toForcedOrderList(orders, { range, rows: list.length, mostRows: LIQUIDATION_ROWS });
}

/**
 * Forced orders in a frame.
 * @throws SchemaError for a liquidation frame that cannot be read
 */
function parseLiquidationFrame(
  frame: string,
  instruments: readonly Instrument[],
  nowMs: number,
): readonly ForcedOrder[] {
  const json = decodeFrame(frame);
  if (!v.is(liquidationFrame, json)) return [];
  return toOrders(json.data, instruments, nowMs);
}

/**
 * Liquidations of every symbol, gathered for a second.
 * @see https://www.bitget.com/api-doc/uta/websocket/public/Liquidation-Channel
 */
export const liquidationStream = (): ForcedOrderStream => ({
  url: `${hosts.socket}/v3/ws/public`,
  subscribe: [
    JSON.stringify({ op: 'subscribe', args: [{ instType: 'usdt-futures', topic: 'liquidation' }] }),
  ],
  heartbeat: { text: 'ping', everyMs: 25_000 },
  parse: parseLiquidationFrame,
});
