import { array, assert, constant, double, nat, oneof, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateVenues } from '../../core/engine/index.ts';
import { readOpenInterest } from '../../core/engine/venue-open-interest.ts';
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

  test('what is believed of open interest in a bar is the same whether the bars before it were asked for or not', () => {
    const value = oneof(double({ min: 60, max: 100, noNaN: true }), constant(NaN), constant(0));
    assert(
      property(array(value, { minLength: 1, maxLength: 40 }), (values) => {
        const column = Float64Array.from(values);
        const inTurn = readOpenInterest(column);

        const alone = values.map((_, row) => readOpenInterest(column).at(row));

        expect(alone).toEqual(values.map((_, row) => inTurn.at(row)));
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  test('going on from what was added before gives the same as adding all of it, whatever has changed', () => {
    const value = oneof(double({ min: 0, max: 1000, noNaN: true }), constant(NaN));
    const told = tuple(array(value, { minLength: 1, maxLength: 30 }), nat(5));
    const change = tuple(nat(1), nat(34), value);
    const seriesOf = (venues: readonly (readonly [readonly number[], number])[]) =>
      venues.map(([values, delay], index) => ({
        venue: index === 0 ? ('binance' as const) : ('okx' as const),
        bars: venueBars(values, FIRST_BAR_S + 300 * delay),
      }));
    assert(
      property(told, told, array(change, { maxLength: 4 }), nat(40), (one, other, changes, bars) => {
        const range = { fromS: FIRST_BAR_S, untilS: FIRST_BAR_S + 300 * bars };
        const known = seriesOf([one, other]);
        const aggregated = aggregateVenues(known, range);
        const later: [number[], number[]] = [[...one[0]], [...other[0]]];
        for (const [venue, row, base] of changes) {
          const values = later[venue === 0 ? 0 : 1];
          values[Math.min(row, values.length)] = base;
        }
        const series = seriesOf([
          [later[0], one[1]],
          [later[1], other[1]],
        ]);
        const wider = { ...range, untilS: range.untilS + 600 };

        expect(aggregateVenues(series, wider, { series: known, aggregated })).toEqual(
          aggregateVenues(series, wider),
        );
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});
