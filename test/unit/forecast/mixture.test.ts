import { describe, expect, test } from 'vitest';
import {
  type FrozenDensity,
  type FrozenForecast,
  withBaselines,
} from '../../../core/engine/forecast/frozen-forecast.ts';
import { forecastsOf, scoreFrozen } from '../../support/score-frozen.ts';
import { MEMBERS, type Member } from '../../../core/engine/forecast/members.ts';
import { dollarErrors, dollarFactors, dollarScale } from '../../../core/engine/forecast/dollars.ts';
import {
  createMixture,
  learnFromOutcome,
  type Mixture,
  mixtureFrom,
  mixtureWeights,
} from '../../../core/engine/forecast/mixture.ts';
import {
  averageToBins,
  integrateBins,
  RELATIVE_BINS,
} from '../../../core/engine/forecast/relative-lattice.ts';
import { regionEdges, type Region } from '../../../core/engine/skill/region.ts';

const flat = (): FrozenDensity => ({
  long: new Float32Array(RELATIVE_BINS).fill(1),
  short: new Float32Array(RELATIVE_BINS).fill(1),
});

/** A forecast in which only `seer` sees that nothing waits in the first three bins. */
function buildFrozen(seer: Member, atS = 0): FrozenForecast {
  const seen = flat();
  seen.long.fill(0.05, 0, 3);
  const entries = MEMBERS.map((member) => [member, member === seer ? seen : flat()] as const);
  const members = Object.fromEntries(entries) as Record<Member, FrozenDensity>;
  return { atS, price: 100, members, mixture: flat(), usdScale: 1, baselines: {} };
}

const REGION: Region = {
  atS: 0,
  day: 0,
  side: 'long',
  price: 100,
  edges: regionEdges(0.01),
  usd: Float64Array.of(0, 0, 0, 500),
  orders: Float64Array.of(0, 0, 0, 1),
};

describe('the mixture', () => {
  test('trusts the law of Binance most, and the steepest least, before the first outcome', () => {
    const weights = Object.entries(mixtureWeights(createMixture()));

    expect(weights.map(([member, weight]) => [member, weight.toFixed(6)])).toEqual([
      ['refillMap', '0.500000'],
      ['steep', '0.300000'],
      ['steepest', '0.200000'],
    ]);
  });

  test.each(MEMBERS)('moves to %s when it alone was right', (seer) => {
    const mixture = createMixture();

    for (let hour = 0; hour < 20; hour++) learnFromOutcome(mixture, buildFrozen(seer), [REGION], 3600, 3600);

    expect(mixtureWeights(mixture)[seer]).toBeGreaterThan(0.99);
  });

  test('stays with both of two that are right in turn, by how often each is', () => {
    const far = buildFrozen('steep');
    const near = flat();
    near.long.fill(0.05, 1);
    const frozen = { ...far, members: { ...far.members, steepest: near } };
    const nearby = { ...REGION, usd: Float64Array.of(500, 0, 0, 0) };
    const mixture = createMixture();

    // Three of five far away; the likelihood of each alone would give that one all.
    for (let hour = 0; hour < 500; hour++)
      learnFromOutcome(mixture, frozen, [hour % 5 < 3 ? REGION : nearby], 3600, 0, { learningRate: 0.05 });

    const { steep = NaN, steepest = NaN } = mixtureWeights(mixture);
    expect(steep).toBeGreaterThan(steepest);
    expect(steepest).toBeGreaterThan(0.2);
  });

  test('forgets in thirty days', () => {
    const mixture = createMixture();
    learnFromOutcome(mixture, buildFrozen('steep'), [REGION], 3600, 3600);
    const sure = mixtureWeights(mixture)['steep'] ?? NaN;

    learnFromOutcome(mixture, buildFrozen('steep'), [], 3600, 90 * 86_400);

    expect(mixtureWeights(mixture)['steep']).toBeLessThan(sure);
    expect(mixtureWeights(mixture)['steep']).toBeGreaterThan(0.3);
  });

  describe('of venues that are told apart', () => {
    /** Dollars of `far` in the bin that only the seer expects them in, and of `near` in the nearest one. */
    const apart = (far: number, near: number): Region => ({
      ...REGION,
      usd: Float64Array.of(near, 0, 0, far),
      usdByVenue: {
        ...(far > 0 ? { bybit: Float64Array.of(0, 0, 0, far) } : {}),
        ...(near > 0 ? { gate: Float64Array.of(near, 0, 0, 0) } : {}),
      },
    });
    const learnt = (region: Region, hours: number, mixture = createMixture()) => {
      for (let hour = 0; hour < hours; hour++)
        learnFromOutcome(mixture, buildFrozen('steep'), [region], 3600, 3600);
      return mixture;
    };

    test('believes each by its share of the dollars, where all together would be believed to be of one kind', () => {
      const mixture = learnt(apart(300, 100), 40);

      // At Bybit the seer is right, at Gate the others are, three dollars to one.
      expect(mixtureWeights(mixture)['steep']).toBeCloseTo(0.75, 2);
      expect(mixtureWeights({ ...mixture, venues: {} })['steep']).not.toBeCloseTo(0.75, 1);
    });

    test('is the same for one venue as if nobody had told that it is one', () => {
      const { usdByVenue: _untold, ...untold } = apart(500, 0);

      expect(mixtureWeights(learnt(apart(500, 0), 9))).toEqual(mixtureWeights(learnt(untold, 9)));
    });

    test('starts a new venue from what is known of all', () => {
      const mixture = learnt(apart(500, 0), 9);
      const sure = mixtureWeights(mixture)['steep'] ?? NaN;

      learnt(apart(0, 1), 1, mixture);

      expect(mixture.venues['gate']?.logWeights['steep']).toBeGreaterThan(
        mixture.venues['gate']?.logWeights['steepest'] ?? Infinity,
      );
      expect(mixtureWeights(mixture)['steep']).toBeCloseTo(sure, 2);
    });
  });

  describe('of a coin that nobody has heard', () => {
    const taught = (steep: number, erroredWindows: number, venue: string): Mixture => {
      const logWeights = { refillMap: 0, steep, steepest: 0 };
      const { windowUsd } = createMixture();
      const venues = { [venue]: { logWeights, windowUsd, realisedUsd: 900 } };
      return { ...createMixture(), logWeights, erroredWindows, realisedUsd: 900, windows: 99, venues };
    };
    const others = [taught(2, 30, 'bybit'), taught(-2, 10, 'gate')];

    test('begins with half of what others have learnt of the members, each by its windows', () => {
      // Half of (30 * 2 - 10 * 2) / 40 is .5, and each venue has one teacher.
      const { logWeights, venues } = mixtureFrom(others);

      expect(logWeights).toEqual({ refillMap: 0, steep: 0.5, steepest: 0 });
      expect(venues['bybit']?.logWeights).toEqual({ refillMap: 0, steep: 1, steepest: 0 });
      expect(venues['gate']?.logWeights).toEqual({ refillMap: 0, steep: -1, steepest: 0 });
    });

    test('is weighed by all of them until it is known where its own orders are from, and by that venue then', () => {
      const mixture = mixtureFrom(others);
      expect(mixtureWeights(mixture)['steep']).toBeCloseTo(
        (0.3 * Math.E ** 0.5) / (0.7 + 0.3 * Math.E ** 0.5),
        9,
      );

      // All members say the same of this order, which tells no more than that it is of Gate.
      const flatly = {
        ...buildFrozen('steep'),
        members: { refillMap: flat(), steep: flat(), steepest: flat() },
      };
      const region = { ...REGION, usdByVenue: { gate: REGION.usd } };
      learnFromOutcome(mixture, flatly, [region], 3600, 0);

      expect(mixtureWeights(mixture)['steep']).toBeCloseTo(0.3 / Math.E / (0.7 + 0.3 / Math.E), 9);
    });

    test('takes nothing of their dollars', () => {
      const mixture = mixtureFrom(others);

      expect(dollarScale(mixture, 7)).toBe(7);
      expect(dollarErrors(mixture)).toEqual(dollarErrors(createMixture()));
    });

    test.each([
      ['there are no others', []],
      ['they have heard nothing', [taught(9, 0, 'bybit')]],
    ])('is like any other where %s', (_, heard) => {
      expect(mixtureWeights(mixtureFrom(heard))).toEqual(mixtureWeights(createMixture()));
    });
  });

  test('scales dollars by past realised over past forecast sums', () => {
    const mixture = createMixture();

    for (let hour = 0; hour < 400; hour++) learnFromOutcome(mixture, buildFrozen('steep'), [REGION], 3600, 0);

    // The mixture of then put 4 * 0.0025 there: 500 / 0.01 for a unit.
    expect(dollarScale(mixture, 50_000)).toBeCloseTo(50_000, 6);
    expect(dollarScale(mixture, 1)).toBeGreaterThan(0.9 * 50_000);
  });

  test('knows where windows lay about their expected dollars, and how far apart', () => {
    const mixture = createMixture();
    expect(dollarErrors(mixture)).toEqual({ mean: -0.5, sd: 1 });

    // 500 dollars, of which a mass of 0.01 at 100,000 dollars a unit expects twice as many.
    for (let hour = 0; hour < 90; hour++) {
      learnFromOutcome(mixture, { ...buildFrozen('steep'), usdScale: 100_000 }, [REGION], 3600, 0);
    }

    // Ten windows of mean -.5 and variance 1, and ninety that all lay at ln .5.
    const mean = 0.9 * Math.log(0.5) - 0.1 * 0.5;
    const squares = 0.9 * Math.log(0.5) ** 2 + 0.1 * 1.25;
    expect(dollarErrors(mixture).mean).toBeCloseTo(mean, 9);
    expect(dollarErrors(mixture).sd).toBeCloseTo(Math.sqrt(squares - mean ** 2), 9);
  });

  test('holds eight in ten dollars of a bell of logarithms between p10 and p90', () => {
    const { p10, p90 } = dollarFactors({ mean: -0.5, sd: 1 });

    expect(Math.log(p10)).toBeCloseTo(-0.5 - 1.2816, 9);
    expect(Math.log(p90)).toBeCloseTo(-0.5 + 1.2816, 9);
  });

  test('keeps the prior scale until something was realised', () => {
    expect(dollarScale(createMixture(), 7)).toBe(7);
  });
});

describe('frozen forecasts', () => {
  test('are scored only at their own time', () => {
    const forecasts = forecastsOf([buildFrozen('steep')]);

    expect(forecasts['steep']?.({ ...REGION, atS: 3600 })).toBeNull();
    expect([...(forecasts.forecast?.(REGION) ?? [])].map((mass) => mass.toFixed(6))).toEqual(
      Array.from({ length: 4 }, () => '0.002500'),
    );
  });
});

describe('the score of frozen forecasts', () => {
  /** Every hour for ten days the price falls by 1 % in its second minute, and orders fire at the low. */
  const hours = Array.from({ length: 240 }, (_, hour) => 3600 * hour);
  const path = {
    startS: Float64Array.from(hours.flatMap((atS) => [atS, atS + 60, atS + 120])),
    endS: Float64Array.from(hours.flatMap((atS) => [atS + 60, atS + 120, atS + 3600])),
    high: Float64Array.from(hours.flatMap(() => [100, 100, 100])),
    low: Float64Array.from(hours.flatMap(() => [100, 99, 99.5])),
    close: Float64Array.from(hours.flatMap(() => [100, 99.5, 100])),
  };
  const orders = hours.map((atS) => ({
    atMs: 1000 * (atS + 90),
    side: 'long' as const,
    price: 99.05,
    notionalUsd: 1000,
  }));
  const windows = [{ startS: 0, endS: 240 * 3600 }];
  const evaluate = (nowS: number) =>
    scoreFrozen({
      ring: hours.map((atS) => buildFrozen('steep', atS)),
      path,
      orders,
      windows,
      horizonS: 3600,
      nowS,
    });

  test('counts only forecasts whose horizon is over', () => {
    expect(evaluate(100 * 3600).first.windows).toBe(99);
  });

  test('names the members, and says that nothing is claimed of too few windows', () => {
    const { first, skill } = evaluate(20 * 3600);

    expect(first.scores['steep']?.againstUniform?.mean).toBeGreaterThan(0);
    expect(skill.verdict).toBe('too-little-heard');
  });
});

test('a frozen forecast takes the baselines of its own time along', () => {
  const snapshot = {
    atS: 0,
    price: 100,
    logStep: 0.01,
    firstBin: Math.log(100) / 0.01 - 1,
    long: [4, 0],
    short: [0, 8],
  };
  const none: (typeof snapshot)[] = [];

  const { baselines } = withBaselines(buildFrozen('steep'), {
    ladder: [snapshot],
    tiersKept: none,
    tiersRemoved: none,
    volumeProfile: none,
  });

  // Mass 4 over 1 % is a density of 400 in each of the four bins below the price.
  expect(baselines['ladder']?.long[3]).toBeCloseTo(400, 3);
  expect(baselines['ladder']?.long[4]).toBeCloseTo(0, 3);
  expect(Object.keys(baselines)).toEqual(['ladder']);
});

describe('the relative lattice', () => {
  test('averages five fine steps into a bin', () => {
    const fine = Float64Array.from({ length: 5 * RELATIVE_BINS }, (_, step) => step);

    expect(averageToBins(fine)[1]).toBe(7);
  });

  test('cuts the last bin and goes on across a joined stub', () => {
    const density = new Float64Array(RELATIVE_BINS).fill(1);
    density[1] = 3;

    const masses = integrateBins(density, Float64Array.of(0, 0.003));

    expect(masses[0]).toBeCloseTo(0.0025 + 3 * 0.0005, 12);
  });
});
