import { StorageError } from '../market/errors.ts';
import type { Instrument } from '../market/instrument.ts';
import type { Venue } from '../venues/venue.ts';
import { faultAfter, isWaiting } from './back-off.ts';
import type { Asked, HostGate } from './host-gate.ts';
import type { DatabaseChange, DatabaseKey, Ports } from '../ledger/ports.ts';
import type { SourceData, SourceKind, SourceRow } from '../ledger/tables/sources.ts';

/** One venue's part in one market, while it is asked. */
export interface VenueScope {
  readonly ports: Ports;
  readonly gate: HostGate;
  readonly market: string;
  readonly venue: Venue;
  readonly instrument: Instrument;
  /** No request is sent after this, by the device's clock. */
  readonly deadlineMs: number;
  /** Called after each commit. */
  readonly onCommit: () => void;
}

/** Where a source keeps its record. Instruments belong to the venue, not to a market. */
export const sourceKey = (market: string, venue: string, kind: SourceKind): DatabaseKey => [
  kind === 'instruments' ? '' : market,
  venue,
  kind,
];

export const UNASKED: SourceRow = { okAtMs: null, data: null, failure: null };

/** Whether it is time to ask: after a failure when its wait is over, else after `periodMs`. */
export function isDue(
  record: Pick<SourceRow, 'okAtMs' | 'failure'>,
  periodMs: number,
  nowMs: number,
): boolean {
  if (record.failure !== null) return !isWaiting(record.failure, nowMs);
  return record.okAtMs === null || nowMs - record.okAtMs >= periodMs || record.okAtMs > nowMs;
}

/** What an answer changes: the source's data and rows, written together. */
export interface Update {
  readonly data: SourceData;
  readonly changes: readonly DatabaseChange[];
}

export type Outcome = 'answered' | 'failed' | 'soon' | 'later';

/**
 * Asks once and commits what came of it, an answer or a failure, in one transaction.
 * @throws StorageError, and nothing else
 */
export async function attempt(
  { ports, market, venue, onCommit }: Pick<VenueScope, 'ports' | 'market' | 'venue' | 'onCommit'>,
  kind: SourceKind,
  record: SourceRow,
  ask: () => Promise<Asked<Update>>,
): Promise<{ readonly outcome: Outcome; readonly record: SourceRow }> {
  const key = sourceKey(market, venue.id, kind);
  const commit = async (
    outcome: Outcome,
    value: SourceRow,
    changes: readonly DatabaseChange[] = [],
  ): Promise<{ outcome: Outcome; record: SourceRow }> => {
    await ports.database.commit([...changes, { store: 'sources', key, value }]);
    onCommit();
    return { outcome, record: value };
  };
  const asked = await ask().catch((error: unknown) => ({ kind: 'error', error }) as const);
  switch (asked.kind) {
    case 'later':
      return { outcome: asked.isSoon ? 'soon' : 'later', record };
    case 'closed':
      return commit('failed', { ...record, failure: asked.fault });
    case 'error': {
      if (asked.error instanceof StorageError) throw asked.error;
      const failure = faultAfter(asked.error, record.failure, key.join(':'), ports.clock.nowMs());
      return commit('failed', { ...record, failure });
    }
    case 'answer': {
      const { data, changes } = asked.value;
      return commit('answered', { okAtMs: ports.clock.nowMs(), data, failure: null }, changes);
    }
  }
}
