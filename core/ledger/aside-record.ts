import type { AsideSpan } from '../engine/index.ts';
import type { AsideReport } from '../market/market-report.ts';
import type { VenueId } from '../market/venue-id.ts';

/** A stretch in which a venue's figures were not believed, or should not have been. */
export interface AsideEntry {
  readonly venue: VenueId;
  readonly quantity: AsideReport['quantity'];
  readonly fromMs: number;
  /** Last seen. */
  readonly untilMs: number;
  /** Until then nobody knew. */
  readonly foundMs: number;
}

/** Bars that open in `[fromS, untilS)`. */
export interface MissingBars {
  readonly venue: VenueId;
  readonly fromS: number;
  readonly untilS: number;
}

/** What contradicts and what is remembered to decide it: `aside` under `[market]`. */
export interface AsideRecord {
  /** Stretches of stored bars that are not believed now, and are asked for again. */
  readonly spans: readonly AsideSpan[];
  /** Bars that a venue left out or told in an impossible form; they are asked for again too. */
  readonly missing: readonly MissingBars[];
  /** Ascending in time of being found. */
  readonly log: readonly AsideEntry[];
  /** Funding in eight hours that was believed last, by venue, and when. */
  readonly funding: Readonly<Partial<Record<VenueId, number>>>;
  readonly fundingAtMs: number;
}

export const NOTHING_ASIDE: AsideRecord = { spans: [], missing: [], log: [], funding: {}, fundingAtMs: 0 };

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
