import type { PagedSeries, Venue } from '../venues/venue.ts';
import type { TimeRange } from '../market/time-range.ts';
import { type AskedPage, isToldAnew, nextDoubtful } from './ask-again.ts';
import { isDue } from './attempt.ts';
import type { CheckedRows } from './checks.ts';
import { nextRange, type SeriesWant } from '../ledger/coverage.ts';
import { foldPage } from './fold-page.ts';
import type { MarketScope, Questions } from './kinds/kind.ts';
import type { Coverage, SourceRow } from '../ledger/tables/sources.ts';
import { wantOf, type SeriesKind } from '../ledger/windows.ts';

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
        const value = await foldPage(scope, kind, { okAtMs: row.okAtMs, coverage, want, ...page }, told);
        return { kind: 'answer', value };
      };
    };
  };

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
