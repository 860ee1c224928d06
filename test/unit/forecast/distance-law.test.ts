import { describe, expect, test } from 'vitest';
import { distanceDensity, recentRange, vigour } from '../../../core/engine/forecast/distance-law.ts';
import { type Member, memberDensities, MEMBERS } from '../../../core/engine/forecast/members.ts';
import {
  CELL_WIDTH,
  createRefillMemory,
  stepRefillMemory,
  type RefillMemory,
} from '../../../core/engine/forecast/refill-memory.ts';
import type { LiquidationMap } from '../../../core/market/liquidation-map.ts';

const HOME = 9000;

/** Price in the middle of the lattice cell `cell`, counted from price 1. */
const priceAt = (cell: number): number => Math.exp((cell + 0.5) * CELL_WIDTH);

/** A market that went `cells` of 5 bp up and down again in its first minute. */
function buildMemory(cells: number): RefillMemory {
  const memory = createRefillMemory();
  const [low, high] = [priceAt(HOME), priceAt(HOME + cells - 1)];
  stepRefillMemory(memory, { startS: 0, endS: 60, low, high, close: low });
  return memory;
}

/** A map that knows nothing, so that members without it are left as they are. */
const EMPTY_MAP: LiquidationMap = {
  price: priceAt(HOME),
  logStep: 0.001,
  firstBin: 4000,
  longExposureBase: new Float64Array(1000),
  shortExposureBase: new Float64Array(1000),
  longForcedBase: new Float64Array(1000),
  shortForcedBase: new Float64Array(1000),
  memory: 1,
};

describe('the recent range', () => {
  test('is what the price covered in two hours', () => {
    const memory = buildMemory(40);

    expect(recentRange(memory, 60)).toBeCloseTo(0.02, 12);
    expect(recentRange(memory, 60 + 7200)).toBeCloseTo(0.02, 12);
  });

  test('counts 0.6 % where it was less, or where nothing was seen', () => {
    expect(recentRange(buildMemory(40), 60 + 7201)).toBe(0.006);
    expect(recentRange(buildMemory(3), 60)).toBe(0.006);
    expect(recentRange(createRefillMemory(), 60)).toBe(0.006);
  });
});

describe('the law of distance', () => {
  test('rises from a half at the price to one far away', () => {
    expect(distanceDensity(0, 0.006)).toBe(0.5);
    expect(distanceDensity(0.004, 0.006)).toBeCloseTo(1 - 0.5 / Math.E, 12);
    expect(distanceDensity(0.1, 0.006)).toBeCloseTo(1, 9);
  });

  test('stretches with the recent range', () => {
    expect(distanceDensity(0.04, 0.06)).toBeCloseTo(distanceDensity(0.004, 0.006), 12);
  });
});

test('a range 32 times as wide makes every price twice as dangerous', () => {
  expect(vigour(0.01)).toBe(1);
  expect(vigour(0.32)).toBeCloseTo(2, 12);
});

describe('the members', () => {
  /** Density of the longs 20 % below the price, where distance, refill and an empty map leave 1. */
  const farDensity = (member: Member, cells: number): number =>
    memberDensities(buildMemory(cells), EMPTY_MAP, 60)[member].long.at(-1) ?? NaN;

  test.each(MEMBERS)('%s expects more dollars everywhere after a lively hour', (member) => {
    expect(farDensity(member, 40) / farDensity(member, 20)).toBeCloseTo(2 ** 0.2, 6);
  });

  test('next to the price distance alone holds half as much, and refill less still', () => {
    const { kernel, refill } = memberDensities(buildMemory(20), EMPTY_MAP, 60);
    // Vigour is 1 at a range of 1 %; the first fine step has its middle at 2.5 bp.
    expect(kernel.long[0]).toBeCloseTo(1 - 0.5 * Math.exp(-0.00025 / (0.01 * (2 / 3))), 9);
    expect(refill.short[0]).toBeLessThan(0.25);
  });
});
