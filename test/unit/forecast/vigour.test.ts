import { describe, expect, test } from 'vitest';
import { recentRange, vigourOf } from '../../../core/engine/forecast/vigour.ts';
import {
  CELL_WIDTH,
  createRefillMemory,
  stepRefillMemory,
  type RefillMemory,
} from '../../../core/engine/forecast/refill-memory.ts';

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

test('a range ten times as wide makes every price twice as dangerous', () => {
  expect(vigourOf(0.01)).toBe(1);
  expect(vigourOf(0.1)).toBeCloseTo(1.995, 3);
});
