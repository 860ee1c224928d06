import { describe, expect, test } from 'vitest';

import { extendCoverage, nextRange, type SeriesWant } from '../../../core/ledger/coverage.ts';
import type { Coverage } from '../../../core/ledger/tables/sources.ts';

/** Ten bars of 300 s, opening at 0 to 2700; four to a page. */
const want: SeriesWant = { fromS: 0, untilS: 3000, intervalS: 300, pageRows: 4, isPast: false };

const covered = (fromS: number, untilS: number): Coverage => ({
  fromS,
  untilS,
  exhausted: false,
  revision: 0,
});

describe('what is asked for next', () => {
  test('is the newest page when nothing is there', () => {
    // The last four of ten bars open at 1800, 2100, 2400 and 2700.
    expect(nextRange(null, want)).toEqual({ fromS: 1800, untilS: 2700 });
  });

  test('is the page before what is there', () => {
    expect(nextRange(covered(1800, 3000), want)).toEqual({ fromS: 600, untilS: 1500 });
  });

  test('is no longer than what is wanted', () => {
    expect(nextRange(covered(600, 3000), want)).toEqual({ fromS: 0, untilS: 300 });
  });

  test('is what is new, with two bars once more, before what is old', () => {
    expect(nextRange(covered(1200, 2700), want)).toEqual({ fromS: 2100, untilS: 2700 });
  });

  test('is what is old while what is new is awaited, and nothing once that is there', () => {
    const awaiting = { ...want, isNewestAwaited: true };

    expect(nextRange(covered(1800, 2700), awaiting)).toEqual({ fromS: 600, untilS: 1500 });
    expect(nextRange(covered(0, 2700), awaiting)).toBeNull();
    expect(nextRange(null, awaiting)).toBeNull();
  });

  test('starts afresh when all that is there is too old', () => {
    expect(nextRange(covered(-3000, 0), want)).toEqual({ fromS: 1800, untilS: 2700 });
  });

  test('is nothing when all is there or the venue has nothing older', () => {
    expect(nextRange(covered(0, 3000), want)).toBeNull();
    expect(nextRange({ ...covered(1800, 3000), exhausted: true }, want)).toBeNull();
  });
});

describe('coverage after an answer', () => {
  test('reaches as far back as the first row that came', () => {
    expect(extendCoverage(null, want, { fromS: 1800, untilS: 2700 }, [2100, 2400, 2700])).toEqual(
      covered(2100, 3000),
    );
  });

  test('is exhausted when nothing older came', () => {
    expect(extendCoverage(covered(1800, 3000), want, { fromS: 600, untilS: 1500 }, [])).toEqual({
      ...covered(1800, 3000),
      exhausted: true,
    });
  });

  test('stays when the newest bar has not been published yet', () => {
    const coverage = covered(0, 2700);

    expect(extendCoverage(coverage, want, { fromS: 2100, untilS: 2700 }, [2100, 2400])).toBe(coverage);
  });

  test('passes over a stretch that the venue lacks once it is an hour old', () => {
    const later = { ...want, untilS: 9000 };

    expect(extendCoverage(covered(0, 3000), later, { fromS: 2400, untilS: 3300 }, [2400, 2700])).toEqual(
      covered(0, 3600),
    );
  });

  test('of a time long past is exhausted when nothing came, and asks no more', () => {
    const past = { ...want, isPast: true };

    const coverage = extendCoverage(null, past, { fromS: 1800, untilS: 2700 }, []);

    expect(coverage).toEqual({ fromS: 3000, untilS: 3000, exhausted: true, revision: 0 });
    expect(nextRange(coverage, past)).toBeNull();
  });
});
