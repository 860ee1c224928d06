import * as v from 'valibot';
import type { ForcedOrder, PositionSide } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import { readAnswer } from '../shared/answer.ts';
import { decodeFrame, instrumentById, toForcedOrder, toForcedOrderList } from '../shared/forced-order.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderList, ForcedOrderStream, TimeRange } from '../venue.ts';
import { unwrap } from './envelope.ts';
import { LIQUIDATION_ROWS } from './requests.ts';
import { liquidations } from './schema.ts';

const liquidationFrame = v.looseObject({
  arg: v.looseObject({ channel: v.literal('liquidation-orders') }),
  data: v.array(v.unknown()),
});

/** The first message after a subscription repeats old orders; whatever is older than this is such a repetition. */
const REPLAY_MS = 60_000;

type Row = v.InferOutput<typeof liquidations>[number];

/** The side of the position where the venue names it; in net mode only the order's side is known: a sell closes a long. */
function sideOf({ side, posSide }: Row['details'][number]): PositionSide {
  if (posSide === 'long' || posSide === 'short') return posSide;
  return side === 'sell' ? 'long' : 'short';
}

function toOrders(
  rows: readonly Row[],
  instruments: readonly Instrument[],
  nowMs: number,
): readonly ForcedOrder[] {
  return rows.flatMap((row) => {
    const instrument = instrumentById(instruments, row.instId);
    if (instrument === undefined) return [];
    return row.details.map((detail, index) =>
      toForcedOrder(instrument, {
        atMs: pastMs(detail.ts, nowMs, `liquidation-orders.${row.instId}.details.${index}.ts`),
        side: sideOf(detail),
        orderPrice: detail.bkPx,
        filledPrice: null,
        units: detail.sz * instrument.contractSize,
      }),
    );
  });
}

/**
 * Forced orders of the last day, inside the range. Best effort: the endpoint is no longer documented.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseLiquidations(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
  range: TimeRange,
): ForcedOrderList {
  const rows = unwrap(liquidations, json, nowMs, 'liquidation-orders');
  const times = rows.flatMap(({ details }) => details.map(({ ts }) => ts));
  return toForcedOrderList(toOrders(rows, [instrument], nowMs), times, { range, mostRows: LIQUIDATION_ROWS });
}

/**
 * Forced orders in a frame, without those that a new subscription repeats.
 * @throws SchemaError for a liquidation frame that cannot be read
 */
function parseLiquidationFrame(
  frame: string,
  instruments: readonly Instrument[],
  nowMs: number,
): readonly ForcedOrder[] {
  const json = decodeFrame(frame);
  if (!v.is(liquidationFrame, json)) return [];
  const rows = readAnswer(liquidations, json.data, 'liquidation-orders.data');
  return toOrders(rows, instruments, nowMs).filter(({ atMs }) => atMs >= nowMs - REPLAY_MS);
}

/**
 * Liquidations of every swap, at most one a second of each contract.
 * @see https://www.okx.com/docs-v5/en/#public-data-websocket-liquidation-orders-channel
 */
export const liquidationOrdersStream = (): ForcedOrderStream => ({
  url: 'wss://ws.okx.com:8443/ws/v5/public',
  subscribe: [
    JSON.stringify({ op: 'subscribe', args: [{ channel: 'liquidation-orders', instType: 'SWAP' }] }),
  ],
  heartbeat: { text: 'ping', everyMs: 25_000 },
  parse: parseLiquidationFrame,
});
