import type { Instrument } from '../../market/instrument.ts';
import { toForcedOrder, toForcedOrderList } from '../shared/forced-order.ts';
import { expectSymbol } from '../shared/matching.ts';
import { readRows } from '../shared/rows.ts';
import { pastMs } from '../shared/times.ts';
import type { ForcedOrderList } from '../venue.ts';
import type { TimeRange } from '../../market/time-range.ts';
import { refuseFailure } from './failure.ts';
import { LIQUIDATION_ROWS } from './requests.ts';
import { liquidation } from './schema.ts';

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
  const rows = readRows(liquidation, json, 'liq_orders', (row, path) => {
    expectSymbol(`${path}.contract`, row.contract, instrument);
    const contracts = Math.abs(row.order_size ?? row.size) - Math.abs(row.left);
    const order = toForcedOrder(instrument, {
      atMs: pastMs(row.time * 1000, nowMs, `${path}.time`),
      side: row.size > 0 ? 'long' : 'short',
      orderPrice: row.order_price,
      filledPrice: row.fill_price > 0 ? row.fill_price : null,
      units: contracts * instrument.contractSize,
    });
    return contracts > 0 ? [order] : [];
  });
  return toForcedOrderList(rows.flat(), {
    range,
    rows: Array.isArray(json) ? json.length : 0,
    mostRows: LIQUIDATION_ROWS,
  });
}
