import { describe, expect, test } from 'vitest';

import { ownMarks } from '../../../components/page/chart/own-marks.ts';
import type { OwnLiquidation } from '../../../core/market/own-line.ts';

const liquidation: OwnLiquidation = {
  role: 'liquidation',
  price: 87_711.4,
  isEstimate: false,
  distance: -0.0352,
  chance24h: 0.0312,
  betweenUsd: 1.594e9,
};
const textOf = (part: Partial<OwnLiquidation> = {}) => ownMarks([{ ...liquidation, ...part }], 1)[0]?.text;

describe('beside one of the user’s own lines', () => {
  test('of a liquidation stand its distance, its chance within a day and what lies between', () => {
    expect(textOf()).toBe('liq 87,711 · −3.5 % · 24 h 3.1 % · 1.59 B between');
  });

  test('stands no more than is known, or is to be told', () => {
    expect(textOf({ betweenUsd: null })).toBe('liq 87,711 · −3.5 % · 24 h 3.1 %');
    expect(textOf({ betweenUsd: null, chance24h: null })).toBe('liq 87,711 · −3.5 %');
    expect(textOf({ betweenUsd: null, chance24h: null, distance: null })).toBe('liq 87,711');
  });

  test('an estimate is called one', () => {
    expect(textOf({ isEstimate: true, distance: null })).toBe('liq ≈ 87,711');
  });

  test('stand prices in the units of the page', () => {
    const marks = ownMarks(
      [
        { role: 'entry', price: 0.0000123 },
        { role: 'stop', price: 0.0000119 },
        { role: 'target', price: 0.000015 },
      ],
      1000,
    );

    expect(marks.map(({ text }) => text)).toEqual(['entry 0.01230', 'stop 0.01190', 'target 0.01500']);
    expect(marks[0]?.price).toBeCloseTo(0.0123, 10);
  });
});
