import { assert, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CELL_FLOOR_USD, CELL_LOG_STEP, cellOfUsd, usdOfCell } from '../../../core/market/map-cells.ts';

/** How many steps dollars lie above the floor, by the definition. */
const stepsOf = (usd: number): number => Math.log(usd / CELL_FLOOR_USD) / CELL_LOG_STEP;

const byLogarithm = (usd: number): number =>
  usd >= CELL_FLOOR_USD ? Math.min(255, 1 + Math.round(stepsOf(usd))) : 0;

/** Dollars of all sizes, from nothing to a trillion. */
const anyUsd = double({ min: -5, max: 30, noNaN: true }).map((log) => Math.exp(log));

describe('the byte of a cell', () => {
  test('is the rounded logarithm, but that a byte begins up to a five-hundredth early', () => {
    assert(
      property(anyUsd, (usd) => {
        expect(cellOfUsd(usd)).toBeGreaterThanOrEqual(byLogarithm(usd));
        expect(cellOfUsd(usd)).toBeLessThanOrEqual(byLogarithm(usd * (1 + 1 / 500)));
      }),
      { seed: 7, numRuns: 20_000 },
    );
  });

  test('changes by one at half a step and nowhere else', () => {
    for (let cell = 2; cell <= 255; cell++) {
      const leastUsd = CELL_FLOOR_USD * Math.exp((cell - 1.5) * CELL_LOG_STEP);
      expect(cellOfUsd(leastUsd / (1 + 1 / 500))).toBe(cell - 1);
      expect(cellOfUsd(leastUsd * (1 + 1e-12))).toBe(cell);
    }
  });

  test('is what its own dollars are written as again, so that no stored column changes', () => {
    for (let cell = 0; cell <= 255; cell++) expect(cellOfUsd(usdOfCell(cell))).toBe(cell);
  });

  test('falls nowhere while dollars rise', () => {
    assert(
      property(anyUsd, double({ min: 1, max: 1.001, noNaN: true }), (usd, factor) => {
        expect(cellOfUsd(usd * factor)).toBeGreaterThanOrEqual(cellOfUsd(usd));
      }),
      { seed: 7, numRuns: 5000 },
    );
  });

  test('of what is no amount is 0, and of more than can be written the highest', () => {
    for (const usd of [NaN, -1, -Infinity, 0, 9.999_999_999]) expect(cellOfUsd(usd)).toBe(0);
    expect(cellOfUsd(CELL_FLOOR_USD)).toBe(1);
    for (const usd of [1e12, 1e300, Infinity]) expect(cellOfUsd(usd)).toBe(255);
  });
});
