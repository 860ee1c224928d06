import { describe, expect, test } from 'vitest';
import { ageHours, refillDensity } from '../../../core/engine/forecast/refill-density.ts';
import {
  CELL_WIDTH,
  createRefillMemory,
  stepRefillMemory,
  type RefillMemory,
  type Stretch,
} from '../../../core/engine/forecast/refill-memory.ts';

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

describe('the refill density', () => {
  test('follows its formula where the price was an hour ago and traded close by since', () => {
    const memory = createRefillMemory();
    stepRefillMemory(memory, minute(0, HOME + 10, HOME, HOME + 10));
    for (let index = 1; index <= 60; index++) stepRefillMemory(memory, minute(index, HOME + 10));
    const distance = 10 * CELL_WIDTH;

    const [density] = refillDensity(memory, priceAt(HOME + 10), 3660, Float64Array.of(distance), -1);

    // Cell HOME: last visit at 60 s, so a = 1 h; near since then: the closing minute of the visit itself and sixty
    // more, capped by a = 1. Its neighbour 20 bp nearer was visited then too, so J = 1. The range of 0.55 %
    // counts as the calm one, 0.6 %, and two thirds of that are 0.4 %.
    const refilled = 1 - 0.3 * Math.exp(-4) - 0.45 * Math.exp(-1 / 3);
    expect(density).toBeCloseTo(Math.sqrt(1 - 0.5 * Math.exp(-distance / 0.004)) * refilled, 9);
  });

  test('takes ten thousand hours for never', () => {
    const memory = createRefillMemory();
    stepRefillMemory(memory, minute(0, HOME));

    expect(ageHours(memory, (HOME - 100) * CELL_WIDTH, 60)).toBe(1e4);
  });

  test('is the same for both sides of a symmetric past', () => {
    const memory = createRefillMemory();
    stepRefillMemory(memory, minute(0, HOME, HOME - 8, HOME + 8));
    const distances = Float64Array.of(2.2, 7.2, 12.2).map((cells) => cells * CELL_WIDTH);

    const below = refillDensity(memory, priceAt(HOME), 3600, distances, -1);
    const above = refillDensity(memory, priceAt(HOME), 3600, distances, 1);

    below.forEach((density, index) => expect(density).toBeCloseTo(above[index] ?? 0, 12));
  });
});
