import type { PagedSeries, Venue } from '../venues/venue.ts';
import type { TimeRange } from '../market/time-range.ts';
import { type AskedPage, isToldAnew, nextDoubtful } from './ask-again.ts';
import { isDue, type Update } from './attempt.ts';
import type { CheckedRows } from './checks.ts';
import { mergeIntoChunks } from '../ledger/chunks.ts';
import { extendCoverage, nextRange, type SeriesWant } from '../ledger/coverage.ts';
import type { MarketScope, Questions } from './kinds/kind.ts';
import type { Coverage, SourceRow } from '../ledger/tables/sources.ts';
import { settledUntilS } from '../ledger/settled.ts';
import type { SeriesKind } from '../ledger/chunk-kinds.ts';
import { wantOf } from '../ledger/windows.ts';

/** Rows that a venue tells in pages. */
export interface Series<T> {
  readonly kind: SeriesKind;
  /** By open times; null where the venue has none. */
  readonly of: (venue: Venue) => PagedSeries<T> | null;
  /** @throws GlitchError */
  readonly check: (told: readonly T[], range: TimeRange, intervalS: number) => CheckedRows;
  /** Time between two questions for a newest row that has not come yet. */
  readonly newestRetryMs?: number;
}

/**
 * Pages through one series until it is complete: the newest page first, then what is new, then back through history, also
 * where the newest rows have yet to come; at last what is missing or not believed.
 */
export const seriesPages =
  <T>({ kind, of, check, newestRetryMs = 0 }: Series<T>) =>
  async (scope: MarketScope, first: SourceRow): Promise<Questions | null> => {
    const { ports, gate, venue, market, instrument, deadlineMs } = scope;
    const { clock, database } = ports;
    const series = of(venue);
    if (series === null) return null;
    const aside = await database.get('aside', [market]);
    const known = coverageOf(first);
    let isAnew = known !== null && isToldAnew({ aside, venue: venue.id, kind }, known, clock.nowMs());
    let isNewestAwaited = !isDue(first, newestRetryMs, clock.nowMs());
    let before: Coverage | null | undefined;
    return (row) => {
      const nowMs = clock.nowMs();
      if (before !== undefined) isNewestAwaited ||= isSame(coverageOf(row), before);
      const want = { ...wantOf(kind, series, nowMs), isNewestAwaited };
      const believed = believable(coverageOf(row), want);
      const coverage = believed && isAnew ? { ...believed, fromS: want.fromS, untilS: want.fromS } : believed;
      const { intervalS, pageRows } = want;
      const page: AskedPage | null =
        newPage(coverage, want, series, nowMs) ??
        (coverage && nextDoubtful({ aside, venue: venue.id, kind, intervalS, pageRows }, coverage, nowMs));
      if (page === null) return null;
      [before, isAnew] = [coverage, false];
      return async () => {
        const asked = await gate.ask(venue, series.page(instrument, page.range), deadlineMs);
        if (asked.kind !== 'answer') return asked;
        const told = check(asked.value, page.range, intervalS);
        const value = await foldPage(scope, kind, { row, coverage, want, ...page }, told);
        return { kind: 'answer', value };
      };
    };
  };

/** A page and what was known before it was asked for. */
interface Page extends AskedPage {
  readonly row: SourceRow;
  readonly coverage: Coverage | null;
  readonly want: SeriesWant;
}

/** What the rows of a page change: chunks of the series, and what is known of it. */
async function foldPage(
  { ports, market, venue }: MarketScope,
  kind: SeriesKind,
  { row, coverage, want, range, isDoubtful }: Page,
  { rows, openTimesS }: CheckedRows,
): Promise<Update> {
  const isAgain = isDoubtful !== null;
  const extended = isAgain ? coverage : extendCoverage(coverage, want, range, openTimesS);
  const { changes, firstChangeS } = await mergeIntoChunks(
    ports,
    [market, venue.id, kind],
    isAgain ? rows.filter(({ openTimeS }) => isDoubtful(openTimeS)) : rows,
  );
  const nowMs = ports.clock.nowMs();
  const before = coverageOf(row);
  const settledS = want.isPast ? Infinity : settledUntilS(before, nowMs);
  const stored = extended ?? { fromS: range.fromS, untilS: range.fromS, exhausted: false, revision: 0 };
  const isRevision =
    (firstChangeS !== null && firstChangeS < settledS) ||
    // The engine may have taken in what is to be told anew.
    (before !== null && stored.untilS < before.untilS);
  const isNew = coverage !== null && stored.untilS > coverage.untilS;
  const isFirst = coverage === null || coverage.untilS <= want.fromS;
  const sinceMs = isFirst ? nowMs : coverage.sinceMs;
  const after = {
    ...stored,
    ...(isAgain ? { again: askedAgain(coverage, firstChangeS !== null, nowMs) } : {}),
    ...(sinceMs === undefined ? {} : { sinceMs }),
    revision: stored.revision + (isRevision ? 1 : 0),
    lateS: isNew ? lateS(row.okAtMs, stored.untilS) : (coverage?.lateS ?? 0),
  };
  return { data: { kind: 'series', coverage: after }, changes };
}

const askedAgain = (
  coverage: Coverage | null,
  isChanged: boolean,
  atMs: number,
): NonNullable<Coverage['again']> => ({
  atMs,
  count: (coverage?.again?.count ?? 0) + 1,
  quiet: isChanged ? 0 : (coverage?.again?.quiet ?? 0) + 1,
});

/** How long after its close at `untilS` a row had not come when `okAtMs` the venue was asked before, seconds. */
const lateS = (okAtMs: number | null, untilS: number): number =>
  okAtMs === null ? 0 : Math.max(0, Math.round(okAtMs / 1000 - untilS));

const coverageOf = ({ data }: SourceRow): Coverage | null => (data?.kind === 'series' ? data.coverage : null);

/** Close of the last row, however lately the venue answered; epoch milliseconds. */
export const lastRowMs = (row: SourceRow): number | null => {
  const coverage = coverageOf(row);
  return coverage === null ? row.okAtMs : coverage.untilS * 1000;
};

/** Rows that cannot have closed yet were never there: whoever thought so had a wrong clock. */
const believable = (coverage: Coverage | null, { untilS, intervalS }: SeriesWant): Coverage | null =>
  coverage !== null && coverage.untilS > untilS + intervalS ? null : coverage;

/** The page to ask for next, one of the larger pages of the recent past where it lies there. */
function newPage(
  coverage: Coverage | null,
  want: SeriesWant,
  { recent }: Pick<PagedSeries<unknown>, 'recent'>,
  nowMs: number,
): AskedPage | null {
  if (recent !== undefined) {
    const range = nextRange(coverage, { ...want, pageRows: recent.pageRows });
    if (range !== null && range.fromS >= nowMs / 1000 - recent.depthS) return { range, isDoubtful: null };
  }
  const range = nextRange(coverage, want);
  return range && { range, isDoubtful: null };
}

const isSame = (a: Coverage | null, b: Coverage | null): boolean =>
  a?.fromS === b?.fromS && a?.untilS === b?.untilS && a?.exhausted === b?.exhausted;
