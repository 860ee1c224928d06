import { describe, expect, test } from 'vitest';
import { quantile } from '../../../core/market/quantile.ts';
import { bootstrapGain } from '../../../core/engine/skill/bootstrap.ts';
import { meanLogProbability, mixUniform } from '../../../core/engine/skill/information-gain.ts';
import { fitKernels, kernelMasses } from '../../../core/engine/skill/distance-kernel.ts';
import { regionEdges, type Region } from '../../../core/engine/skill/region.ts';
import { recutSnapshot } from '../../../core/engine/skill/snapshot.ts';

const buildRegion = (overrides: Partial<Region> = {}): Region => {
  const edges = regionEdges(0.01);
  return {
    atS: 0,
    day: 0,
    side: 'long',
    price: 100,
    edges,
    usd: Float64Array.of(0, 0, 0, 0),
    orders: new Float64Array(4),
    ...overrides,
  };
};

describe('the information gain', () => {
  test('mixes two percent of uniform by width into every forecast', () => {
    const mixed = mixUniform(Float64Array.of(1, 0, 0), regionEdges(0.0065));

    // 0.98 + 0.02 * 25 / 65, 0.02 * 25 / 65, 0.02 * 15 / 65
    expect(mixed[0]).toBeCloseTo(0.98 + 0.5 / 65, 12);
    expect(mixed[1]).toBeCloseTo(0.5 / 65, 12);
    expect(mixed[2]).toBeCloseTo(0.3 / 65, 12);
  });

  test('is the mean log probability by dollars', () => {
    const region = buildRegion();

    // Uniform over four bins: ln(1 / 4) wherever the dollars fell.
    expect(meanLogProbability(null, region.edges, Float64Array.of(3, 0, 1, 0))).toBeCloseTo(-Math.log(4), 12);
  });

  test('is 0 where nothing fell', () => {
    expect(meanLogProbability(null, regionEdges(0.01), new Float64Array(4))).toBe(0);
  });
});

describe('the bootstrap', () => {
  const terms = [
    { day: 1, gain: 1, weight: 10 },
    { day: 2, gain: 3, weight: 10 },
    { day: 2, gain: 0, weight: 10 },
  ];

  test('gives the ratio of sums and an interval between the days', () => {
    const gain = bootstrapGain(terms);

    expect(gain?.mean).toBeCloseTo(4 / 30, 12);
    // Draws are day 1 twice (0.1), both (4 / 30) or day 2 twice (0.15).
    expect(gain?.p5).toBeCloseTo(0.1, 12);
    expect(gain?.p95).toBeCloseTo(0.15, 12);
  });

  test('gives the same interval every time', () => {
    expect(bootstrapGain(terms)).toEqual(bootstrapGain(terms));
  });

  test('knows nothing without weight', () => {
    expect(bootstrapGain([{ day: 1, gain: 0, weight: 0 }])).toBeNull();
  });

  test('interpolates quantiles', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  });
});

describe('the distance kernel', () => {
  test('is flat without orders', () => {
    expect([...kernelMasses(fitKernels([buildRegion()])(null), regionEdges(0.0065))]).toEqual([
      0.0025,
      0.0025,
      expect.closeTo(0.0015, 12) as number,
    ]);
  });

  test('is not confounded by large moves that carry more dollars', () => {
    // Both regions are uniform inside, but the one that reached twice as far lost a hundred times as much.
    const near = buildRegion({ edges: regionEdges(0.005), usd: Float64Array.of(1, 1) });
    const far = buildRegion({ usd: Float64Array.of(100, 100, 100, 100) });

    const { density } = fitKernels([near, far])(null);

    expect((density[3] ?? 0) / (density[0] ?? 1)).toBeCloseTo(1, 1);
  });

  test('rises where orders lie farther away', () => {
    const { density } = fitKernels([buildRegion({ usd: Float64Array.of(1, 2, 3, 4) })])(null);

    expect(density[0]).toBeLessThan(density[3] ?? 0);
  });
});

test('a snapshot is cut by linear interpolation of cumulative mass', () => {
  const centre = Math.log(100);
  const logStep = 0.005;
  // Two bins of 50 bp below the price, the nearer with 10 and the farther with 6.
  const snapshot = {
    atS: 0,
    price: 100,
    logStep,
    firstBin: centre / logStep - 2,
    long: [6, 10],
    short: [0, 0],
  };

  const masses = recutSnapshot(snapshot, buildRegion({ edges: regionEdges(0.0075) }));

  expect(masses[0]).toBeCloseTo(5, 9);
  expect(masses[1]).toBeCloseTo(5, 9);
  expect(masses[2]).toBeCloseTo(3, 9);
});
