import { describe, expect, test } from 'vitest';

import { ladderColumns } from '../../../../core/engine/history/ladder-columns.ts';
import { COLUMN_BINS } from '../../../../core/engine/history/map-history.ts';
import { createBars } from '../../../../core/market/bars.ts';
import { binOf } from '../../../../core/market/liquidation-map.ts';

const STEP = 0.001;
const BAR_S = 900;

type Row = readonly [low: number, high: number, close: number, turnoverUsd: number];

/** Bars of a quarter of an hour from 0 on. */
function barsOf(rows: readonly Row[]) {
  const bars = createBars(rows.length, BAR_S);
  rows.forEach(([low, high, close, turnoverUsd], index) => {
    bars.openTimeS[index] = index * BAR_S;
    bars.low[index] = low;
    bars.high[index] = high;
    bars.close[index] = close;
    bars.turnoverUsd[index] = turnoverUsd;
  });
  return bars;
}

const columnsOf = (rows: readonly Row[]) => [...ladderColumns(barsOf(rows), () => true)];

describe('the ladder that others draw', () => {
  test('seeds the turnover in eight equal parts, at 10x, 25x, 50x and 100x on either side of the close', () => {
    const [column] = columnsOf([[100, 100, 100, 8e6]]);

    const held = [...(column?.usd.entries() ?? [])].filter(([, usd]) => usd > 0);
    const bins = [90, 96, 98, 99, 101, 102, 104, 110].map((price) => binOf(price, STEP));
    expect(held.map(([index]) => (column?.firstBin ?? 0) + index)).toEqual(bins);
    for (const [, usd] of held) expect(usd).toBeCloseTo(1e6, 6);
    expect(column?.totalLongUsd).toBeCloseTo(4e6, 6);
    expect(column?.totalShortUsd).toBeCloseTo(4e6, 6);
    expect(column?.usd.length).toBe(COLUMN_BINS);
  });

  test('lets mass fade by a thousandth a bar', () => {
    const [, second] = columnsOf([
      [100, 100, 100, 8e6],
      [100, 100, 100, 0],
    ]);

    expect(second?.totalLongUsd).toBeCloseTo(4e6 * 0.999, 6);
  });

  test('clears what the bar’s range reaches, before it seeds', () => {
    const [, second] = columnsOf([
      [100, 100, 100, 8e6],
      [97.5, 100, 100, 8e6],
    ]);

    const usdAt = (price: number) => second?.usd[binOf(price, STEP) - (second?.firstBin ?? 0)] ?? NaN;
    // 99 and 98 were reached and are new; 96 was not.
    expect(usdAt(99)).toBeCloseTo(1e6, 6);
    expect(usdAt(98)).toBeCloseTo(1e6, 6);
    expect(usdAt(96)).toBeCloseTo(1.999e6, 6);
  });

  test('tells longs from shorts by the price of the column', () => {
    const [, second] = columnsOf([
      [100, 100, 100, 8e6],
      [95, 100, 95, 0],
    ]);

    // Of the longs at 99, 98, 96 and 90 the last is left; of shorts none was reached.
    expect(second?.totalLongUsd).toBeCloseTo(0.999e6, 6);
    expect(second?.totalShortUsd).toBeCloseTo(4e6 * 0.999, 6);
    expect(second?.price).toBe(95);
  });

  test('knows nothing of what comes after a column', () => {
    const rows: readonly Row[] = [
      [99, 101, 100, 5e6],
      [98, 101, 99, 3e6],
      [99, 103, 102, 9e6],
      [60, 102, 61, 9e9],
    ];
    const whole = columnsOf(rows);

    for (const length of [1, 2, 3]) {
      const cut = columnsOf(rows.slice(0, length)).at(-1);
      const same = whole[length - 1];
      expect(cut?.firstBin).toBe(same?.firstBin);
      cut?.usd.forEach((usd, bin) => expect(usd).toBeCloseTo(same?.usd[bin] ?? NaN, 4));
    }
  });

  test('has a column at the end of each bar that is wanted, and none where there are no bars', () => {
    const bars = barsOf(Array.from({ length: 8 }, () => [99, 101, 100, 1e6] as const));
    const columns = [...ladderColumns(bars, (atS) => atS % 3600 === 0)];

    expect(columns.map(({ atS }) => atS)).toEqual([3600, 7200]);
    expect(columnsOf([])).toEqual([]);
  });
});
