import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectColumns } from '../../core/engine/history/collect-columns.ts';
import { createColumnMaker, type MapColumn } from '../../core/engine/history/map-column.ts';
import { createCalibration } from '../../core/engine/forecast/calibration.ts';
import { exposureWeights } from '../../core/engine/forecast/calibrated-weights.ts';
import { createMixture } from '../../core/engine/forecast/mixture.ts';
import { createRefillMemory } from '../../core/engine/forecast/refill-memory.ts';
import { createSideModels, type Inventory, stepWith } from '../../core/engine/inventory.ts';
import { liquidationMap, rebuildInventory, startInventory } from '../../core/engine/index.ts';
import { barAt, type Bars } from '../../core/market/bars.ts';
import { binMidPrice } from '../../core/market/liquidation-map.ts';
import { arbitraryMarket, marketBars } from '../support/arbitrary-bars.ts';

const RUNS = { seed: 20_260_205, numRuns: 40 };

const CALIBRATION = createCalibration();

function columnsOf(bars: Bars): readonly MapColumn[] {
  const inventory = startInventory(bars);
  if (inventory === null) throw new Error('bars without open interest');
  const last = (bars.openTimeS.at(-1) ?? 0) + bars.intervalS;
  const collected = collectColumns(last);
  const models = createSideModels(inventory.parameters);
  for (let index = 0; index < bars.openTimeS.length; index++) {
    stepWith(models, inventory, barAt(bars, index), undefined);
    collected.afterBar(
      { inventory, calibration: CALIBRATION, memory: createRefillMemory(), mixture: createMixture() },
      barAt(bars, index).openTimeS + bars.intervalS,
    );
  }
  return collected.columns;
}

/** Today's map in dollars, on the bins of `column`. */
function mapUsd(inventory: Inventory, column: MapColumn): Float64Array {
  const map = liquidationMap(inventory, inventory.lastPrice, {
    exposure: exposureWeights(CALIBRATION, inventory.parameters),
    forced: exposureWeights(CALIBRATION, inventory.parameters),
  });
  return column.usd.map((_, index) => {
    const bin = column.firstBin + index;
    const at = bin - map.firstBin;
    return (
      ((map.longExposureBase[at] ?? 0) + (map.shortExposureBase[at] ?? 0)) * binMidPrice(bin, map.logStep)
    );
  });
}

describe("laws of the map's past", () => {
  test('a column is the map of its time, bin by bin', () => {
    assert(
      property(arbitraryMarket, (market) => {
        const bars = marketBars(market);
        const inventory = rebuildInventory(bars);
        if (inventory === null) throw new Error('bars without open interest');
        const make = createColumnMaker(inventory.parameters);
        const column = make(inventory, exposureWeights(CALIBRATION, inventory.parameters), 0);
        const expected = mapUsd(inventory, column);
        const largest = expected.reduce((most, usd) => Math.max(most, usd), 1);
        column.usd.forEach((usd, bin) =>
          expect(Math.abs(usd - (expected[bin] ?? NaN)) / largest).toBeLessThan(1e-4),
        );
      }),
      RUNS,
    );
  });

  test('nothing that comes later changes a column', () => {
    assert(
      property(arbitraryMarket, integer({ min: 1, max: 30 }), (market, cut) => {
        const all = marketBars(market);
        const length = Math.max(1, all.openTimeS.length - cut);
        const early = Object.fromEntries(
          Object.entries(all).map(([name, column]) => [
            name,
            column instanceof Float64Array ? column.slice(0, length) : column,
          ]),
        ) as unknown as Bars;
        const before = columnsOf(early);
        const after = columnsOf(all);

        for (const column of before)
          expect(after.find(({ atS }) => atS === column.atS) ?? column).toEqual(column);
      }),
      RUNS,
    );
  });

  test("each column's totals are the open interest of its time, on either side", () => {
    assert(
      property(arbitraryMarket, (market) => {
        const inventory = rebuildInventory(marketBars(market));
        if (inventory === null) throw new Error('bars without open interest');
        const column = createColumnMaker(inventory.parameters)(inventory, inventory.parameters.flowShares, 0);
        const usd = inventory.openInterest.base * inventory.lastPrice;

        expect(column.totalLongUsd / usd).toBeCloseTo(1, 9);
        expect(column.totalShortUsd / usd).toBeCloseTo(1, 9);
        expect(column.usd.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(2 * usd * (1 + 1e-9));
      }),
      RUNS,
    );
  });
});
