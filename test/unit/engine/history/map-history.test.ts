import { describe, expect, test } from 'vitest';
import { createCalibration } from '../../../../core/engine/forecast/calibration.ts';
import { createMixture } from '../../../../core/engine/forecast/mixture.ts';
import { createRefillMemory } from '../../../../core/engine/forecast/refill-memory.ts';
import { collectColumns } from '../../../../core/engine/history/collect-columns.ts';
import { createColumnMaker, type MapColumn } from '../../../../core/engine/history/map-column.ts';
import {
  COLUMN_BINS,
  isKept,
  joinColumns,
  packColumns,
} from '../../../../core/engine/history/map-history.ts';
import { windowOf } from '../../../../core/engine/history/window.ts';
import { startInventory } from '../../../../core/engine/index.ts';
import { createParameters } from '../../../../core/engine/parameters.ts';
import { barAt } from '../../../../core/market/bars.ts';
import { cellOfUsd, usdOfCell } from '../../../../core/market/map-cells.ts';
import { cellsOf } from '../../../../core/market/map-window.ts';
import { buildBars } from '../../../support/build-bars.ts';
import { stepInventory } from '../../../support/step-inventory.ts';

const HOUR = 3600;
const DAY = 86_400;
const NOW_S = 20_000 * DAY;

/** A column whose bin `at` holds `usd` dollars, seen from bin 11,400. */
const column = (atS: number, at = 0, usd = 0): MapColumn => {
  const cells = new Float64Array(COLUMN_BINS);
  cells[at - 11_200] = usd;
  return {
    atS,
    price: Math.exp(11.4),
    logStep: 0.001,
    firstBin: 11_200,
    usd: cells,
    totalLongUsd: 5e9,
    totalShortUsd: 4e9,
  };
};

describe('a cell as a byte', () => {
  test('tells dollars within 4.6 percent, and nothing under ten', () => {
    for (const usd of [10, 1_234, 98_765, 1_590_000_000]) {
      expect(Math.abs(usdOfCell(cellOfUsd(usd)) / usd - 1)).toBeLessThan(0.046);
    }
    expect(cellOfUsd(9.99)).toBe(0);
    expect(cellOfUsd(NaN)).toBe(0);
    expect(usdOfCell(0)).toBe(0);
    expect(cellOfUsd(1e12)).toBe(255);
  });
});

describe('which columns are kept', () => {
  test('each quarter of an hour of two days, each hour of the 28 before, nothing older, nothing to come', () => {
    expect(isKept(NOW_S - 900, NOW_S)).toBe(true);
    expect(isKept(NOW_S - 300, NOW_S)).toBe(false);
    expect(isKept(NOW_S - 2 * DAY - 900, NOW_S)).toBe(false);
    expect(isKept(NOW_S - 2 * DAY - HOUR, NOW_S)).toBe(true);
    expect(isKept(NOW_S - 30 * DAY, NOW_S)).toBe(false);
    expect(isKept(NOW_S + 900, NOW_S)).toBe(false);
  });

  test('864 of them in thirty days', () => {
    let kept = 0;
    for (let atS = NOW_S - 31 * DAY; atS <= NOW_S; atS += 300) if (isKept(atS, NOW_S)) kept++;

    expect(kept).toBe(2 * 96 + 28 * 24);
  });

  test('joined parts are in order, once each, the later of two, without what has become too old', () => {
    const old = packColumns([column(NOW_S - HOUR, 11_300, 1e6), column(NOW_S - 2 * DAY - 900)]);
    const late = packColumns([column(NOW_S, 11_300, 2e6), column(NOW_S - HOUR, 11_300, 3e6)]);
    const joined = joinColumns([old, late], NOW_S);

    expect([...joined.atS]).toEqual([NOW_S - HOUR, NOW_S]);
    expect(usdOfCell(joined.cells[100] ?? 0) / 3e6).toBeCloseTo(1, 1);
    expect(usdOfCell(joined.cells[COLUMN_BINS + 100] ?? 0) / 2e6).toBeCloseTo(1, 1);
  });
});

describe('a window of the past', () => {
  const request = {
    market: 'BTCUSDT',
    map: 'exposure',
    venue: 'all',
    columnS: 900,
    firstBin: 11_290,
    bins: 20,
  } as const;

  test('shows in each column what was known then, at its own bins', () => {
    const kept = packColumns([column(NOW_S - HOUR, 11_300, 1e6), column(NOW_S, 11_305, 2e6)]);
    const window = windowOf(kept, 0.001, { ...request, fromS: NOW_S - HOUR, columns: 5 });
    const cells = cellsOf(window);

    expect(cells).toHaveLength(5 * 20);
    expect(cells[10]).toBe(cellOfUsd(1e6));
    expect(cells[3 * 20 + 10]).toBe(cellOfUsd(1e6));
    expect(cells[4 * 20 + 15]).toBe(cellOfUsd(2e6));
    expect(cells.filter((cell) => cell > 0)).toHaveLength(5);
    expect(window.totalLongUsd).toEqual([5e9, 5e9, 5e9, 5e9, 5e9]);
  });

  test('says of a time of which nothing is known that nothing is known', () => {
    const kept = packColumns([column(NOW_S - 3 * HOUR, 11_300, 1e6)]);
    const window = windowOf(kept, 0.001, { ...request, fromS: NOW_S - 4 * HOUR, columns: 9 });

    expect(window.totalLongUsd).toEqual([null, null, null, null, 5e9, 5e9, 5e9, 5e9, null]);
    expect(window.price[8]).toBeNull();
    expect(cellsOf(window).slice(8 * 20)).toEqual(new Uint8Array(20));
  });

  test('keeps to an answer of 150 kB with 280 columns of 400 bins', () => {
    const window = windowOf(packColumns([column(NOW_S)]), 0.001, {
      ...request,
      fromS: NOW_S,
      columns: 270,
      bins: 400,
    });

    expect(JSON.stringify(window).length).toBeLessThan(150_000);
  });
});

describe('the past of a market', () => {
  test('a band that a wick sweeps is in the column before and not in the one after', () => {
    const flat = Array.from({ length: 36 }, () => ({
      open: 100,
      high: 100.2,
      low: 99.8,
      close: 100,
      volumeBase: 500,
      openInterestBase: 10_000,
    }));
    const wick = { open: 100, high: 100.1, low: 92, close: 99.9, volumeBase: 0, openInterestBase: 4_000 };
    const bars = buildBars(
      [...flat, wick, ...flat.slice(0, 2).map((bar) => ({ ...bar, volumeBase: 0, openInterestBase: 4_000 }))],
      {
        firstS: NOW_S,
      },
    );
    const inventory = startInventory(bars);
    if (inventory === null) throw new Error('bars without open interest');
    const collected = collectColumns(NOW_S + 39 * 300);
    for (let index = 0; index < bars.openTimeS.length; index++) {
      stepInventory(inventory, barAt(bars, index));
      const atS = NOW_S + (index + 1) * 300;
      collected.afterBar(
        {
          inventory,
          calibration: createCalibration(),
          memory: createRefillMemory(),
          mixture: createMixture(),
        },
        atS,
      );
    }
    const usdBetween = (atS: number, low: number, high: number): number => {
      const found = collected.columns.find((one) => one.atS === atS);
      if (found === undefined) throw new Error('no column');
      return found.usd.reduce((sum, usd, index) => {
        const price = Math.exp((found.firstBin + index + 0.5) * 0.001);
        return price > low && price < high ? sum + usd : sum;
      }, 0);
    };
    const before = usdBetween(NOW_S + 36 * 300, 93, 98.5);
    const after = usdBetween(NOW_S + 39 * 300, 93, 98.5);

    expect(before).toBeGreaterThan(10_000);
    // What opens on the way back, in place of what was swept, stays.
    expect(after).toBeLessThan(before / 4);
  });

  test('refuses a grid on which classes of leverage fall together', () => {
    expect(() => createColumnMaker(createParameters({ logStep: 0.01 }))).toThrow(RangeError);
  });
});
