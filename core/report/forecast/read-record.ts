import { readListening, readOrders } from '../../ledger/forced-orders/read-orders.ts';
import type { DatabasePort } from '../../ledger/ports.ts';
import type { AsideEntry } from '../../ledger/tables/aside.ts';
import type { OutcomeRow } from '../../ledger/tables/outcomes.ts';
import type { ForcedOrder } from '../../market/forced-order.ts';
import { DAY_MS } from '../../market/time.ts';
import { listeningOf, type VenueListening } from './listening-of.ts';

/** What is stored of the record of a market. */
export interface StoredRecord {
  /** False where the browser does not open the database: nothing is read then. */
  readonly isLasting: boolean;
  /** Markets of which anything is known, with that of the record. */
  readonly markets: readonly string[];
  readonly outcomes: readonly OutcomeRow[];
  /** When sources were not believed. */
  readonly asideLog: readonly AsideEntry[];
  /** The expected-forced map goes by distance alone now, because its skill was lost. */
  readonly isDistanceAlone: boolean;
  readonly orders: readonly ForcedOrder[];
  readonly listening: readonly VenueListening[];
}

/** So long back forced orders, and who was listened to, are shown. */
const SHOWN_MS = 7 * DAY_MS;

/** @param nowMs the venues' time @throws RowsGoneError */
export async function readRecord(
  database: DatabasePort,
  market: string,
  nowMs: number,
): Promise<StoredRecord> {
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
