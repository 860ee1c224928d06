import { describe, expect, test } from 'vitest';
import { FLAT_KERNEL, fitKernels, smoothKernel } from '../../../core/engine/skill/distance-kernel.ts';
import { bootstrapGain } from '../../../core/engine/skill/bootstrap.ts';
import { type Forecast, gainTerms } from '../../../core/engine/skill/information-gain.ts';
import { regionEdges, type Region } from '../../../core/engine/skill/region.ts';
import { fitRuler } from '../../../core/engine/skill/ruler.ts';

/** Twenty days with one region a day, whose dollars in its eight bins are `usd`. */
const days = (usd: readonly number[], from = 0): readonly Region[] =>
  Array.from({ length: 20 }, (_, index) => ({
    atS: 86_400 * (from + index),
    day: from + index,
    side: 'long',
    price: 100,
    edges: regionEdges(0.02),
    usd: Float64Array.from(usd),
    orders: new Float64Array(8),
  }));

const LAW: Forecast = () => Float64Array.from(STEEP);
/** Half of the dollars at once, and half as many in each bin after: as on a venue of high leverage. */
const STEEP = [128, 64, 32, 16, 8, 4, 2, 1];

const gainOf = (regions: readonly Region[], forecast: Forecast, reference: Forecast): number =>
  bootstrapGain(gainTerms(regions, forecast, reference, ({ usd }) => usd))?.mean ?? NaN;

describe('the ruler', () => {
  test('leaves a forecaster that knows the law of distance and nothing else little to gain', () => {
    const [train, later] = [days(STEEP), days(STEEP, 20)];
    const ruler = fitRuler(train, 20 * 86_400, later);
    const smooth = smoothKernel(fitKernels(train)(null), 6).density;

    expect(gainOf(later, LAW, ruler.forecast)).toBeLessThan(0.02);
    expect(gainOf(later, LAW, () => smooth)).toBeGreaterThan(0.05);
  });

  test('is flat where distance says nothing, so that nobody gains by a law that is not there', () => {
    // Each day falls into another bin, of which the other days know the less.
    const regions = days([]).map((region, day) => ({
      ...region,
      usd: Float64Array.from({ length: 8 }, (_, bin) => (bin === (3 * day) % 8 ? 100 : 1)),
    }));
    const ruler = fitRuler(regions, Infinity, regions);

    expect(gainOf(regions, () => new Float64Array(8).fill(1), ruler.forecast)).toBeCloseTo(0, 12);
  });

  test('of a past day has not seen that day', () => {
    const known = days(STEEP);
    const changed = known.map((region) =>
      region.day === 7 ? { ...region, usd: Float64Array.of(0, 0, 0, 0, 0, 0, 0, 900) } : region,
    );
    const day = (regions: readonly Region[]) => regions.filter((region) => region.day === 7);
    const massesIn = (regions: readonly Region[]) =>
      fitRuler(regions, Infinity, known).forecast(day(known)[0]!);

    massesIn(changed)?.forEach((mass, bin) => expect(mass).toBeCloseTo(massesIn(known)?.[bin] ?? NaN, 9));
  });

  test('without dollars is flat', () => {
    expect(fitRuler([], Infinity, []).kernel).toBe(FLAT_KERNEL);
  });
});

test('one pass of smoothing takes a half of each bin and a quarter of either neighbour, in logarithms', () => {
  const density = Float64Array.of(16, 1, 1, 1, 1, 1, 1, 1);

  // ln: 3/4 of ln 16 at the end, which is its own neighbour, and 1/4 of it in the second.
  expect(smoothKernel({ density }, 1).density[0]).toBeCloseTo(8, 12);
  expect(smoothKernel({ density }, 1).density[1]).toBeCloseTo(2, 12);
  expect(smoothKernel({ density }, 1).density[2]).toBe(1);
});
