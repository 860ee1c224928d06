import type { ForcedOrder } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import { readAnswer } from '../shared/answer.ts';
import { toForcedOrder } from '../shared/forced-order.ts';
import { expectSymbol } from '../shared/matching.ts';
import { pastMs } from '../shared/times.ts';
import type { TimeRange } from '../venue.ts';
import { refuseFailure } from './failure.ts';
import { liquidations } from './schema.ts';

/**
 * Forced orders inside the range, ascending. A positive size is a long position that was liquidated; what was not
 * filled does not count.
 * @throws RateLimitedError, RegionError, SchemaError
 */
export function parseLiquidations(
  json: unknown,
  nowMs: number,
  instrument: Instrument,
  range: TimeRange,
): readonly ForcedOrder[] {
  refuseFailure(json, nowMs);
  return readAnswer(liquidations, json, 'liq_orders')
    .flatMap((row, index) => {
      expectSymbol(`liq_orders.${index}.contract`, row.contract, instrument);
      const atMs = pastMs(row.time * 1000, nowMs, `liq_orders.${index}.time`);
      const contracts = Math.abs(row.size) - Math.abs(row.left);
      if (contracts <= 0 || row.time < range.fromS || row.time > range.untilS) return [];
      return [
        toForcedOrder(instrument, {
          atMs,
          side: row.size > 0 ? 'long' : 'short',
          orderPrice: row.order_price,
          filledPrice: row.fill_price > 0 ? row.fill_price : null,
          units: contracts * instrument.contractSize,
        }),
      ];
    })
    .toSorted((a, b) => a.atMs - b.atMs);
}
