import type { TimeRange } from '../market/time-range.ts';
import type { Coverage } from './tables/sources.ts';

/** Rows wanted of a series: open times in `[fromS, untilS)`, at most `pageRows` in one answer. */
export interface SeriesWant {
  readonly fromS: number;
  readonly untilS: number;
  readonly intervalS: number;
  readonly pageRows: number;
  /** All rows closed so long ago that what does not come now never will. */
  readonly isPast: boolean;
  /** The newest rows were asked for and have not come yet: what is old is not kept waiting for them. */
  readonly isNewestAwaited?: boolean;
}

/** Rows asked for once more, because venues still correct them just after the close. */
export const OVERLAP_ROWS = 2;

/** A venue that has no row this long after the close will not have it any more. */
const LATE_ROWS = 12;

/**
 * Open times to ask for next: what is new before what is old, so that a map can be shown early; null if all is there
 * that can be.
 */
export function nextRange(coverage: Coverage | null, want: SeriesWant): TimeRange | null {
  const { fromS, untilS, intervalS, pageRows, isNewestAwaited = false } = want;
  const pageS = pageRows * intervalS;
  if (untilS <= fromS) return null;
  if (coverage === null || coverage.untilS <= fromS) {
    return isNewestAwaited ? null : { fromS: Math.max(fromS, untilS - pageS), untilS: untilS - intervalS };
  }
  if (coverage.untilS < untilS && !isNewestAwaited) {
    const overlap = Math.min(OVERLAP_ROWS, pageRows - 1) * intervalS;
    const start = Math.max(coverage.fromS, coverage.untilS - overlap);
    return { fromS: start, untilS: Math.min(start + pageS, untilS) - intervalS };
  }
  if (coverage.fromS > fromS && !coverage.exhausted) {
    return { fromS: Math.max(fromS, coverage.fromS - pageS), untilS: coverage.fromS - intervalS };
  }
  return null;
}

/**
 * Coverage after the answer to `range`, whose rows ascend and lie in it. Unchanged (the same object) if the
 * answer brought nothing and may still come.
 */
export function extendCoverage(
  coverage: Coverage | null,
  want: SeriesWant,
  range: TimeRange,
  openTimesS: readonly number[],
): Coverage | null {
  const { intervalS } = want;
  const first = openTimesS[0];
  const last = openTimesS.at(-1);
  if (coverage === null || coverage.untilS <= want.fromS) {
    const revision = coverage?.revision ?? 0;
    if (first === undefined || last === undefined) {
      return want.isPast ? { fromS: want.untilS, untilS: want.untilS, exhausted: true, revision } : coverage;
    }
    return { fromS: first, untilS: last + intervalS, exhausted: false, revision };
  }
  if (range.untilS < coverage.fromS) {
    return first === undefined
      ? { ...coverage, exhausted: true }
      : { ...coverage, fromS: first, exhausted: false };
  }
  const until = last === undefined ? coverage.untilS : last + intervalS;
  if (until > coverage.untilS) return { ...coverage, untilS: until };
  const end = range.untilS + intervalS;
  const lateRows = want.isPast ? 0 : LATE_ROWS;
  return end <= want.untilS - lateRows * intervalS ? { ...coverage, untilS: end } : coverage;
}

/** Share of the wanted rows that is there, 0 to 1; all of it where the venue has no more. */
export function loadedShare(coverage: Coverage | null, want: SeriesWant): number {
  if (want.untilS <= want.fromS) return 1;
  if (coverage === null || coverage.untilS <= want.fromS) return 0;
  const fromS = coverage.exhausted ? want.fromS : Math.max(coverage.fromS, want.fromS);
  const untilS = Math.min(coverage.untilS, want.untilS);
  return Math.max(0, untilS - fromS) / (want.untilS - want.fromS);
}

/**
 * The newest part of `coverage` that holds nothing of `[fromS, untilS)`: the same object where that was not known, one
 * without rows where nothing is left.
 */
export function withoutRows(coverage: Coverage, fromS: number, untilS: number): Coverage {
  const revision = coverage.revision + 1;
  if (fromS >= coverage.untilS || untilS <= coverage.fromS) return coverage;
  if (untilS < coverage.untilS) return { ...coverage, fromS: untilS, exhausted: false, revision };
  if (fromS > coverage.fromS) return { ...coverage, untilS: fromS, revision };
  return { fromS: 0, untilS: 0, exhausted: false, revision };
}
