import * as v from 'valibot';
import type { ForcedOrder } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import { readAnswer } from '../shared/answer.ts';
import { decodeFrame, instrumentById, toForcedOrder } from '../shared/forced-order.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderStream } from '../venue.ts';
import { allLiquidation } from './schema.ts';

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
  return readAnswer(allLiquidation, json, 'allLiquidation').data.flatMap((row, index) => {
    const instrument = instrumentById(instruments, row.s);
    if (instrument === undefined) return [];
    return [
      toForcedOrder(instrument, {
        atMs: pastMs(row.T, nowMs, `allLiquidation.data.${index}.T`),
        side: row.S === 'Buy' ? 'long' : 'short',
        orderPrice: row.p,
        filledPrice: null,
        units: row.v,
      }),
    ];
  });
}

/**
 * Every liquidation, in batches of half a second.
 * @see https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation
 */
export const allLiquidationStream = (instruments: readonly Instrument[]): ForcedOrderStream => ({
  url: 'wss://stream.bybit.com/v5/public/linear',
  subscribe: [JSON.stringify({ op: 'subscribe', args: instruments.map(({ id }) => `allLiquidation.${id}`) })],
  heartbeat: { text: '{"op":"ping"}', everyMs: 20_000 },
  parse: parseLiquidations,
});
