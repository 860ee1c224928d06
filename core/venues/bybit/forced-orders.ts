import * as v from 'valibot';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import { readAnswer } from '../shared/answer.ts';
import { decodeFrame, instrumentById, toForcedOrder } from '../shared/forced-order.ts';
import { readRows } from '../shared/rows.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderStream } from '../venue.ts';
import { allLiquidation, liquidation } from './schema.ts';
import { SOCKET } from './socket.ts';

const liquidationFrame = v.looseObject({ topic: v.pipe(v.string(), v.startsWith('allLiquidation.')) });

/**
 * Forced orders in a frame. The side on the wire is the position's: `Buy` is a long that was liquidated; the price is
 * the bankruptcy price.
 * @throws SchemaError for a liquidation frame that cannot be read
 */
function parseLiquidations(
  frame: string,
  instruments: readonly Instrument[],
  nowMs: number,
): readonly ForcedOrder[] {
  const json = decodeFrame(frame);
  if (!v.is(liquidationFrame, json)) return [];
  const { data } = readAnswer(allLiquidation, json, 'allLiquidation');
  return readRows(liquidation, data, 'allLiquidation.data', (row, path) => {
    const instrument = instrumentById(instruments, row.s);
    if (instrument === undefined) return [];
    return [
      toForcedOrder(instrument, {
        atMs: pastMs(row.T, nowMs, `${path}.T`),
        side: row.S === 'Buy' ? 'long' : 'short',
        orderPrice: row.p,
        filledPrice: null,
        units: row.v,
      }),
    ];
  }).flat();
}

/**
 * Every liquidation, in batches of half a second.
 * @see https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation
 */
export const allLiquidationStream = (instruments: readonly Instrument[]): ForcedOrderStream => ({
  ...SOCKET,
  subscribe: [JSON.stringify({ op: 'subscribe', args: instruments.map(({ id }) => `allLiquidation.${id}`) })],
  parse: parseLiquidations,
});
