import { describe, expect, test } from 'vitest';
import { placesOf } from '../../../core/engine/forecast/places.ts';
import { refilled } from '../../../core/engine/forecast/refilled.ts';
import {
  CELL_WIDTH,
  createRefillMemory,
  stepRefillMemory,
  type RefillMemory,
  type Stretch,
} from '../../../core/engine/forecast/refill-memory.ts';
import { meanNear } from '../../../core/engine/forecast/relative-lattice.ts';
import type { LiquidationMap } from '../../../core/market/liquidation-map.ts';

/** Price in the middle of the lattice cell `cell`, counted from price 1. */
const priceAt = (cell: number): number => Math.exp((cell + 0.5) * CELL_WIDTH);

const HOME = 9000;

const minute = (index: number, close: number, low = close, high = close): Stretch => ({
  startS: 60 * index,
  endS: 60 * (index + 1),
  low: priceAt(low),
  high: priceAt(high),
  close: priceAt(close),
});

const cellState = (memory: RefillMemory, cell: number) => ({
  lastVisitS: memory.lastVisitS[cell - memory.firstCell],
  nearHours: memory.nearHours[cell - memory.firstCell],
});

describe('the refill memory', () => {
  test('starts anew where the price went, counting from the previous close', () => {
    const memory = createRefillMemory();

    stepRefillMemory(memory, minute(0, HOME));
    stepRefillMemory(memory, minute(1, HOME + 5, HOME + 3, HOME + 6));

    // The second minute covers the gap from the first close: cells 0 to 6.
    expect(cellState(memory, HOME + 1).lastVisitS).toBe(120);
    expect(cellState(memory, HOME + 6).lastVisitS).toBe(120);
    expect(cellState(memory, HOME + 7).lastVisitS).toBe(-Infinity);
    expect(cellState(memory, HOME - 1).lastVisitS).toBe(-Infinity);
  });

  test('counts trading 20 to 105 bp away, on both sides', () => {
    const memory = createRefillMemory();

    stepRefillMemory(memory, minute(0, HOME));
    stepRefillMemory(memory, minute(1, HOME));

    for (const away of [4, 20]) {
      expect(cellState(memory, HOME + away).nearHours).toBeCloseTo(2 / 60, 12);
      expect(cellState(memory, HOME - away).nearHours).toBeCloseTo(2 / 60, 12);
    }
    expect(cellState(memory, HOME + 3).nearHours).toBe(0);
    expect(cellState(memory, HOME + 21).nearHours).toBe(0);
  });

  test('keeps what it knows when the lattice grows', () => {
    const memory = createRefillMemory();
    stepRefillMemory(memory, minute(0, HOME));
    const before = cellState(memory, HOME + 10);

    stepRefillMemory(memory, minute(1, HOME + 3000, HOME + 3000, HOME + 3000));

    expect(cellState(memory, HOME - 10).nearHours).toBe(before.nearHours);
    expect(cellState(memory, HOME + 3000).lastVisitS).toBe(120);
  });
});

describe('what is known of places', () => {
  const MAP: LiquidationMap = {
    price: priceAt(HOME + 10),
    logStep: 0.001,
    firstBin: 4000,
    longExposureBase: new Float64Array(1000),
    shortExposureBase: new Float64Array(1000),
    longForcedBase: new Float64Array(1000),
    shortForcedBase: new Float64Array(1000),
    memory: 1,
  };

  /** Ten cells of 5 bp up in the first minute, and an hour of trading there. */
  function buildMemory(): RefillMemory {
    const memory = createRefillMemory();
    stepRefillMemory(memory, minute(0, HOME + 10, HOME, HOME + 10));
    for (let index = 1; index <= 60; index++) stepRefillMemory(memory, minute(index, HOME + 10));
    return memory;
  }

  test('is when the price was there, and how long it traded close by since', () => {
    const below = placesOf(buildMemory(), MAP, 3660, -1);

    // Cell HOME, ten below: last visit at 60 s; near since then the closing minute of the visit itself and sixty more,
    // capped by the age of an hour. Cell HOME - 1 was never visited; 20 to 105 bp away is close by.
    expect(below.ageHours[10]).toBe(1);
    expect(below.nearHours[10]).toBe(1);
    expect(below.ageHours[11]).toBe(1e4);
    expect(below.nearHours[20]).toBeCloseTo(61 / 60, 12);
    expect(below.nearHours[21]).toBe(0);
  });

  test('refills by trading close by and by the clock, a little less just beyond an older extreme', () => {
    const below = placesOf(buildMemory(), MAP, 3660, -1);

    const shares = refilled(below);

    // Its neighbour 20 bp nearer was visited at the same time.
    expect(shares[10]).toBeCloseTo(1 - 0.15 * Math.exp(-4) - 0.6 * Math.exp(-1 / 8), 12);
    // Never visited, and the place 20 bp nearer an hour ago; near for sixty-one minutes.
    const jump = ((1e4 + 0.1) / 1.1) ** -0.06;
    expect(shares[12]).toBeCloseTo((1 - 0.15 * Math.exp(-4 * (61 / 60) - 0.3 * (1e4 - 61 / 60))) * jump, 12);
  });

  test('is the same for both sides of a symmetric past', () => {
    const memory = createRefillMemory();
    stepRefillMemory(memory, minute(0, HOME, HOME - 8, HOME + 7));
    // The edge of two cells, eight of which were visited on either side.
    const map = { ...MAP, price: priceAt(HOME - 0.5) };

    const [below, above] = [placesOf(memory, map, 3600, -1), placesOf(memory, map, 3600, 1)];

    expect(below.ageHours).toEqual(above.ageHours);
    expect(below.ageHours.filter((age) => age < 1)).toHaveLength(8);
  });

  test('takes the calibrated map by its mean within 2 %, and nothing of a map without mass', () => {
    const map = { ...MAP, longForcedBase: MAP.longForcedBase.map((_, bin) => (bin < 480 ? 3 : 1)) };

    const { relativeMass } = placesOf(createRefillMemory(), map, 0, -1);

    expect(meanNear(relativeMass)).toBeCloseTo(1, 12);
    expect((relativeMass[399] ?? 0) / (relativeMass[0] ?? 0)).toBeCloseTo(3, 12);
    expect(placesOf(createRefillMemory(), MAP, 0, -1).relativeMass.every((mass) => mass === 1)).toBe(true);
  });
});
