import { PermissionError, StorageError } from '../market/errors.ts';
import { faultAfter, isWaiting } from './back-off.ts';
import type { Asked } from './host-gate.ts';
import type { DatabaseChange, DatabaseKey, Ports } from '../ledger/ports.ts';
import type { SourceFault } from '../ledger/tables/fault.ts';
import type { Stores } from '../ledger/tables/list.ts';

/** Stores of what sources have told: of venues, and of what surrounds a market. */
type SourceStore = 'sources' | 'context';

/** What a source of `store` said last. */
interface Row<S extends SourceStore> {
  readonly okAtMs: number | null;
  readonly data: Stores[S]['data'];
  readonly failure: SourceFault | null;
}

/** A source that was never asked. */
export const UNASKED = { okAtMs: null, data: null, failure: null } as const;

/** Whether it is time to ask: after a failure when its wait is over, else after `periodMs`. */
export function isDue(
  { okAtMs, failure }: Pick<Row<SourceStore>, 'okAtMs' | 'failure'>,
  periodMs: number,
  nowMs: number,
): boolean {
  if (failure !== null) return !isWaiting(failure, nowMs);
  return okAtMs === null || nowMs - okAtMs >= periodMs || okAtMs > nowMs;
}

/** What an answer changes: the source's data and rows, written together. */
export interface Update<S extends SourceStore = 'sources'> {
  readonly data: Stores[S]['data'];
  readonly changes: readonly DatabaseChange[];
}

/** `soon`: only the deadline ended it. */
export type Outcome = 'answered' | 'failed' | 'soon' | 'later';

/** Where a source's row is kept, and who hears of what is written there. */
interface Place<S extends SourceStore> {
  readonly ports: Pick<Ports, 'database' | 'clock'>;
  readonly store: S;
  readonly key: DatabaseKey;
  /** Called after each commit. */
  readonly onCommit: () => void;
  /** It is not asked again sooner after it failed, unless only the user's leave was missing. */
  readonly leastWaitMs?: number;
}

/**
 * Asks once and commits what came of it, an answer or a failure, in one transaction.
 * @throws StorageError, and nothing else
 */
export async function attempt<S extends SourceStore>(
  { ports: { database, clock }, store, key, onCommit, leastWaitMs = 0 }: Place<S>,
  row: Row<S>,
  ask: () => Promise<Asked<Update<S>>>,
): Promise<{ readonly outcome: Outcome; readonly row: Row<S> }> {
  const commit = async (outcome: Outcome, value: Row<S>, changes: readonly DatabaseChange[] = []) => {
    await database.commit([...changes, { store, key, value } as DatabaseChange]);
    onCommit();
    return { outcome, row: value };
  };
  const asked = await ask().catch((error: unknown) => ({ kind: 'error', error }) as const);
  switch (asked.kind) {
    case 'later':
      return { outcome: asked.isSoon ? 'soon' : 'later', row };
    case 'closed':
      return commit('failed', { ...row, failure: asked.fault });
    case 'error': {
      if (asked.error instanceof StorageError) throw asked.error;
      const isForbidden = asked.error instanceof PermissionError;
      if (isForbidden && row.failure?.code === 'permission') return { outcome: 'failed', row };
      const nowMs = clock.nowMs();
      const fault = faultAfter(asked.error, row.failure, key.join(':'), nowMs);
      const leastMs = isForbidden ? 0 : nowMs + leastWaitMs;
      return commit('failed', {
        ...row,
        failure: { ...fault, retryAtMs: Math.max(fault.retryAtMs, leastMs) },
      });
    }
    case 'answer': {
      const { data, changes } = asked.value;
      return commit('answered', { okAtMs: clock.nowMs(), data, failure: null }, changes);
    }
  }
}
