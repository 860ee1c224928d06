import { array, assert, double, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateVenues } from '../../core/engine/index.ts';
import { buildBars, FIRST_BAR_S } from '../support/build-bars.ts';

const RUNS = { seed: 20_260_112, numRuns: 100 };

const levels = array(double({ min: 99, max: 101, noNaN: true }), { minLength: 4, maxLength: 40 });
const venueBars = (values: readonly number[], firstS: number) =>
  buildBars(
    values.map((openInterestBase) => ({ close: 100, openInterestBase })),
    { firstS },
  );

describe('laws of adding venues', () => {
  test('a venue that comes late or leaves early never makes open interest jump', () => {
    assert(
      property(levels, levels, nat(20), (steady, visiting, delay) => {
        const { bars } = aggregateVenues(
          [
            { venue: 'binance', bars: venueBars(steady, FIRST_BAR_S) },
            { venue: 'okx', bars: venueBars(visiting, FIRST_BAR_S + 300 * delay) },
          ],
          { fromS: 0, untilS: Infinity },
        );

        // Each venue moves by 2 coins at most; one that appeared from nothing would move the sum by about 100.
        const values = bars.openInterestBase;
        const steps = values.subarray(1).map((value, index) => Math.abs(value - (values[index] ?? NaN)));
        expect(Math.max(...steps)).toBeLessThanOrEqual(4);
      }),
      RUNS,
    );
  });

  test('the order of venues does not matter', () => {
    assert(
      property(levels, levels, (one, other) => {
        const a = { venue: 'binance' as const, bars: venueBars(one, FIRST_BAR_S) };
        const b = { venue: 'okx' as const, bars: venueBars(other, FIRST_BAR_S) };
        const range = { fromS: 0, untilS: Infinity };

        expect(aggregateVenues([a, b], range)).toEqual(aggregateVenues([b, a], range));
      }),
      RUNS,
    );
  });
});
