import { expect, test } from 'vitest';
import { createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { exposureIntervals } from '../../../core/engine/forecast/intervals.ts';
import { createInventory } from '../../../core/engine/inventory.ts';

const INVENTORY = createInventory(100, 1000);
const BELOW = { side: 'long', low: 90, high: 99 } as const;

test('the interval encloses the estimate and is the same every time', () => {
  const [first] = exposureIntervals(INVENTORY, createCalibration(), [BELOW]);
  const [second] = exposureIntervals(INVENTORY, createCalibration(), [BELOW]);

  expect(first).toEqual(second);
  expect(first?.p10).toBeLessThan(1);
  expect(first?.p90).toBeGreaterThan(1);
  expect(first?.p50).toBeCloseTo(1, 0);
});

test('a complete feed that accounts for what was swept makes the interval narrower', () => {
  const heard = { ...createCalibration(), completeShare: 1 };
  heard.long.swept[5] = 1000;
  heard.long.forced[5] = 1000;
  const widthOf = (calibration: ReturnType<typeof createCalibration>): number => {
    const [factors] = exposureIntervals(INVENTORY, calibration, [BELOW]);
    return Math.log((factors?.p90 ?? 1) / (factors?.p10 ?? 1));
  };

  expect(widthOf(heard)).toBeLessThan(widthOf(createCalibration()));
});

test('the neighbourhood of the price is less sure than what lies farther', () => {
  const [near, far] = exposureIntervals(INVENTORY, createCalibration(), [
    { side: 'short', low: 100, high: 102 },
    { side: 'short', low: 105, high: 115 },
  ]);

  expect((near?.p90 ?? 0) / (near?.p10 ?? 1)).toBeGreaterThan((far?.p90 ?? 0) / (far?.p10 ?? 1));
});
