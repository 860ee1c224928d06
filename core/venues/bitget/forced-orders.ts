import * as v from 'valibot';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import { readAnswer } from '../shared/answer.ts';
import { decodeFrame, instrumentById, toForcedOrder, toForcedOrderList } from '../shared/forced-order.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderList, ForcedOrderStream, TimeRange } from '../venue.ts';
import { unwrap } from './envelope.ts';
import { LIQUIDATION_ROWS } from './requests.ts';
import { liquidationRows, liquidations } from './schema.ts';

const liquidationFrame = v.looseObject({
  arg: v.looseObject({ topic: v.literal('liquidation') }),
  data: v.array(v.unknown()),
});

/** The side on the wire is the position's: `buy` is a long that was liquidated. */
function toOrders(
  rows: v.InferOutput<typeof liquidationRows>,
  instruments: readonly Instrument[],
  nowMs: number,
): readonly ForcedOrder[] {
  return rows.flatMap((row, index) => {
    const instrument = instrumentById(instruments, row.symbol);
    if (instrument === undefined) return [];
    return [
      toForcedOrder(instrument, {
        atMs: pastMs(row.ts, nowMs, `liquidation.${index}.ts`),
        side: row.side === 'buy' ? 'long' : 'short',
        orderPrice: row.price,
        filledPrice: null,
        units: row.amount,
      }),
    ];
  });
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
  const times = list.map(({ ts }) => ts);
  return toForcedOrderList(toOrders(list, [instrument], nowMs), times, { range, mostRows: LIQUIDATION_ROWS });
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
  return toOrders(readAnswer(liquidationRows, json.data, 'liquidation'), instruments, nowMs);
}

/**
 * Liquidations of every symbol, gathered for a second.
 * @see https://www.bitget.com/api-doc/uta/websocket/public/Liquidation-Channel
 */
export const liquidationStream = (): ForcedOrderStream => ({
  url: 'wss://ws.bitget.com/v3/ws/public',
  subscribe: [
    JSON.stringify({ op: 'subscribe', args: [{ instType: 'usdt-futures', topic: 'liquidation' }] }),
  ],
  heartbeat: { text: 'ping', everyMs: 25_000 },
  parse: parseLiquidationFrame,
});
