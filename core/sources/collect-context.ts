import {
  CALENDAR_SOURCE,
  flowSourcesOf,
  type StoredSource,
  volatilitySourcesOf,
} from '../ledger/context-sources.ts';
import { PermissionError, StorageError } from '../market/errors.ts';
import { faultAfter } from './back-off.ts';
import type { Ports } from '../ledger/ports.ts';
import { isDue } from './source-attempt.ts';
import type { ContextRow } from '../ledger/tables/context.ts';

/** No source of context is asked again sooner after it failed. */
const LEAST_WAIT_MS = 10 * 60_000;

const UNKNOWN: ContextRow = { okAtMs: null, data: null, failure: null };

/** Asks each source that speaks of a market, is allowed and is due; each fails alone. */
export interface ContextCollector {
  /** @throws StorageError */
  readonly collect: (market: string, onCommit: () => void) => Promise<void>;
}

export function createContextCollector({ http, clock, database }: Ports): ContextCollector {
  const running = new Map<string, Promise<boolean>>();

  /** @returns whether the source's last word is a good one */
  const ask = async ({ source, read }: StoredSource, onCommit: () => void): Promise<boolean> => {
    const { id, everyMs, url } = source;
    const record = (await database.get('context', [id])) ?? UNKNOWN;
    const askedAtMs = clock.nowMs();
    if (!isDue(record, everyMs, askedAtMs)) return record.failure === null;
    const store = async (value: ContextRow): Promise<void> => {
      await database.commit([{ store: 'context', key: [id], value }]);
      onCommit();
    };
    try {
      const text = await http.fetchText(url(askedAtMs));
      const nowMs = clock.nowMs();
      await store({ okAtMs: nowMs, data: read(text, nowMs, record.data), failure: null });
      return true;
    } catch (error) {
      if (error instanceof StorageError) throw error;
      const isForbidden = error instanceof PermissionError;
      if (isForbidden && record.failure?.code === 'permission') return false;
      const nowMs = clock.nowMs();
      const fault = faultAfter(error, record.failure, id, nowMs);
      const retryAtMs = isForbidden ? nowMs : Math.max(fault.retryAtMs, nowMs + LEAST_WAIT_MS);
      await store({ ...record, failure: { ...fault, retryAtMs } });
      return false;
    }
  };

  /** Markets that are polled side by side share one question. */
  const askOnce = (stored: StoredSource, onCommit: () => void): Promise<boolean> => {
    const { id } = stored.source;
    const before = running.get(id);
    if (before !== undefined) return before;
    const asked = ask(stored, onCommit).finally(() => running.delete(id));
    running.set(id, asked);
    return asked;
  };

  const askInOrder = async (sources: readonly StoredSource[], onCommit: () => void): Promise<void> => {
    for (const source of sources) if (await askOnce(source, onCommit)) return;
  };

  return {
    collect: async (market, onCommit) => {
      await Promise.all([
        askInOrder(flowSourcesOf(market), onCommit),
        askOnce(CALENDAR_SOURCE, onCommit),
        ...volatilitySourcesOf(market).map((source) => askOnce(source, onCommit)),
      ]);
    },
  };
}
