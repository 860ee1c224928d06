import type { AsideSpan } from '../engine/index.ts';
import type { TimeRange } from '../market/time-range.ts';
import type { Coverage } from '../ledger/tables/sources.ts';
import type { SeriesKind } from '../ledger/chunk-kinds.ts';
import { waitAfterMs, type Waits } from './wait-after.ts';
import type { AsideRow } from '../ledger/tables/aside.ts';
import { HOUR_MS, MINUTE_MS } from '../market/time.ts';

/** A round of questions that changes nothing makes the next wait twice as long, up to the longest. */
const WAITS: Waits = { firstMs: 25_000, longestMs: 5 * MINUTE_MS };
/** What a venue has left out for long it may not have at all. */
const WAITS_FOR_MISSING: Waits = { firstMs: 25_000, longestMs: 6 * HOUR_MS };

/** What of a venue's stored rows is doubtful, in pages. */
export interface DoubtfulRows {
  readonly aside: AsideRow | null;
  readonly venue: string;
  readonly kind: SeriesKind;
  readonly intervalS: number;
  readonly pageRows: number;
}

/** A page to ask for. */
export interface AskedPage {
  readonly range: TimeRange;
  /** Where it is asked for once more: which rows are doubtful; the others stay as they are known. Null for a new page. */
  readonly isDoubtful: ((openTimeS: number) => boolean) | null;
}

/**
 * The next page to ask for once more because rows in it are missing or not believed, one page after the other; null
 * where nothing is doubtful or due.
 */
export function nextDoubtful(
  { aside, venue, kind, intervalS, pageRows }: DoubtfulRows,
  coverage: Coverage,
  nowMs: number,
): AskedPage | null {
  const spans = spansOf(aside, venue, kind);
  const missing = kind === 'candles' ? (aside?.missing.filter((hole) => hole.venue === venue) ?? []) : [];
  const stretches = [...spans, ...missing]
    .map(({ fromS, untilS }) => ({
      fromS: Math.max(coverage.fromS, fromS),
      untilS: Math.min(coverage.untilS, untilS),
    }))
    .filter(({ fromS, untilS }) => fromS < untilS)
    .toSorted((a, b) => a.fromS - b.fromS);
  const pages = pagesOf(stretches, intervalS, pageRows);
  if (pages.length === 0) return null;
  const { atMs, count, quiet } = coverage.again ?? { atMs: -Infinity, count: 0, quiet: 0 };
  const waits = spans.length > 0 ? WAITS : WAITS_FOR_MISSING;
  const waitMs = waitAfterMs(waits, 1 + Math.floor(quiet / pages.length));
  const range = pages[count % pages.length];
  if (nowMs - atMs < waitMs || range === undefined) return null;
  return {
    range,
    isDoubtful: (timeS) => stretches.some(({ fromS, untilS }) => timeS >= fromS && timeS < untilS),
  };
}

/** What contradicts the history that was loaded just before has to be told at least so long. */
const TOLD_ANEW_MS = 3 * HOUR_MS;

/**
 * Whether all open interest stored of a venue is to be loaded again: it has told otherwise for longer than it was known
 * before, so that what was told first is the less likely. Once for each leap: what is loaded again is known since then.
 */
export function isToldAnew(
  { aside, venue, kind }: Pick<DoubtfulRows, 'aside' | 'venue' | 'kind'>,
  { sinceMs = 0 }: Coverage,
  nowMs: number,
): boolean {
  if (kind !== 'open-interest') return false;
  return spansOf(aside, venue, kind).some(({ isOpen, fromS }) => {
    const knownMs = fromS * 1000 - sinceMs;
    const toldMs = nowMs - fromS * 1000;
    return isOpen && knownMs > -TOLD_ANEW_MS && toldMs > Math.max(TOLD_ANEW_MS, knownMs);
  });
}

function spansOf(aside: AsideRow | null, venue: string, kind: SeriesKind): readonly AsideSpan[] {
  if (aside === null || (kind !== 'candles' && kind !== 'open-interest')) return [];
  const isOfKind = (quantity: string): boolean =>
    (quantity === 'open-interest') === (kind === 'open-interest');
  return aside.spans.filter((span) => span.venue === venue && isOfKind(span.quantity));
}

/** Pages that hold all of `stretches`, which ascend; near ones share a page. */
function pagesOf(
  stretches: readonly { readonly fromS: number; readonly untilS: number }[],
  intervalS: number,
  pageRows: number,
): readonly TimeRange[] {
  const pages: { fromS: number; untilS: number }[] = [];
  for (const { fromS, untilS } of stretches) {
    for (let startS = fromS; startS < untilS;) {
      let page = pages.at(-1);
      if (page === undefined || startS >= page.fromS + pageRows * intervalS) {
        page = { fromS: startS, untilS: startS };
        pages.push(page);
      }
      const endS = Math.min(untilS, page.fromS + pageRows * intervalS);
      page.untilS = Math.max(page.untilS, endS - intervalS);
      startS = endS;
    }
  }
  return pages;
}
