import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { extendCoverage, loadedShare, nextRange, type SeriesWant } from '../../core/ledger/coverage.ts';
import type { Coverage } from '../../core/ledger/tables/sources.ts';

const INTERVAL_S = 300;
const rows = (count: number): number => count * INTERVAL_S;

const cases = record({
  pageRows: integer({ min: 3, max: 40 }),
  wantedRows: integer({ min: 1, max: 300 }),
  /** Rows before the listing. */
  unlistedRows: integer({ min: 0, max: 350 }),
  /** Stretch that the venue never had. */
  gapAt: integer({ min: 0, max: 300 }),
  gapRows: integer({ min: 0, max: 60 }),
  laterRows: array(integer({ min: 0, max: 80 }), { maxLength: 4 }),
});

const wantUntil = (untilRow: number, pageRows: number): SeriesWant => ({
  fromS: 0,
  untilS: rows(untilRow),
  intervalS: INTERVAL_S,
  pageRows,
  isPast: false,
});

const timesBetween = (fromS: number, untilS: number): readonly number[] =>
  Array.from({ length: (untilS - fromS) / INTERVAL_S }, (_, index) => fromS + index * INTERVAL_S);

describe('paging through a series', () => {
  test('asks for every row that exists, page by page, and comes to an end', () => {
    assert(
      property(cases, ({ pageRows, wantedRows, unlistedRows, gapAt, gapRows, laterRows }) => {
        const exists = (timeS: number): boolean =>
          timeS >= rows(unlistedRows) && (timeS < rows(gapAt) || timeS >= rows(gapAt + gapRows));
        const loaded = new Set<number>();
        let coverage: Coverage | null = null;
        let untilRow = wantedRows;
        for (const more of [0, ...laterRows]) {
          untilRow += more;
          const want = wantUntil(untilRow, pageRows);
          for (let page = 0; page < 500; page++) {
            const range = nextRange(coverage, want);
            if (range === null) break;
            expect((range.untilS - range.fromS) / INTERVAL_S + 1).toBeLessThanOrEqual(pageRows);
            const answer = timesBetween(range.fromS, range.untilS + INTERVAL_S).filter(exists);
            answer.forEach((timeS) => loaded.add(timeS));
            const next: Coverage | null = extendCoverage(coverage, want, range, answer);
            if (next === coverage) break;
            coverage = next;
            expect(page).toBeLessThan(499);
          }
        }

        const covered: Coverage | null = coverage;
        const { fromS, untilS } = covered ?? { fromS: 0, untilS: 0 };
        const missing = timesBetween(fromS, untilS).filter((timeS) => exists(timeS) && !loaded.has(timeS));
        expect(missing).toEqual([]);
        const isUnbroken = gapRows === 0 && unlistedRows < wantedRows;
        expect(untilS === rows(untilRow) || !isUnbroken).toBe(true);
        const share = loadedShare(covered, wantUntil(untilRow, pageRows));
        expect(share === 1 || !isUnbroken).toBe(true);
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
