import type { AsideEntry, AsideRow } from './tables/aside.ts';

export const NOTHING_ASIDE: AsideRow = { spans: [], missing: [], log: [], funding: {}, fundingAtMs: 0 };

/** The record of forecasts is kept as long. */
const LOG_KEPT_MS = 90 * 86_400_000;
const MOST_ENTRIES = 500;

/** What comes back within this time goes on. */
const SAME_MS = 15 * 60_000;

/**
 * `log` with what is found aside now: an entry that goes on is extended, a new one keeps when it was found.
 * @returns the same list where nothing changed
 */
export function extendLog(
  log: readonly AsideEntry[],
  found: readonly Omit<AsideEntry, 'foundMs'>[],
  nowMs: number,
): readonly AsideEntry[] {
  let next = log;
  for (const one of found) {
    const at = next.findIndex(
      ({ venue, quantity, fromMs, untilMs }) =>
        venue === one.venue &&
        quantity === one.quantity &&
        one.fromMs <= untilMs + SAME_MS &&
        one.untilMs >= fromMs - SAME_MS,
    );
    const known = next[at];
    if (known === undefined) next = [...next, { ...one, foundMs: nowMs }];
    else if (one.fromMs < known.fromMs || one.untilMs > known.untilMs) {
      const fromMs = Math.min(known.fromMs, one.fromMs);
      next = next.with(at, { ...known, fromMs, untilMs: Math.max(known.untilMs, one.untilMs) });
    }
  }
  const kept = next.filter(({ untilMs }) => nowMs - untilMs < LOG_KEPT_MS).slice(-MOST_ENTRIES);
  return kept.length === next.length ? next : kept;
}

/**
 * Whether a forecast made at `atMs` may have read what was not true: made while a venue's price, open interest or volume
 * was aside, or after that began and before it was found.
 */
export const wasMadeUnderALie = (log: readonly AsideEntry[], atMs: number): boolean =>
  log.some(
    ({ quantity, fromMs, untilMs, foundMs }) =>
      quantity !== 'funding' && atMs >= fromMs && atMs <= Math.max(untilMs, foundMs),
  );
