import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { extendCoverage, loadedShare, nextRange, type SeriesWant } from '../../core/watch/coverage.ts';
import type { Coverage } from '../../core/watch/tables.ts';

const INTERVAL_S = 300;
const rows = (count: number): number => count * INTERVAL_S;

const cases = fc.record({
  pageRows: fc.integer({ min: 3, max: 40 }),
  wantedRows: fc.integer({ min: 1, max: 300 }),
  /** Rows before the listing. */
  unlistedRows: fc.integer({ min: 0, max: 350 }),
  /** Stretch that the venue never had. */
  gapAt: fc.integer({ min: 0, max: 300 }),
  gapRows: fc.integer({ min: 0, max: 60 }),
  laterRows: fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 4 }),
});

describe('paging through a series', () => {
  test('asks for every row that exists, page by page, and comes to an end', () => {
    fc.assert(
      fc.property(cases, ({ pageRows, wantedRows, unlistedRows, gapAt, gapRows, laterRows }) => {
        const exists = (timeS: number): boolean =>
          timeS >= rows(unlistedRows) && (timeS < rows(gapAt) || timeS >= rows(gapAt + gapRows));
        const loaded = new Set<number>();
        let coverage: Coverage | null = null;
        let untilRow = wantedRows;
        for (const more of [0, ...laterRows]) {
          untilRow += more;
          const want: SeriesWant = { fromS: 0, untilS: rows(untilRow), intervalS: INTERVAL_S, pageRows };
          for (let page = 0; page < 500; page++) {
            const range = nextRange(coverage, want);
            if (range === null) break;
            expect((range.untilS - range.fromS) / INTERVAL_S + 1).toBeLessThanOrEqual(pageRows);
            const answer: number[] = [];
            for (let timeS = range.fromS; timeS <= range.untilS; timeS += INTERVAL_S) {
              if (exists(timeS)) answer.push(timeS);
            }
            answer.forEach((timeS) => loaded.add(timeS));
            const next: Coverage | null = extendCoverage(coverage, want, range, answer);
            if (next === coverage) break;
            coverage = next;
            expect(page).toBeLessThan(499);
          }
        }

        const covered = coverage;
        for (let timeS = covered?.fromS ?? Infinity; timeS < (covered?.untilS ?? 0); timeS += INTERVAL_S) {
          if (exists(timeS)) expect(loaded.has(timeS)).toBe(true);
        }
        const isUnbroken = gapRows === 0 && unlistedRows < wantedRows;
        if (isUnbroken) {
          expect(covered?.untilS).toBe(rows(untilRow));
          expect(
            loadedShare(covered, { fromS: 0, untilS: rows(untilRow), intervalS: INTERVAL_S, pageRows }),
          ).toBe(1);
        }
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
