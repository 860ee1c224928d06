import type { AlertSignals } from '../alerts/alert-signals.ts';
import { type LiquidationDay, withReportedDays } from '../context/reported-facts.ts';
import type { VenueSeries } from '../engine/index.ts';
import type { LiquidationsReport, MarketReport } from '../market/market-report.ts';
import { busyQuarterUsd, type Quarter } from './busy-quarter.ts';
import { largestLiquidationDays } from './context-report.ts';
import { forcedByVenue, isWhole } from './forced-by-venue.ts';
import { CHUNK_ROWS } from '../ledger/tables/chunks.ts';
import { mergeIntoChunks } from '../ledger/chunks.ts';
import { listenedShareOf } from '../ledger/forced-orders/listening.ts';
import { ordersInBars } from '../engine/agreement/believable-orders.ts';
import { type HeardVenues, readListening, readOrders } from '../ledger/forced-orders/read-orders.ts';
import type { Ports } from '../ledger/ports.ts';
import { DAY_MS, HOUR_MS, QUARTER_HOUR_MS, QUARTER_HOUR_S } from '../market/time.ts';

/** Venues tell orders late; quarters that ended this long ago no longer change. */
const SETTLED_QUARTERS = 8;

/** A quarter in which nobody listened for so long says nothing. */
const LEAST_SHARE = 0.5;

/** What forced orders were heard of one market. */
export interface ForcedStatistics {
  readonly burst: AlertSignals['burst'];
  readonly largestDays: readonly LiquidationDay[];
  readonly liquidations: MarketReport['liquidations'];
}

/**
 * Adds the last hours' forced orders to the quarter hours that are kept, dollars by side, and reads these: `chunks` under
 * `[market, 'all', 'forced', index]`.
 * @throws StorageError
 */
export async function forcedStatistics(
  ports: Ports,
  market: string,
  series: readonly VenueSeries[],
  nowMs: number,
): Promise<ForcedStatistics> {
  const heard = await readListening(ports.database, market);
  const lastMs = Math.floor(nowMs / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
  const fromMs = lastMs - SETTLED_QUARTERS * QUARTER_HOUR_MS;
  const told = await readOrders(ports.database, market, heard, { fromMs, untilMs: nowMs });
  const orders = ordersInBars(told, series);
  const sumOf = (side: 'long' | 'short', beginMs: number, untilMs: number): number =>
    orders
      .filter(({ atMs, side: own }) => own === side && atMs >= beginMs && atMs < untilMs)
      .reduce((sum, { notionalUsd }) => sum + notionalUsd, 0);
  const quarters: Quarter[] = [];
  for (let atMs = fromMs; atMs <= lastMs; atMs += QUARTER_HOUR_MS) {
    const untilMs = Math.min(nowMs, atMs + QUARTER_HOUR_MS);
    if (!isHeard(heard, atMs, untilMs)) continue;
    const [longUsd, shortUsd] = [sumOf('long', atMs, untilMs), sumOf('short', atMs, untilMs)];
    quarters.push({ openTimeS: atMs / 1000, longUsd, shortUsd });
  }
  await keep(ports, market, quarters);
  const known = await readQuarters(ports, market);
  const byVenue = await forcedByVenue(ports, market, { heard, orders, fromMs, nowMs });
  const busyUsd = busyQuarterUsd(known, lastMs / 1000);
  const isHeardNow = isHeard(heard, nowMs - QUARTER_HOUR_MS, nowMs);
  const beginMs = nowMs - QUARTER_HOUR_MS;
  const venues = series.map(({ venue }) => venue);
  const within = (spanMs: number, sums: () => Pick<LiquidationsReport, 'longUsd' | 'shortUsd'>) =>
    isHeard(heard, nowMs - spanMs, nowMs)
      ? {
          ...sums(),
          isLowerBound:
            venues.length === 0 || !venues.every((venue) => isWhole(heard, venue, nowMs - spanMs, nowMs)),
          perVenue: byVenue(spanMs),
        }
      : null;
  return {
    liquidations: {
      h1: within(HOUR_MS, () => ({
        longUsd: sumOf('long', nowMs - HOUR_MS, nowMs),
        shortUsd: sumOf('short', nowMs - HOUR_MS, nowMs),
      })),
      h24: within(DAY_MS, () => sumSince(known, (nowMs - DAY_MS) / 1000)),
    },
    burst:
      busyUsd === null || !isHeardNow
        ? null
        : { longUsd: sumOf('long', beginMs, nowMs), shortUsd: sumOf('short', beginMs, nowMs), busyUsd },
    largestDays: withReportedDays(
      largestLiquidationDays(
        known.map(({ openTimeS, longUsd, shortUsd }) => ({
          atS: openTimeS,
          notionalUsd: longUsd + shortUsd,
        })),
        nowMs / 1000,
      ).filter(({ usd }) => usd > 0),
    ),
  };
}

const isHeard = (heard: HeardVenues, fromMs: number, untilMs: number): boolean =>
  untilMs > fromMs &&
  Object.values(heard).some(({ stretches }) => listenedShareOf(stretches, fromMs, untilMs) >= LEAST_SHARE);

const sumSince = (quarters: readonly Quarter[], sinceS: number) => {
  const recent = quarters.filter(({ openTimeS }) => openTimeS >= sinceS);
  return {
    longUsd: recent.reduce((sum, { longUsd }) => sum + longUsd, 0),
    shortUsd: recent.reduce((sum, { shortUsd }) => sum + shortUsd, 0),
  };
};

async function keep(ports: Ports, market: string, quarters: readonly Quarter[]): Promise<void> {
  const { changes } = await mergeIntoChunks(ports, [market, 'all', 'forced'], quarters);
  if (changes.length > 0) await ports.database.commit(changes);
}

async function readQuarters({ database }: Ports, market: string): Promise<readonly Quarter[]> {
  const chunks = await database.list('chunks', [market, 'all', 'forced']);
  return chunks.flatMap(({ key, value: { columns } }) =>
    Array.from(columns['longUsd'] ?? [], (longUsd, slot) => ({
      openTimeS: (Number(key[3]) * CHUNK_ROWS + slot) * QUARTER_HOUR_S,
      longUsd,
      shortUsd: columns['shortUsd']?.[slot] ?? NaN,
    })).filter(({ longUsd, shortUsd }) => longUsd + shortUsd >= 0),
  );
}
