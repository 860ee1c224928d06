import { describe, expect, test } from 'vitest';

import type { Places } from '../../../core/engine/forecast/places.ts';
import { FINE_LENGTH } from '../../../core/engine/forecast/relative-lattice.ts';
import { regionEdges, type Region } from '../../../core/engine/skill/region.ts';
import type { PreparedSet } from '../../bench/skill/prepare.ts';
import { runVariant } from '../../bench/skill/run-variant.ts';
import { scoreDollars } from '../../bench/skill/score-dollars.ts';
import { gainOver, onePassKernel } from '../../bench/skill/score-where.ts';
import type { Variant } from '../../bench/skill/variant.ts';
import { seededRandom } from '../../support/build-bars.ts';

const HOUR_S = 3600;
const HOURS = 20 * 24;

const column = (value: number): Float64Array => new Float64Array(FINE_LENGTH).fill(value);

/** Each hour has a bin of 25 bp of its own, which its map knows, and in which all of its dollars fall. */
function buildSet(seed: number, changed: (usd: number, hour: number) => number = (usd) => usd): PreparedSet {
  const random = seededRandom(seed);
  const bins = Array.from({ length: HOURS }, () => Math.floor(4 * random()));
  const hours = bins.map((bin, hour) => {
    const places: Places = {
      ageHours: column(1e4),
      nearHours: column(0),
      relativeMass: column(1).fill(10, 5 * bin, 5 * bin + 5),
    };
    return { atS: hour * HOUR_S, price: 100, range: 0.01, long: places, short: places, nearUsd: 1e5 };
  });
  const regions = bins.map((bin, hour): Region => {
    const usd = new Float64Array(4);
    usd[bin] = changed(1000 * (0.5 + random()), hour);
    const orders = usd.map((one) => (one > 0 ? 1 : 0));
    const day = Math.floor(hour / 24);
    return { atS: hour * HOUR_S, day, side: 'long', price: 100, edges: regionEdges(0.01), usd, orders };
  });
  return { name: 'built', isMadeOn: false, hours: () => hours, regions: () => regions, knowsWhere: true };
}

const oracle = { prior: 1, density: ({ relativeMass }: Places) => relativeMass };
const shuffled = {
  prior: 1,
  density: ({ relativeMass }: Places) => relativeMass.map((_, step) => relativeMass[(step + 5) % 20] ?? 1),
};
const uniform = { prior: 1, density: () => column(1) };

const variant = (members: Variant['members']): Variant => ({ name: 'tried', members });

describe('the experiment book', () => {
  const set = buildSet(1);
  const regions = set.regions(1, 'first');
  const ruler = onePassKernel(regions, true);
  const gainOf = (members: Variant['members']) =>
    gainOver(regions, runVariant(set, variant(members)).forecast, ruler);

  test('lets who knows where gain, with the whole interval above 0', () => {
    expect(gainOf({ oracle })?.p5).toBeGreaterThan(0.5);
  });

  test('lets who knows wrongly lose, with the whole interval below 0', () => {
    expect(gainOf({ shuffled })?.p95).toBeLessThan(-0.2);
  });

  test('gives nothing to who says the same everywhere', () => {
    expect(Math.abs(gainOf({ uniform })?.mean ?? NaN)).toBeLessThan(0.02);
  });

  test('moves the weights to who was right, and takes them from nobody before', () => {
    const { weights } = runVariant(set, variant({ oracle, shuffled, uniform }));

    expect(weights['oracle']).toBeGreaterThan(0.99);
    expect(gainOf({ oracle, shuffled, uniform })?.mean).toBeLessThan(gainOf({ oracle })?.mean ?? 0);
  });

  test('has who hears nothing say the same to the end, whatever happened', () => {
    const deaf: Variant = { ...variant({ oracle, shuffled }), isDeaf: true };
    const [run, other] = [set, buildSet(1, (usd) => 50 * usd)].map((one) => runVariant(one, deaf));

    expect(run!.weights['oracle']).toBeCloseTo(run!.weights['shuffled'] ?? NaN, 12);
    expect(other!.said.map(({ expectedUsd }) => expectedUsd)).toEqual(
      run!.said.map(({ expectedUsd }) => expectedUsd),
    );
  });

  test('says nothing of an hour by what came after it', () => {
    const cutHour = 200;
    const other = buildSet(1, (usd, hour) => (hour < cutHour ? usd : 50 * usd));
    const [told, untold] = [set, other].map((one) => runVariant(one, variant({ oracle, shuffled })));

    const until = ({ said }: typeof told & object) =>
      said.flatMap(({ region, mass, expectedUsd, errors }) =>
        region.atS <= cutHour * HOUR_S ? [{ mass, expectedUsd, errors }] : [],
      );
    expect(until(untold!)).toEqual(until(told!));
    expect(untold!.said.at(-1)?.expectedUsd).toBeGreaterThan(told!.said.at(-1)?.expectedUsd ?? Infinity);
  });

  test('counts dollars below, inside and above the interval', () => {
    const region = (usd: number): Region => ({ ...regions[0]!, usd: Float64Array.of(usd) });
    const errors = { mean: 0, sd: 1 };
    const said = [10, 100, 1000, 0].map((usd) => ({
      region: region(usd),
      expectedUsd: 100,
      mass: 1,
      errors,
    }));

    const score = scoreDollars(said);

    // From 100 exp(-1.28) = 28 to 100 exp(1.28) = 360; a side without any dollars has no logarithm.
    expect(score).toMatchObject({ count: 3, below: 1 / 3, above: 1 / 3 });
    expect(score.inside).toBeCloseTo(1 / 3, 12);
    expect(score.width).toBeCloseTo(2 * 1.2816, 9);
  });
});
