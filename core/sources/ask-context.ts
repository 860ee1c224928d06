import {
  CALENDAR_SOURCE,
  flowSourcesOf,
  holdingsSourcesOf,
  type StoredSource,
  volatilitySourcesOf,
} from '../ledger/context-sources.ts';
import type { Ports } from '../ledger/ports.ts';
import { MINUTE_MS } from '../market/time.ts';
import { attempt, isDue, UNASKED } from './attempt.ts';

/** No source of context is asked again sooner after it failed. */
const LEAST_WAIT_MS = 10 * MINUTE_MS;

/** Asks each source that speaks of a market, is allowed and is due; each fails alone. */
export interface ContextCollector {
  /** @throws StorageError */
  readonly collect: (market: string, onCommit: () => void) => Promise<void>;
}

/** One of a worker: markets that are polled side by side share a question to a source. */
export function createContextCollector(ports: Ports): ContextCollector {
  const { http, clock, database } = ports;
  const running = new Map<string, Promise<boolean>>();

  /** @returns whether the source's last word is a good one */
  const ask = async ({ source, read }: StoredSource, onCommit: () => void): Promise<boolean> => {
    const { id, everyMs, url } = source;
    const row = (await database.get('context', [id])) ?? UNASKED;
    const askedAtMs = clock.nowMs();
    if (!isDue(row, everyMs, askedAtMs)) return row.failure === null;
    const place = { ports, store: 'context', key: [id], onCommit, leastWaitMs: LEAST_WAIT_MS } as const;
    const { outcome } = await attempt(place, row, async () => {
      const text = await http.fetchText(url(askedAtMs));
      return { kind: 'answer', value: { data: read(text, clock.nowMs(), row.data), changes: [] } };
    });
    return outcome === 'answered';
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
        ...[...volatilitySourcesOf(market), ...holdingsSourcesOf(market)].map((source) =>
          askOnce(source, onCommit),
        ),
      ]);
    },
  };
}
