import type { DatabaseChange, DatabaseKey, DatabasePort } from './ports.ts';
import type { TraderRow } from './tables/traders.ts';
import { HOUR_MS, MINUTE_MS } from '../market/time.ts';

export interface Trader {
  readonly key: DatabaseKey;
  readonly value: TraderRow;
}

/** With the hourly sweep this is less than a day. */
const KEPT_MS = 22 * HOUR_MS;
/** Most traders of a market; the longest unseen make room. */
const MOST_TRADERS = 1200;
/** A position is looked at again after this long, an account without one only after it traded again. */
const POSITION_PERIOD_MS = 15 * MINUTE_MS;
const EMPTY_PERIOD_MS = 2 * HOUR_MS;

/** Those to ask next, at most `count`: never asked ones first, then whose answer is oldest. */
export const dueTraders = (traders: readonly Trader[], nowMs: number, count: number): readonly Trader[] =>
  traders
    .filter(({ value: { askedAtMs, seenAtMs, position } }) => {
      if (askedAtMs === null) return true;
      const ageMs = nowMs - askedAtMs;
      return position === null ? seenAtMs > askedAtMs && ageMs > EMPTY_PERIOD_MS : ageMs > POSITION_PERIOD_MS;
    })
    .toSorted((a, b) => (a.value.askedAtMs ?? 0) - (b.value.askedAtMs ?? 0))
    .slice(0, count);

/** `known` after `addresses` were seen: new ones are added, and the longest unseen leave where there are too many. */
export function seeTraders(
  known: readonly Trader[],
  addresses: readonly string[],
  keyOf: (address: string) => DatabaseKey,
  nowMs: number,
): { readonly traders: readonly Trader[]; readonly left: readonly DatabaseKey[] } {
  const byAddress = new Map(known.map((trader) => [String(trader.key.at(-1)), trader]));
  for (const address of addresses) {
    const before = byAddress.get(address)?.value ?? { askedAtMs: null, position: null };
    byAddress.set(address, { key: keyOf(address), value: { ...before, seenAtMs: nowMs } });
  }
  const sorted = [...byAddress.values()].toSorted((a, b) => b.value.seenAtMs - a.value.seenAtMs);
  return {
    traders: sorted.slice(0, MOST_TRADERS),
    left: sorted.slice(MOST_TRADERS).map(({ key }) => key),
  };
}

/** Removes every account that has not been seen for nearly a day, and lists of accounts that are as old. */
export async function forgetTraders(database: DatabasePort, nowMs: number): Promise<void> {
  const isPast = (atMs: number | null): boolean => atMs === null || Math.abs(nowMs - atMs) > KEPT_MS;
  const traders = await database.list('traders', []);
  const lists = (await database.list('context', [])).filter(({ value }) => value.data?.kind === 'traders');
  const changes: DatabaseChange[] = [
    ...traders.filter(({ value }) => isPast(value.seenAtMs)).map(({ key }) => removal('traders', key)),
    ...lists.filter(({ value }) => isPast(value.okAtMs)).map(({ key }) => removal('context', key)),
  ];
  await database.commit(changes);
}

const removal = (store: 'traders' | 'context', key: DatabaseKey): DatabaseChange => ({
  store,
  key,
  value: null,
});
