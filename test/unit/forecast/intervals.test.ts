import { expect, test } from 'vitest';
import { createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { exposureIntervals } from '../../../core/engine/forecast/intervals.ts';
import { createInventory } from '../../../core/engine/inventory.ts';
import { createStockAnchor, takeStock } from '../../../core/engine/public/stock-anchor.ts';

const INVENTORY = createInventory(100, 1000);
const BELOW = { side: 'long', low: 90, high: 99 } as const;

test('the interval encloses the estimate, and the same state gives the same', () => {
  const [first] = exposureIntervals(INVENTORY, createCalibration(), [BELOW]);
  const [second] = exposureIntervals(INVENTORY, createCalibration(), [BELOW]);

  expect(first).toEqual(second);
  expect(first?.p10).toBeLessThan(1);
  expect(first?.p90).toBeGreaterThan(1);
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

test('within half a percent of the price there may be nothing at all', () => {
  const [near, far] = exposureIntervals(INVENTORY, createCalibration(), [
    { side: 'long', low: 99.5, high: 100 },
    { side: 'long', low: 98, high: 100 },
  ]);

  expect(near?.p10).toBe(0);
  expect(near?.p90).toBeGreaterThan(1);
  expect(far?.p10).toBeGreaterThan(0);
});

test('the middle lies below the estimate where forced orders have said nothing, and at it where they have', () => {
  const heard = { ...createCalibration(), completeShare: 1 };
  heard.long.swept[5] = 1000;
  heard.long.forced[5] = 1000;
  const middleOf = (calibration: ReturnType<typeof createCalibration>): number =>
    exposureIntervals(INVENTORY, calibration, [BELOW])[0]?.p50 ?? 0;

  expect(middleOf(createCalibration())).toBeLessThan(0.75);
  expect(middleOf(heard)).toBeGreaterThan(0.9);
  expect(middleOf(heard)).toBeLessThan(1.15);
});

test('many public positions leave little of what markets differ in', () => {
  const positions = Array.from({ length: 2000 }, (_, index) => ({
    atS: 0,
    side: index % 2 === 0 ? ('long' as const) : ('short' as const),
    sizeBase: 1,
    entryPrice: 100,
    liquidationPrice: index % 2 === 0 ? 90 : 110,
  }));
  const anchor = takeStock(createStockAnchor(), INVENTORY, positions, 0);
  const widthOf = (known?: typeof anchor): number => {
    const [factors] = exposureIntervals(INVENTORY, createCalibration(), [{ ...BELOW, low: 80 }], known);
    return Math.log((factors?.p90 ?? 1) / (factors?.p10 ?? 1));
  };

  expect(widthOf(anchor)).toBeLessThan(0.5);
  expect(widthOf(createStockAnchor())).toBe(widthOf());
  expect(widthOf()).toBeGreaterThan(1.5);
});
