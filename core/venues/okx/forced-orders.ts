import * as v from 'valibot';
import type { ForcedOrder, PositionSide } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import { decodeFrame, instrumentById, toForcedOrder, toForcedOrderList } from '../shared/forced-order.ts';
import { readRows } from '../shared/rows.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderList, ForcedOrderStream } from '../venue.ts';
import type { TimeRange } from '../../market/time-range.ts';
import { MINUTE_MS } from '../../market/time.ts';
import { unwrap } from './envelope.ts';
import { LIQUIDATION_ROWS } from './requests.ts';
import { liquidation, liquidations, list } from './schema.ts';
import { SOCKET } from './socket.ts';

const liquidationFrame = v.looseObject({
  arg: v.looseObject({ channel: v.literal('liquidation-orders') }),
  data: v.array(v.unknown()),
});

/** The first message after a subscription repeats old orders; whatever is older than this is such a repetition. */
const REPLAY_MS = MINUTE_MS;

type Detail = v.InferOutput<typeof liquidation>;

/** The side of the position where the venue names it; in net mode only the order's side is known: a sell closes a long. */
function sideOf({ side, posSide }: Detail): PositionSide {
  if (posSide === 'long' || posSide === 'short') return posSide;
  return side === 'sell' ? 'long' : 'short';
}

function toOrders(json: unknown, instruments: readonly Instrument[], nowMs: number): readonly ForcedOrder[] {
  return readRows(liquidations, json, 'liquidation-orders.data', ({ instId, details }, root) => {
    const instrument = instrumentById(instruments, instId);
    if (instrument === undefined) return [];
    return readRows(liquidation, details, `${root}.details`, (detail, path) =>
      toForcedOrder(instrument, {
        atMs: pastMs(detail.ts, nowMs, `${path}.ts`),
        side: sideOf(detail),
        orderPrice: detail.bkPx,
        filledPrice: null,
        units: detail.sz * instrument.contractSize,
      }),
    );
  }).flat();
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
  const rows = unwrap(list, json, nowMs, 'liquidation-orders');
  return toForcedOrderList(toOrders(rows, [instrument], nowMs), {
    range,
    rows: rows.reduce<number>((sum, row) => sum + (v.is(liquidations, row) ? row.details.length : 0), 0),
    mostRows: LIQUIDATION_ROWS,
  });
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
  return toOrders(json.data, instruments, nowMs).filter(({ atMs }) => atMs >= nowMs - REPLAY_MS);
}

/**
 * Liquidations of every swap and X-perp, at most one a second of each contract.
 * @see https://www.okx.com/docs-v5/en/#public-data-websocket-liquidation-orders-channel
 */
export const liquidationOrdersStream = (): ForcedOrderStream => ({
  ...SOCKET,
  subscribe: [
    JSON.stringify({
      op: 'subscribe',
      args: ['SWAP', 'FUTURES'].map((instType) => ({ channel: 'liquidation-orders', instType })),
    }),
  ],
  parse: parseLiquidationFrame,
});
