import { createDatabase } from '../../core/io/database.ts';
import type { ForcedOrder } from '../../core/market/forced-order.ts';
import type { AsideEntry } from '../../core/ledger/tables/aside.ts';
import { readListening, readOrders } from '../../core/ledger/forced-orders/read-orders.ts';
import { listeningOf, type VenueListening } from '../../core/report/forecast/listening-of.ts';
import type { OutcomeRow } from '../../core/ledger/tables/outcomes.ts';

/** What the page reads of the database; the worker alone writes there. */
export interface StoredRecord {
  /** False where the browser does not open the database: nothing is read then. */
  readonly isLasting: boolean;
  readonly markets: readonly string[];
  readonly outcomes: readonly OutcomeRow[];
  /** When sources were not believed. */
  readonly asideLog: readonly AsideEntry[];
  readonly isDistanceAlone: boolean;
  readonly orders: readonly ForcedOrder[];
  readonly listening: readonly VenueListening[];
}

const SHOWN_MS = 7 * 86_400_000;

const database = createDatabase({ deviceMs: () => Date.now() });

/** @param nowMs the venues' time */
export async function readStored(market: string, nowMs: number): Promise<StoredRecord> {
  const [outcomes, aside, skill, heard, everywhere] = await Promise.all([
    database.list('outcomes', [market]),
    database.get('aside', [market]),
    database.get('skill', [market]),
    readListening(database, market),
    database.keys('listening', []),
  ]);
  const fromMs = nowMs - SHOWN_MS;
  return {
    isLasting: database.state().isLasting,
    markets: [...new Set([market, ...everywhere.map(([id]) => String(id))])].toSorted(),
    outcomes: outcomes.map(({ value }) => value),
    asideLog: aside?.log ?? [],
    isDistanceAlone: skill?.reports[0]?.isDistanceAlone === true,
    orders: await readOrders(database, market, heard, { fromMs, untilMs: nowMs }),
    listening: listeningOf(heard, fromMs, nowMs),
  };
}
