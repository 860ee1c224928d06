import { mergeFlowDays } from '../context/fund-flows.ts';
import { CALENDAR_CONTEXT, type ContextSource, FLOW_CONTEXT, volatilityContext } from '../context/sources.ts';
import { PermissionError, StorageError } from '../market/errors.ts';
import { assetOfMarket } from '../market/asset.ts';
import { faultAfter } from './back-off.ts';
import type { Ports } from '../ledger/ports.ts';
import { isDue } from './source-attempt.ts';
import type { ContextData, ContextRecord } from '../ledger/tables.ts';

/** A source of context with how its answers are kept. */
export interface StoredSource {
  readonly source: ContextSource<unknown>;
  /** What is kept after `text`; `known` is what was kept before. */
  readonly read: (text: string, nowMs: number, known: ContextData | null) => ContextData;
}

/** Sources of fund flows, the believed one first. */
const FLOWS: readonly StoredSource[] = FLOW_CONTEXT.map((source) => ({
  source,
  read: (text, nowMs, known) => ({
    kind: 'flows',
    days: mergeFlowDays(known?.kind === 'flows' ? known.days : [], source.parse(text, nowMs)),
  }),
}));

const CALENDAR: StoredSource = {
  source: CALENDAR_CONTEXT,
  read: (text, nowMs) => ({ kind: 'events', events: CALENDAR_CONTEXT.parse(text, nowMs) }),
};

/** Money that flows into funds of bitcoin says something of coins, nothing of shares, metals or currencies. */
const flowsOf = (market: string): readonly StoredSource[] =>
  assetOfMarket(market).assetClass === 'crypto' ? FLOWS : [];

function volatilityOf(market: string): readonly StoredSource[] {
  const { base, assetClass } = assetOfMarket(market);
  if (assetClass !== 'crypto' || (base !== 'BTC' && base !== 'ETH')) return [];
  const source = volatilityContext(base);
  return [{ source, read: (text, nowMs) => ({ kind: 'volatility', points: source.parse(text, nowMs) }) }];
}

/** The sources that speak of `market`. */
export const contextSourcesOf = (market: string): readonly StoredSource[] => [
  ...flowsOf(market),
  CALENDAR,
  ...volatilityOf(market),
];

/** No source of context is asked again sooner after it failed. */
const LEAST_WAIT_MS = 10 * 60_000;

const UNKNOWN: ContextRecord = { okAtMs: null, data: null, failure: null };

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
    const store = async (value: ContextRecord): Promise<void> => {
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
        askInOrder(flowsOf(market), onCommit),
        askOnce(CALENDAR, onCommit),
        ...volatilityOf(market).map((source) => askOnce(source, onCommit)),
      ]);
    },
  };
}
