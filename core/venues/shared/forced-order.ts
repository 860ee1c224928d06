import { assetOf } from '../../market/asset.ts';
import type { ForcedOrder, PositionSide } from '../../market/forced-order.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { ForcedOrderList } from '../venue.ts';
import type { TimeRange } from '../../market/time-range.ts';

/** A forced order as venues quote it: prices of one unit, size in units. */
export interface QuotedForcedOrder {
  readonly atMs: number;
  readonly side: PositionSide;
  readonly orderPrice: number;
  readonly filledPrice: number | null;
  readonly units: number;
}

/** A forced order in coins and USD; its notional is at the price it was filled at, where that is known. */
export function toForcedOrder(instrument: Instrument, order: QuotedForcedOrder): ForcedOrder {
  const { multiplier } = instrument;
  return {
    atMs: order.atMs,
    venue: instrument.venue,
    ...assetOf(instrument),
    side: order.side,
    orderPrice: order.orderPrice / multiplier,
    filledPrice: order.filledPrice === null ? null : order.filledPrice / multiplier,
    quantityBase: order.units * multiplier,
    notionalUsd: order.units * (order.filledPrice ?? order.orderPrice),
  };
}

/**
 * The orders inside `range`, ascending, out of a list that holds the newest `mostRows`; `rows` came. Of a full list the
 * second of the oldest order may be cut in two.
 */
export function toForcedOrderList(
  orders: readonly ForcedOrder[],
  { range, rows, mostRows }: { readonly range: TimeRange; readonly rows: number; readonly mostRows: number },
): ForcedOrderList {
  const inside = orders.filter(({ atMs }) => atMs >= range.fromS * 1000 && atMs <= range.untilS * 1000);
  const oldestS = Math.min(range.untilS, ...orders.map(({ atMs }) => Math.floor(atMs / 1000)));
  return {
    orders: inside.toSorted((a, b) => a.atMs - b.atMs),
    cutOffMs: rows < mostRows ? null : (oldestS + 1) * 1000,
  };
}

/** The instrument with exactly this identifier; undefined for the many that nobody watches. */
export const instrumentById = (instruments: readonly Instrument[], id: string): Instrument | undefined =>
  instruments.find((instrument) => instrument.id === id);

/** The JSON of a websocket frame; undefined for a frame that is no JSON, such as a heartbeat. */
export function decodeFrame(frame: string): unknown {
  try {
    return JSON.parse(frame) as unknown;
  } catch {
    return undefined;
  }
}
