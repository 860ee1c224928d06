import { describe, expect, test } from 'vitest';

import { whoAgrees } from '../../../core/market/agreement.ts';

const bitsOf = (...indices: readonly number[]): number =>
  indices.reduce((bits, index) => bits | (1 << index), 0);

describe('who agrees', () => {
  test.each([
    ['all within 3 %', [100, 101, 102.9], NaN, bitsOf(0, 1, 2)],
    ['one alone', [100], NaN, bitsOf(0)],
    ['one 15 % above five', [115, 100, 100.1, 99.9, 100.2, 99.8], NaN, bitsOf(1, 2, 3, 4, 5)],
    ['one of three scattered: the middle one', [100, 104, 108], NaN, bitsOf(1)],
    ['two liars of five', [100, 50, 100.5, 200, 99.5], NaN, bitsOf(0, 2, 4)],
    ['a venue that tells nothing', [NaN, 100, 101], NaN, bitsOf(1, 2)],
    ['two that contradict each other', [817, 7.36], NaN, 0],
    ['two of which one is as remembered', [817, 7.36], 7.4, bitsOf(1)],
    ['two of which neither is as remembered', [110, 91], 100, 0],
    ['two after a move, one far nearer to what is remembered', [130, 95], 100, bitsOf(1)],
    ['two pairs that contradict each other', [100, 101, 106, 107], NaN, 0],
    ['two pairs, one as remembered', [100, 101, 106, 107], 99, bitsOf(0, 1)],
  ])('%s', (_what, figures, remembered, agreeing) => {
    expect(whoAgrees(figures, figures.length, 0.03, remembered)).toBe(agreeing);
  });

  test('nobody has told anything', () => {
    expect(whoAgrees([NaN, NaN], 2, 0.03, 100)).toBe(0);
  });
});
