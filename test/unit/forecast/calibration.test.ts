import { describe, expect, test } from 'vitest';
import {
  correctionTrust,
  exposureWeights,
  forcedWeights,
} from '../../../core/engine/forecast/calibrated-weights.ts';
import { calibrateBar } from '../../../core/engine/forecast/calibrate-bar.ts';
import { createCalibration, type Calibration } from '../../../core/engine/forecast/calibration.ts';
import { createSweptCells } from '../../../core/engine/forecast/swept-cells.ts';
import type { HeardFeeds } from '../../../core/engine/forecast/heard-feeds.ts';
import { observationWeights } from '../../../core/engine/forecast/observation-weights.ts';
import { addSize, createSizeHistogram, sizeQuantile } from '../../../core/engine/forecast/size-histogram.ts';
import { createParameters } from '../../../core/engine/parameters.ts';
import { createRandom } from '../../../core/market/random.ts';
import { binOf, binMidPrice } from '../../../core/market/liquidation-map.ts';
import type { ForcedOrder } from '../../../core/market/forced-order.ts';

const PARAMETERS = createParameters();
const BIN = binOf(100, PARAMETERS.logStep);

const buildOrder = (overrides: Partial<ForcedOrder> = {}): ForcedOrder => ({
  atMs: 10_000,
  venue: 'bybit',
  base: 'BTC',
  side: 'long',
  orderPrice: 99.5,
  filledPrice: binMidPrice(BIN, PARAMETERS.logStep),
  quantityBase: 1,
  notionalUsd: 100,
  ...overrides,
});

/**
 * One bar in which the near class loses `near` coins at the order's price and the far class `far` coins elsewhere; null
 * leaves it to silence who was listened to.
 */
function sweepAndCalibrate(
  calibration: Calibration,
  index: number,
  swept: { near: number; far: number },
  orders: readonly ForcedOrder[],
  feeds: HeardFeeds | null = { isComplete: true, share: 1 },
): void {
  const cells = createSweptCells();
  if (swept.near > 0) cells.observer('long', 2, BIN, swept.near);
  if (swept.far > 0) cells.observer('long', 20, BIN + 50, swept.far);
  calibrateBar(calibration, PARAMETERS, cells, {
    startS: 300 * index,
    endS: 300 * (index + 1),
    low: 99,
    high: 101,
    orders,
    ...(feeds === null ? {} : { feeds }),
  });
}

describe('the calibration by forced orders', () => {
  test('blames an order on the class whose mass was swept at its price', () => {
    const calibration = createCalibration();

    sweepAndCalibrate(calibration, 0, { near: 50, far: 50 }, [buildOrder()]);

    // Prior rates 0.01 / 3 (smoothed towards the next band, times 3^(1/4)) and 0.2 / 6; near masses 1.02 and 0.02:
    // 1.02 * 0.00439 / (1.02 * 0.00439 + 0.02 * 0.0333) = 0.87, a little less by the smoothing of the far class.
    expect(calibration.long.forced[2]).toBeCloseTo(0.87, 1);
    expect((calibration.long.forced[2] ?? 0) + (calibration.long.forced[20] ?? 0)).toBeCloseTo(1, 12);
    expect(calibration.short.forced.every((coins) => coins === 0)).toBe(true);
  });

  test('shares an order among all classes as the sum over classes does', () => {
    const random = createRandom(5);
    const calibration = createCalibration();
    const cells = createSweptCells();
    const swept = Array.from({ length: 200 }, () => ({
      k: Math.floor(26 * random()),
      bin: BIN - 5 + Math.floor(10 * random()),
      mass: 100 * random(),
    }));
    for (const { k, bin, mass } of swept) cells.observer('long', k, bin, mass);
    const rates = forcedWeights(calibration, PARAMETERS).long;

    calibrateBar(calibration, PARAMETERS, cells, {
      startS: 0,
      endS: 300,
      low: 99,
      high: 101,
      orders: [buildOrder()],
      feeds: { isComplete: true, share: 1 },
    });

    // By class: its rate times what it lost within two bins of the order and two percent of all that it lost.
    const expected = Array.from({ length: 26 }, (_, k) => {
      const ofClass = swept.filter((cell) => cell.k === k);
      const near = ofClass.filter(({ bin }) => Math.abs(bin - BIN) <= 2);
      const sum = (list: typeof swept): number => list.reduce((total, { mass }) => total + mass, 0);
      return (rates[k] ?? 0) * (sum(near) + 0.02 * sum(ofClass));
    });
    const total = expected.reduce((sum, value) => sum + value, 0);
    expected.forEach((value, k) => expect(calibration.long.forced[k]).toBeCloseTo(value / total, 12));
  });

  test('divides by what was swept, in bars without orders too', () => {
    const heard = createCalibration();
    const longer = createCalibration();
    sweepAndCalibrate(heard, 0, { near: 50, far: 0 }, [buildOrder()]);
    sweepAndCalibrate(longer, 0, { near: 50, far: 0 }, [buildOrder()]);
    sweepAndCalibrate(longer, 1, { near: 50, far: 0 }, []);

    expect(longer.long.swept[2]).toBeCloseTo(100, 1);
    expect(forcedWeights(longer, PARAMETERS).long[2]).toBeLessThan(
      forcedWeights(heard, PARAMETERS).long[2] ?? 0,
    );
  });

  test('learns the share that is forced from many bars', () => {
    const calibration = createCalibration();

    for (let index = 0; index < 2000; index++) {
      sweepAndCalibrate(calibration, index, { near: 100, far: 0 }, [
        buildOrder({ atMs: 300_000 * index + 1000 }),
      ]);
    }

    // One coin in a hundred, fading alike above and below the line.
    expect((calibration.long.forced[2] ?? 0) / (calibration.long.swept[2] ?? 1)).toBeCloseTo(0.01, 3);
  });

  test('counts no sweep before anybody listened', () => {
    const calibration = createCalibration();

    sweepAndCalibrate(calibration, 0, { near: 50, far: 50 }, [], null);

    expect(calibration.long.swept.every((coins) => coins === 0)).toBe(true);
  });

  test('leaves a sampled feed out of the totals while a complete one is heard', () => {
    const calibration = createCalibration();

    const orders = [buildOrder(), buildOrder({ venue: 'binance' })];
    sweepAndCalibrate(calibration, 0, { near: 50, far: 0 }, orders, null);

    expect(calibration.long.forced[2]).toBeCloseTo(1, 6);
    expect(calibration.completeShare).toBe(1);
  });

  test('starts from two percent of the flow shares', () => {
    const weights = forcedWeights(createCalibration(), PARAMETERS);

    // Inside a band of equal shares smoothing changes nothing.
    expect(weights.long[1]).toBeCloseTo(0.02 * (PARAMETERS.flowShares.long[1] ?? 0), 12);
    expect(weights.long.at(-1)).toBe(0);
  });
});

describe('the exposure weights', () => {
  test('are the flow shares until a complete feed was heard', () => {
    const calibration = createCalibration();
    sweepAndCalibrate(calibration, 0, { near: 1e5, far: 0 }, [buildOrder({ venue: 'binance' })], null);

    expect([...exposureWeights(calibration, PARAMETERS).long]).toEqual([...PARAMETERS.flowShares.long]);
  });

  test('fall for a class of which much was swept and little was forced, where much of others was', () => {
    const calibration = { ...createCalibration(), completeShare: 1 };
    addSize(calibration.sizes, 1, 0);
    calibration.long.swept[2] = 1e6;
    calibration.long.swept[12] = 1e5;
    calibration.long.forced[12] = 2500;

    const { long } = exposureWeights(calibration, PARAMETERS);

    // Expected (0.01 / 3) 1e6 + 0.02 * 1e5 = 5333 of which 47 % was forced: traders here seldom act.
    expect(correctionTrust(calibration, PARAMETERS)).toBeGreaterThan(0.99);
    expect(long[2]).toBeLessThan(0.5 * (PARAMETERS.flowShares.long[2] ?? 0));
    expect(long[12]).toBeGreaterThan(0.5 * (PARAMETERS.flowShares.long[12] ?? 0));
    expect(long.at(-1)).toBe(PARAMETERS.flowShares.long.at(-1));
  });

  test('stay near the flow shares where, as in the field, hardly anything is forced', () => {
    const calibration = { ...createCalibration(), completeShare: 1 };
    calibration.long.swept.fill(1e5);
    // Three percent of all that the flow shares expect (0.7 of 1e5 in the classes that can be liquidated).
    calibration.long.forced.fill((0.03 * 0.7 * 1e5) / 26);

    const { long } = exposureWeights(calibration, PARAMETERS);

    expect(correctionTrust(calibration, PARAMETERS)).toBeLessThan(0.01);
    expect((long[10] ?? 0) / (PARAMETERS.flowShares.long[10] ?? 1)).toBeGreaterThan(0.95);
  });
});

describe('the weights of observation', () => {
  test('are 1 for a complete feed', () => {
    expect([...observationWeights([buildOrder(), buildOrder()])]).toEqual([1, 1]);
  });

  test('make up for the seconds that a sampled feed hid', () => {
    const half = Array.from({ length: 30 }, (_, second) =>
      buildOrder({ venue: 'binance', atMs: 2000 * second }),
    );

    // q = 1/2: -ln(1/2) / (1/2) = 1.386
    expect(observationWeights(half)[0]).toBeCloseTo(2 * Math.LN2, 12);
  });

  test('are 0 in a minute too full to count', () => {
    const full = Array.from({ length: 60 }, (_, second) => buildOrder({ venue: 'okx', atMs: 1000 * second }));

    expect(observationWeights(full)[0]).toBe(0);
  });
});

test('the size histogram knows quantiles to within five percent', () => {
  const histogram = createSizeHistogram();
  for (let coins = 1; coins <= 100; coins++) addSize(histogram, coins, 0);

  expect(sizeQuantile(createSizeHistogram(), 0.5)).toBeNull();
  expect(Math.abs(Math.log((sizeQuantile(histogram, 0.5) ?? 0) / 50))).toBeLessThan(0.06);
  expect(Math.abs(Math.log((sizeQuantile(histogram, 0.95) ?? 0) / 95))).toBeLessThan(0.06);
});

test('the size histogram lets old sizes fade, also across a long silence', () => {
  const histogram = createSizeHistogram();
  for (let order = 0; order < 100; order++) addSize(histogram, 1, 0);

  for (let order = 0; order < 10; order++) addSize(histogram, 1000, 5);
  const recent = sizeQuantile(histogram, 0.5) ?? 0;
  addSize(histogram, 1e6, 500);

  // 100 exp(-5) = 0.7 of the old orders are left against 10 of the new.
  expect(recent).toBeGreaterThan(900);
  expect(sizeQuantile(histogram, 0.5)).toBeGreaterThan(9e5);
});
