import { listenedShareOf } from '../ledger/forced-orders/listening.ts';
import type { HeardVenues } from '../ledger/forced-orders/read-orders.ts';
import { mergeIntoChunks } from '../ledger/chunks.ts';
import type { Ports } from '../ledger/ports.ts';
import { CHUNK_ROWS } from '../ledger/tables/chunks.ts';
import { FORCED_ORDER_FEEDS } from '../market/feeds.ts';
import type { ForcedOrder, PositionSide } from '../market/forced-order.ts';
import type { LiquidationsReport } from '../market/market-report.ts';
import { QUARTER_HOUR_MS, QUARTER_HOUR_S } from '../market/time.ts';
import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';

type VenueLiquidations = NonNullable<LiquidationsReport['perVenue']>;

/** A feed without a hole but for reconnections. */
const WHOLE_SHARE = 0.99;

/** Whether every forced order of `venue` in a time was heard: it tells all of them, and was listened to throughout. */
export const isWhole = (heard: HeardVenues, venue: VenueId, fromMs: number, untilMs: number): boolean =>
  FORCED_ORDER_FEEDS[venue].completeness === 'complete' &&
  listenedShareOf(heard[venue]?.stretches ?? [], fromMs, untilMs) > WHOLE_SHARE;

interface Heard {
  readonly heard: HeardVenues;
  /** Those since `fromMs`, the beginning of a quarter hour. */
  readonly orders: readonly ForcedOrder[];
  readonly fromMs: number;
  readonly nowMs: number;
}

/**
 * Adds `orders` to the quarter hours that are kept of each venue, dollars by side: `chunks` under
 * `[market, 'all', 'forced-by-venue', index]`.
 * @returns what was heard of each venue in the last so many milliseconds, where it was listened to
 * @throws StorageError
 */
export async function forcedByVenue(
  ports: Pick<Ports, 'database'>,
  market: string,
  { heard, orders, fromMs, nowMs }: Heard,
): Promise<(spanMs: number) => VenueLiquidations> {
  const venues = VENUE_IDS.filter((venue) => heard[venue] !== undefined);
  const rows: (Record<string, number> & { readonly openTimeS: number })[] = [];
  for (let atMs = fromMs; atMs <= nowMs; atMs += QUARTER_HOUR_MS) {
    const columns = venues.flatMap((venue) => SIDES.map((side) => [columnOf(venue, side), 0] as const));
    rows.push({ ...Object.fromEntries(columns), openTimeS: atMs / 1000 });
  }
  for (const { venue, side, atMs, notionalUsd } of orders) {
    const row = rows[Math.floor((atMs - fromMs) / QUARTER_HOUR_MS)];
    const column = columnOf(venue, side);
    if (row?.[column] !== undefined) row[column] += notionalUsd;
  }
  const key = [market, 'all', 'forced-by-venue'] as const;
  const { changes } = await mergeIntoChunks(ports, key, rows);
  if (changes.length > 0) await ports.database.commit(changes);
  const chunks = await ports.database.list('chunks', key);
  const keptSince = (name: string, sinceS: number): number =>
    chunks.reduce((sum, { key: [, , , index], value: { columns } }) => {
      const firstS = Number(index) * CHUNK_ROWS * QUARTER_HOUR_S;
      const usdSince = columns[name]?.reduce(
        (total, usd, slot) => (firstS + slot * QUARTER_HOUR_S >= sinceS && usd >= 0 ? total + usd : total),
        0,
      );
      return sum + (usdSince ?? 0);
    }, 0);
  return (spanMs) => {
    const beginMs = nowMs - spanMs;
    const recentSince = (venue: VenueId, side: PositionSide): number =>
      orders.reduce(
        (sum, order) =>
          order.venue === venue && order.side === side && order.atMs >= beginMs
            ? sum + order.notionalUsd
            : sum,
        0,
      );
    const usdOf = (venue: VenueId, side: PositionSide): number =>
      Math.round(
        beginMs >= fromMs ? recentSince(venue, side) : keptSince(columnOf(venue, side), beginMs / 1000),
      );
    return venues
      .filter((venue) => listenedShareOf(heard[venue]?.stretches ?? [], beginMs, nowMs) > 0)
      .map((venue) => ({
        venue,
        longUsd: usdOf(venue, 'long'),
        shortUsd: usdOf(venue, 'short'),
        isLowerBound: !isWhole(heard, venue, beginMs, nowMs),
      }));
  };
}

const SIDES: readonly PositionSide[] = ['long', 'short'];

const columnOf = (venue: VenueId, side: PositionSide): string => `${side} ${venue}`;
