import type { Instrument } from '../../market/instrument.ts';
import { readAnswer } from '../shared/answer.ts';
import { toForcedOrder, toForcedOrderList } from '../shared/forced-order.ts';
import { expectSymbol } from '../shared/matching.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderList, TimeRange } from '../venue.ts';
import { refuseFailure } from './failure.ts';
import { LIQUIDATION_ROWS } from './requests.ts';
import { liquidations } from './schema.ts';

/**
 * Forced orders inside the range. A position may be closed in steps, each a row: what counts is the step's order less
 * what of it was not filled. An answer that does not name the order closes the whole position.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseLiquidations(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
  range: TimeRange,
): ForcedOrderList {
  refuseFailure(json, nowMs);
  const rows = readAnswer(liquidations, json, 'liq_orders').map((row, index) => {
    expectSymbol(`liq_orders.${index}.contract`, row.contract, instrument);
    return { ...row, atMs: pastMs(row.time * 1000, nowMs, `liq_orders.${index}.time`) };
  });
  const orders = rows.flatMap((row) => {
    const contracts = Math.abs(row.order_size ?? row.size) - Math.abs(row.left);
    if (contracts <= 0) return [];
    return [
      toForcedOrder(instrument, {
        atMs: row.atMs,
        side: row.size > 0 ? 'long' : 'short',
        orderPrice: row.order_price,
        filledPrice: row.fill_price > 0 ? row.fill_price : null,
        units: contracts * instrument.contractSize,
      }),
    ];
  });
  const times = rows.map(({ atMs }) => atMs);
  return toForcedOrderList(orders, times, { range, mostRows: LIQUIDATION_ROWS });
}
