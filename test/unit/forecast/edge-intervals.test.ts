import { expect, test } from 'vitest';
import { createCalibration } from '../../../core/engine/forecast/calibration.ts';
import { edgeIntervals } from '../../../core/engine/forecast/edge-intervals.ts';
import { findClusters, liquidationMap, rebuildInventory } from '../../../core/engine/index.ts';
import { createStockAnchor, takeStock } from '../../../core/engine/public/stock-anchor.ts';
import { roundToTick } from '../../../core/market/tick.ts';
import { wanderingBars } from '../../support/build-bars.ts';
import { buildPublicPosition } from '../../support/public-positions.ts';

const inventory = rebuildInventory(wanderingBars(2000));
if (inventory === null) throw new Error('bars without open interest');
const state = { inventory, calibration: createCalibration() };
const map = liquidationMap(inventory, inventory.lastPrice);
const clusters = findClusters(map, { atr1d: 1800 });

test('every edge lies between its 10th and 90th percentile, the same every time', () => {
  const first = edgeIntervals(state, map, 1800, clusters);
  const second = edgeIntervals(state, map, 1800, clusters);

  expect(clusters.length).toBeGreaterThan(0);
  expect(second).toEqual(first);
  clusters.forEach((cluster, index) => {
    const { low, high } = first[index] ?? { low: { p10: NaN, p90: NaN }, high: { p10: NaN, p90: NaN } };
    expect(low.p10).toBeLessThanOrEqual(cluster.low);
    expect(low.p90).toBeGreaterThanOrEqual(cluster.low);
    expect(high.p10).toBeLessThanOrEqual(cluster.high);
    expect(high.p90).toBeGreaterThanOrEqual(cluster.high);
    expect(low.p90 - low.p10 + high.p90 - high.p10).toBeGreaterThan(0);
  });
});

test('edges are drawn from what public positions make of the stock', () => {
  const near = Array.from({ length: 200 }, (_, index) => {
    const side = index % 2 === 0 ? ('long' as const) : ('short' as const);
    return buildPublicPosition({ side, liquidationPrice: 100 * Math.exp(side === 'long' ? -0.012 : 0.012) });
  });
  const anchor = takeStock(createStockAnchor(), inventory, near, inventory.lastOpenTimeS);

  const unknown = edgeIntervals({ ...state, anchor: createStockAnchor() }, map, 1800, clusters);
  const known = edgeIntervals({ ...state, anchor }, map, 1800, clusters);

  expect(unknown).toEqual(edgeIntervals(state, map, 1800, clusters));
  expect(known).not.toEqual(unknown);
});

test('a stretch without any peak near has edges that nothing is known of', () => {
  const nowhere = { side: 'long', low: 1, peak: 1, high: 1.0001 } as const;

  expect(edgeIntervals(state, map, 1800, [nowhere])).toEqual([
    { low: { p10: 1, p90: 1 }, high: { p10: 1.0001, p90: 1.0001 } },
  ]);
});

test.each([
  [83_912.345, 0.1, 83_912],
  [83_912.345, null, 83_912],
  [83_912.345, 10, 83_910],
  [1.234567, 0.001, 1.235],
  [0.000012345678, 1e-8, 0.00001235],
])('%f on ticks of %s is %f', (price, tickSize, rounded) => {
  expect(roundToTick(price, tickSize)).toBe(rounded);
});
