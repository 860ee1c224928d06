import { assert, double, integer, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forEachCell } from '../../core/engine/class-weights.ts';
import { atRiskTo } from '../../core/engine/ladder.ts';
import { createInventory, memoryOf } from '../../core/engine/inventory.ts';
import { createParameters, FINITE_CLASSES } from '../../core/engine/parameters.ts';
import { type Inventory, liquidationMap, rebuildInventory } from '../../core/engine/index.ts';
import { stepBars } from '../../core/engine/rebuild.ts';
import { stepInventory } from '../support/step-inventory.ts';
import { classHazards, classShifts } from '../../core/engine/parameters.ts';
import { type SideBook, totalMass } from '../../core/engine/side-book.ts';
import { createSideModel } from '../../core/engine/side-model.ts';
import { close, open, sweep } from '../../core/engine/side-step.ts';
import { barAt, type Bars } from '../../core/market/bars.ts';
import { binOf, type LiquidationMap } from '../../core/market/liquidation-map.ts';
import {
  type AbstractBar,
  arbitraryBar,
  arbitraryMarket,
  LOG_STEP,
  marketBars,
} from '../support/arbitrary-bars.ts';

const RUNS = { seed: 20_260_112, numRuns: 40 };
const PARAMETERS = createParameters();
const HAZARDS = classHazards(PARAMETERS.holdingExponent);
const SHIFTS = classShifts(LOG_STEP);
const SIDES = ['long', 'short'] as const;

function inventoryOf(bars: Bars): Inventory {
  const inventory = rebuildInventory(bars);
  if (inventory === null) throw new Error('bars without open interest');
  return inventory;
}

const mapOf = (inventory: Inventory): LiquidationMap => liquidationMap(inventory, inventory.lastPrice);

/** Largest difference of two columns, relative to the largest value. */
function relativeDifference(a: Float64Array, b: Float64Array): number {
  expect(a.length).toBe(b.length);
  const scale = a.reduce((most, value) => Math.max(most, value), 1e-300);
  return a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? NaN))), 0) / scale;
}

/** Columns of a map with the empty edges cut off, so that maps of different reach compare. */
function sideColumn(map: LiquidationMap, side: 'long' | 'short'): Float64Array {
  const at = binOf(map.price, LOG_STEP) - map.firstBin;
  const column = side === 'long' ? map.longExposureBase : map.shortExposureBase;
  return side === 'long' ? column.slice(0, at).toReversed() : column.slice(at + 1);
}

describe('laws of the inventory', () => {
  test('mass is finite and never below zero', () => {
    assert(
      property(arbitraryMarket, (market) => {
        const inventory = inventoryOf(marketBars(market));

        for (const side of SIDES) {
          const masses: number[] = [];
          forEachCell(inventory[side], HAZARDS, (_k, _bin, massBase) => masses.push(massBase));

          expect(masses.every((massBase) => massBase >= 0 && massBase < Infinity)).toBe(true);
          expect(inventory[side].stored.every((stored) => stored >= 0 && stored < Infinity)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('both sides sum to open interest after every bar, cell by cell', () => {
    assert(
      property(arbitraryMarket, (market) => {
        const bars = marketBars(market);
        const inventory = createInventory(barAt(bars, 0).open, 100_000);

        for (let index = 0; index < market.length; index++) {
          stepInventory(inventory, barAt(bars, index));
          for (const side of SIDES) {
            let sum = 0;
            forEachCell(inventory[side], HAZARDS, (k, _bin, massBase) => {
              sum += massBase * (PARAMETERS.flowShares[side][k] ?? 0);
            });
            expect(Math.abs(sum / inventory.openInterest.base - 1)).toBeLessThan(1e-7);
          }
        }
      }),
      RUNS,
    );
  });

  test('nothing that was there before a bar survives beyond its extreme, nothing at all beyond its close', () => {
    assert(
      property(arbitraryMarket, arbitraryBar, (market, last) => {
        const bars = marketBars([...market, last]);
        const inventory = createInventory(barAt(bars, 0).open, 100_000);
        stepBars(inventory, { ...bars, openTimeS: bars.openTimeS.subarray(0, market.length) });
        const bar = barAt(bars, market.length);
        const worst = { long: binOf(bar.low, LOG_STEP), short: -1 - binOf(bar.high, LOG_STEP) };
        const closed = { long: binOf(bar.close, LOG_STEP), short: -1 - binOf(bar.close, LOG_STEP) };

        for (const side of SIDES) {
          const swept = structuredClone(inventory[side]);
          sweep(swept, createSideModel(PARAMETERS, side), worst[side], undefined);
          expect(highestLiquidationBin(swept)).toBeLessThan(worst[side]);
        }
        stepInventory(inventory, bar);

        for (const side of SIDES) expect(highestLiquidationBin(inventory[side])).toBeLessThan(closed[side]);
      }),
      RUNS,
    );
  });

  test('scaling all prices by e^(n g) shifts the map by n bins', () => {
    assert(
      property(arbitraryMarket, integer({ min: -3000, max: 3000 }), (market, shift) => {
        const here = mapOf(inventoryOf(marketBars(market)));
        const there = mapOf(inventoryOf(marketBars(market, { firstBin: 11_400 + shift })));

        expect(there.firstBin - here.firstBin).toBe(shift);
        expect(relativeDifference(here.longExposureBase, there.longExposureBase)).toBeLessThan(1e-6);
        expect(relativeDifference(here.shortExposureBase, there.shortExposureBase)).toBeLessThan(1e-6);
      }),
      RUNS,
    );
  });

  test('scaling open interest and volume scales the map', () => {
    assert(
      property(arbitraryMarket, double({ min: 1e-3, max: 1e3, noNaN: true }), (market, factor) => {
        const one = mapOf(inventoryOf(marketBars(market)));
        const many = mapOf(inventoryOf(marketBars(market, { openInterestBase: 100_000 * factor })));

        const scaled = one.longExposureBase.map((value) => value * factor);
        expect(relativeDifference(scaled, many.longExposureBase)).toBeLessThan(1e-9);
      }),
      RUNS,
    );
  });

  test('mirroring log prices swaps the sides', () => {
    assert(
      property(arbitraryMarket, (market) => {
        const map = mapOf(inventoryOf(marketBars(market)));
        const mirrored = mapOf(inventoryOf(marketBars(market, { sign: -1 })));

        expect(relativeDifference(sideColumn(map, 'long'), sideColumn(mirrored, 'short'))).toBeLessThan(1e-9);
        expect(relativeDifference(sideColumn(map, 'short'), sideColumn(mirrored, 'long'))).toBeLessThan(1e-9);
      }),
      RUNS,
    );
  });

  test('bars without range and flow change nothing', () => {
    assert(
      property(arbitraryMarket, integer({ min: 1, max: 20 }), (market, count) => {
        const still: AbstractBar = { move: 0, above: 0, below: 0, volumeShare: 0, change: 0 };
        const map = mapOf(inventoryOf(marketBars(market)));
        const waited = mapOf(
          inventoryOf(marketBars([...market, ...Array.from({ length: count }, () => still)])),
        );

        expect(relativeDifference(map.longExposureBase, waited.longExposureBase)).toBeLessThan(1e-12);
        expect(waited.memory).toBe(map.memory);
      }),
      RUNS,
    );
  });

  test('a lower low never leaves more longs', () => {
    assert(
      property(arbitraryMarket, nat(300), nat(300), (market, fall, further) => {
        const inventory = inventoryOf(marketBars(market));
        const model = createSideModel(PARAMETERS, 'long');
        const bin = binOf(inventory.lastPrice, LOG_STEP);
        const [shallow, deep] = [structuredClone(inventory.long), structuredClone(inventory.long)];
        sweep(shallow, model, bin - fall, undefined);
        sweep(deep, model, bin - fall - further, undefined);

        expect(totalMass(deep)).toBeLessThanOrEqual(totalMass(shallow) * (1 + 1e-12));
      }),
      RUNS,
    );
  });

  test('two venues on one price path with the same turnover add up', () => {
    assert(
      property(arbitraryMarket, double({ min: 0.1, max: 10, noNaN: true }), (market, ratio) => {
        const one = mapOf(inventoryOf(marketBars(market)));
        const other = mapOf(inventoryOf(marketBars(market, { openInterestBase: 100_000 * ratio })));
        const both = mapOf(inventoryOf(marketBars(market, { openInterestBase: 100_000 * (1 + ratio) })));

        const sum = one.shortExposureBase.map(
          (value, index) => value + (other.shortExposureBase[index] ?? 0),
        );
        expect(relativeDifference(sum, both.shortExposureBase)).toBeLessThan(1e-9);
      }),
      RUNS,
    );
  });

  test('what is at risk grows with distance and never exceeds open interest', () => {
    assert(
      property(arbitraryMarket, (market) => {
        const inventory = inventoryOf(marketBars(market));
        const map = mapOf(inventory);
        const below = [0.99, 0.95, 0.9, 0.5, 0.01].map((share) =>
          atRiskTo(map, map.price, map.price * share),
        );

        below.reduce((nearer, { exposureUsd }) => {
          expect(exposureUsd).toBeGreaterThanOrEqual(nearer);
          return exposureUsd;
        }, 0);
        const held = map.longExposureBase.reduce((sum, value) => sum + value, 0);
        expect(held).toBeLessThanOrEqual(inventory.openInterest.base * (1 + 1e-9));
      }),
      RUNS,
    );
  });

  test('what was there and what opened equals what was liquidated, closed and what is left', () => {
    assert(
      property(arbitraryMarket, arbitraryBar, (market, last) => {
        const inventory = inventoryOf(marketBars(market));
        const book = inventory.long;
        const model = createSideModel(PARAMETERS, 'long');
        const bin = binOf(inventory.lastPrice, LOG_STEP);
        const bar = {
          worstBin: bin - last.below,
          bestBin: bin + last.above,
          closeBin: bin,
          logClose: (bin + 0.5) * LOG_STEP,
        };
        const before = totalMass(book);
        const liquidated = sweep(book, model, bar.worstBin, undefined);
        const swept = totalMass(book);
        close(book, model, last.volumeShare * before, bar.logClose);
        const closed = swept - totalMass(book);
        const opened = open(book, model, last.volumeShare * before, bar);

        expect(Math.abs(before + opened - liquidated - closed - totalMass(book))).toBeLessThan(1e-9 * before);
        expect(closed).toBeGreaterThanOrEqual(-1e-9 * before);
        expect(closed).toBeLessThanOrEqual((last.volumeShare + 1e-9) * before);
      }),
      RUNS,
    );
  });

  test('nothing trades, nothing changes: the state of a flat market is constant', () => {
    const inventory = createInventory(90_000, 1000, { lastingVolumeShare: 0 });
    const start = mapOf(inventory);
    const still: AbstractBar = { move: 0, above: 0, below: 0, volumeShare: 0.4, change: 0 };
    stepBars(
      inventory,
      marketBars(
        Array.from({ length: 50 }, () => still),
        {
          firstBin: binOf(90_000, LOG_STEP),
          openInterestBase: 1000,
        },
      ),
    );

    expect(relativeDifference(start.longExposureBase, mapOf(inventory).longExposureBase)).toBeLessThan(1e-12);
  });

  test('forced weights equal to exposure weights give the exposure map', () => {
    assert(
      property(arbitraryMarket, (market) => {
        const inventory = inventoryOf(marketBars(market));
        const { flowShares } = inventory.parameters;
        const map = liquidationMap(inventory, inventory.lastPrice, {
          exposure: flowShares,
          forced: flowShares,
        });

        expect(map.longForcedBase).toEqual(map.longExposureBase);
        expect(map.shortForcedBase).toEqual(map.shortExposureBase);
      }),
      RUNS,
    );
  });

  test('stored and restored between bars, the state has the same bits as in one pass', () => {
    assert(
      property(arbitraryMarket, (market) => {
        const bars = marketBars(market);
        const atOnce = inventoryOf(bars);
        let stepped = createInventory(barAt(bars, 0).open, bars.openInterestBase[0] ?? NaN);
        for (let index = 0; index < market.length; index++) {
          stepInventory(stepped, barAt(bars, index));
          stepped = structuredClone(stepped);
        }

        expect(stepped).toEqual(atOnce);
      }),
      RUNS,
    );
  });

  test('memory never falls and stays under 1', () => {
    assert(
      property(arbitraryMarket, (market) => {
        const bars = marketBars(market);
        const inventory = createInventory(barAt(bars, 0).open, 100_000);
        let memory = 0;
        for (let index = 0; index < market.length; index++) {
          stepInventory(inventory, barAt(bars, index));
          expect(memoryOf(inventory)).toBeGreaterThanOrEqual(memory);
          memory = memoryOf(inventory);
        }
        expect(memory).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});

function highestLiquidationBin(book: SideBook): number {
  let highest = -Infinity;
  forEachCell(book, HAZARDS, (k, bin) => {
    if (k < FINITE_CLASSES) highest = Math.max(highest, bin - (SHIFTS[k] ?? 0));
  });
  return highest;
}
