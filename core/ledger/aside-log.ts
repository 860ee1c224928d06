import type { AsideEntry, AsideRow } from './tables/aside.ts';
import type { OutcomeRow } from './tables/outcomes.ts';
import { DAY_MS, MINUTE_MS } from '../market/time.ts';

export const NOTHING_ASIDE: AsideRow = { spans: [], missing: [], log: [], funding: {}, fundingAtMs: 0 };

/** The record of forecasts is kept as long. */
const LOG_KEPT_MS = 90 * DAY_MS;
const MOST_ENTRIES = 500;

/** What comes back within this time goes on. */
const SAME_MS = 15 * MINUTE_MS;

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
 * Whether what came of a forecast says nothing, because the forecast may have read what was not true (made while a venue's
 * price, open interest, volume or orders were aside, or after that began and before it was found), or because it was over
 * before it was found that something of its own time was not true.
 */
export const isOfALie = (
  log: readonly AsideEntry[],
  { atS, horizonS }: Pick<OutcomeRow, 'atS' | 'horizonS'>,
): boolean => {
  const [madeMs, overMs] = [atS * 1000, (atS + horizonS) * 1000];
  return log.some(
    ({ quantity, fromMs, untilMs, foundMs }) =>
      quantity !== 'funding' &&
      (madeMs >= fromMs ? madeMs <= Math.max(untilMs, foundMs) : overMs > fromMs && overMs <= foundMs),
  );
};
