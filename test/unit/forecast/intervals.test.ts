import { expect, test } from 'vitest';
import { type Calibration, createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { exposureIntervals, type IntervalFactors } from '../../../core/engine/forecast/intervals.ts';
import { createInventory, type Inventory } from '../../../core/engine/inventory.ts';
import { CLASSES } from '../../../core/engine/parameters.ts';
import { createStockAnchor, takeStock } from '../../../core/engine/public/stock-anchor.ts';

const INVENTORY = createInventory(100, 1000);
const LONGS = { side: 'long', low: 90, high: 99 } as const;
const SHORTS = { side: 'short', low: 101, high: 110 } as const;

const widthOf = ({ p10, p90 }: IntervalFactors): number => Math.log(p90 / p10);

/** A market where `share` of each side can be liquidated, all in one class that lies in one stretch. */
function marketOf(share: number): Inventory {
  const shares = new Float64Array(CLASSES);
  shares[10] = share;
  shares[CLASSES - 1] = 1 - share;
  return createInventory(100, 1000, { flowShares: { long: shares, short: shares } });
}

/** What is said of that stretch of longs where nothing was heard. */
const ofShare = (share: number): IntervalFactors =>
  exposureIntervals(marketOf(share), createCalibration(), [LONGS])[0]!;

/** A complete feed that heard so many coins of one class, while the price swept 1000 of it on either side. */
function heard(distanceClass: number, long: number, short: number): Calibration {
  const calibration = { ...createCalibration(), completeShare: 1 };
  calibration.long.swept[distanceClass] = 1000;
  calibration.short.swept[distanceClass] = 1000;
  calibration.long.forced[distanceClass] = long;
  calibration.short.forced[distanceClass] = short;
  return calibration;
}

test('where nothing was heard the spread between markets and that of the class lie about half of the estimate', () => {
  const { p10, p50, p90 } = ofShare(0.2);

  // 500 of 2,500 positions: variance .002 by chance. Variances .15 ^ 2 twice, 1 / 8 of the class, .8 ^ 2 or .65 ^ 2:
  // ln p50 = -.7 - .001; ln p10 = -.701 - 1.2816 x .9011; ln p90 = -.701 + 1.2816 x .7697.
  expect(p50).toBeCloseTo(0.496, 3);
  expect(p10).toBeCloseTo(0.156, 3);
  expect(p90).toBeCloseTo(1.33, 2);
});

test('the fewer positions a stretch holds the less it may hold, and under 2.3 perhaps none', () => {
  const [many, few, two] = [ofShare(0.2), ofShare(0.002), ofShare(0.0009)];

  expect(few.p10).toBeLessThan(0.8 * many.p10);
  expect(few.p90).toBeLessThan(many.p90);
  expect(few.p10).toBeGreaterThan(0);
  expect(two.p10).toBe(0);
});

test('a complete feed that heard what was said makes the interval narrower, about a little more than the estimate', () => {
  const [deaf] = exposureIntervals(INVENTORY, createCalibration(), [LONGS]);
  const [sure] = exposureIntervals(INVENTORY, heard(5, 7, 7), [LONGS]);

  expect(widthOf(sure!)).toBeLessThan(0.6 * widthOf(deaf!));
  // A hundredth opens in that class and 70 % of what is swept is forced: the map was right, and the middle is e ^ .25 but for chance.
  expect(sure!.p50).toBeGreaterThan(1.2);
  expect(sure!.p50).toBeLessThan(1.29);
});

test('a side of which less was forced than was said holds less, and how much less is less sure', () => {
  const [longs, shorts] = exposureIntervals(marketOf(0.2), heard(10, 14, 140), [LONGS, SHORTS]);

  // Half of ln .404, by which (14 + 70 + 1.5) of 211.5 coins correct the class, goes to its neighbours: .7 x 127 are said,
  // 14 heard, z = ln(14.4 / 89.4) = -1.83. ln p50 = .25 - .75 x 1.83; of the shorts z = ln(140.4 / 117.7) = .18.
  expect(longs!.p50).toBeCloseTo(0.33, 2);
  expect(shorts!.p50).toBeCloseTo(1.46, 1);
  // Variances .4 z squared, .53 and .005, beside .045 and 1 / (14 + 8) or 1 / (140 + 8).
  expect(widthOf(longs!)).toBeGreaterThan(2.5 * widthOf(shorts!));
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
  const widthWith = (known?: typeof anchor): number =>
    widthOf(exposureIntervals(INVENTORY, createCalibration(), [{ ...LONGS, low: 80 }], known)[0]!);

  expect(widthWith(anchor)).toBeLessThan(0.5);
  expect(widthWith(createStockAnchor())).toBe(widthWith());
  expect(widthWith()).toBeGreaterThan(1.5);
});
