import { describe, expect, test } from 'vitest';

import { frameHeat } from '../../../components/heat-map/heat-frame.ts';
import {
  binAt,
  cellAt,
  columnAt,
  inView,
  priceAt,
  sceneOf,
  strongestCells,
} from '../../../components/heat-map/heat-scene.ts';
import { profileRows } from '../../../components/heat-map/profile-rows.ts';
import { cellsInTiers } from '../../../components/heat-map/shown-cells.ts';
import { clustersAt } from '../../../components/heat-map/past-clusters.ts';
import { cellOfUsd, usdOfCell } from '../../../core/market/map-cells.ts';
import { DISTANCE_TIERS } from '../../../core/market/map-window.ts';

const ALL = { bright: 'dollars', tiers: DISTANCE_TIERS } as const;
const STEP = 0.01;
const usdOf = (usd: number): number => usdOfCell(cellOfUsd(usd));

/** Columns of an hour from 0 on; bins of a percent around a price of 1, which lies in the middle of the bin `bins / 2`. */
function past(columns: readonly (readonly number[])[]) {
  const bins = columns[0]?.length ?? 0;
  return {
    fromS: 0,
    columnS: 3600 as const,
    columns: columns.length,
    firstBin: -(bins - 1) / 2,
    bins,
    cells: Uint8Array.from(columns.flat(), cellOfUsd),
    priceBin: new Float64Array(columns.length).fill(bins / 2),
  };
}

const scene = sceneOf(
  past([
    [0, 0, 0, 0, 0, 0, 0],
    [1e6, 2e6, 4e6, 0, 8e6, 1e6, 3e6],
  ]),
  1,
  { logStep: STEP, multiplier: 1000 },
  ALL,
);

describe('a place', () => {
  test('has a bin and a price, in the units of the page', () => {
    // The first bin is -3, so its lower edge is e^-0.03 coins' worth, a thousand coins a unit.
    expect(priceAt(scene, 0)).toBeCloseTo(1000 * Math.exp(-0.03), 9);
    expect(binAt(scene, 1000)).toBeCloseTo(3, 9);
    expect(columnAt(scene, 3599)).toBe(0);
    expect(columnAt(scene, 3600)).toBe(1);
  });

  test('has the dollars of its cell and those from the price to there', () => {
    const cell = cellAt(scene, 1, 0);

    expect(cell).toMatchObject({ side: 'long', usd: usdOf(1e6) });
    // 1 + 2 + 4 millions, and nothing in the price's own bin.
    expect(cell?.totalUsd).toBeCloseTo(usdOf(1e6) + usdOf(2e6) + usdOf(4e6), 6);
    // Three bins down from the middle of the price's bin.
    expect(cell?.distance).toBeCloseTo(Math.exp(-0.03) - 1, 9);
  });

  test('has nothing outside of what is known', () => {
    expect([cellAt(scene, 1, 7), cellAt(scene, 1, -1), cellAt(scene, 2, 3)]).toEqual([null, null, null]);
  });
});

describe('what is left out', () => {
  const wide = past([Array.from({ length: 41 }, () => 1e6)]);
  const shown = (tiers: readonly (typeof DISTANCE_TIERS)[number][]): readonly number[] =>
    [...cellsInTiers(wide, STEP, tiers).entries()].flatMap(([bin, cell]) => (cell > 0 ? [bin - 20] : []));

  test('are the tiers that are switched off, by the distance from the price', () => {
    // Bins are a percent apart by logarithm: two below are e^-0.02 - 1 = -1.98 %, two above 2.02 %.
    expect(shown(['near'])).toEqual([-2, -1, 0, 1]);
    expect(shown(['middle'])).toEqual([-5, -4, -3, 2, 3, 4]);
    // Ten below are -9.5 %, nine above 9.4 %, ten above 10.5 %.
    expect(shown(['far'])).toEqual([-10, -9, -8, -7, -6, 5, 6, 7, 8, 9]);
    expect(shown(['beyond'])).toEqual([
      ...Array.from({ length: 10 }, (_, index) => index - 20),
      ...Array.from({ length: 11 }, (_, index) => index + 10),
    ]);
  });

  test('does not touch the dollars that are told', () => {
    const near = sceneOf(scene.past, 1, scene, { ...ALL, tiers: ['near'] });

    expect(near.cells[7]).toBe(0);
    expect(cellAt(near, 1, 0)?.totalUsd).toBe(cellAt(scene, 1, 0)?.totalUsd);
  });
});

describe('shades', () => {
  const view = { fromS: 3600, untilS: 7200, low: 1000 * Math.exp(-0.035), high: 1000 * Math.exp(0.035) };

  test('go by what is in view, and the threshold names the dollars at which it cuts', () => {
    const seen = inView(scene, view, { low: 0.5, high: 1 });

    expect(seen.cut).toEqual({ fromColumn: 1, untilColumn: 2, fromBin: 0, untilBin: 7 });
    // Six cells hold something: 1, 1, 2, 3, 4, 8 millions; the upper half begins with 3.
    expect(seen.shading.fromUsd[0]).toBe(usdOf(3e6));
    expect(seen.shading.untilUsd).toBe(Infinity);
  });

  test('end at the upper handle', () => {
    // The cell at five sixths and more is the largest; 0.7 of six is the fifth.
    expect(inView(scene, view, { low: 0.25, high: 0.7 }).shading.untilUsd).toBe(usdOf(4e6));
  });
});

test('the strongest cells are told once each, not with what stands beside them', () => {
  const row = Array.from({ length: 21 }, (_, bin) => (bin === 10 ? 0 : 1e5 * (1 + (bin % 3))));
  const strong = row.with(2, 9e6).with(3, 8e6).with(17, 5e6);
  const told = strongestCells(sceneOf(past([strong]), 0, { logStep: STEP, multiplier: 1 }, ALL), 0, 2);

  expect(told.map(({ side, usd }) => [side, usd])).toEqual([
    ['long', usdOf(9e6)],
    ['short', usdOf(5e6)],
  ]);
});

test('the profile is the last column: the longest bar leaves room for its interval, which is cut off behind it', () => {
  const view = { fromS: 0, untilS: 7200, low: 960, high: 1040 };
  const frame = frameHeat({ width: 300, height: 100, ratio: 1 }, view, 4, 0);
  const usd = (p10: number, p50: number, p90: number) => ({ p10, p50, p90 });
  const cluster = { low: 1005, high: 1015, exposureUsd: usd(1, 2, 4) };

  const rows = profileRows(scene, frame, [cluster as never], 'exposure');

  // 8 millions, perhaps twice as much: seven tenths of the room, and its interval up to the end.
  const longest = rows.find(({ p90Share }) => p90Share !== null);
  expect(longest).toMatchObject({ side: 'short', share: 0.7, p90Share: 1 });
  expect(rows.at(-1)).toMatchObject({ side: 'long', p90Share: null });
  expect(rows.at(-1)?.share).toBeCloseTo((0.7 * usdOf(1e6)) / usdOf(8e6), 2);
});

test('clusters of a kept column are found as today’s are', () => {
  // A hump of longs around 40 bins of a thousandth below the price.
  const row = Array.from({ length: 401 }, (_, bin) => 1e6 * Math.exp(-0.5 * ((bin - 160) / 6) ** 2));
  const kept = sceneOf(
    past([row.map((value, bin) => (bin < 200 ? value : 0))]),
    0,
    { logStep: 0.001, multiplier: 10 },
    ALL,
  );

  const clusters = clustersAt(kept, 0, null);

  expect(clusters).toHaveLength(1);
  expect(clusters[0]?.side).toBe('long');
  // Bin 160 is the 40th below the middle one: e^-0.04, ten coins a unit.
  expect(clusters[0]?.peak).toBeCloseTo(10 * Math.exp(-0.04), 2);
  // Most of 6 sqrt(2 pi) millions.
  expect(clusters[0]?.exposureUsd.p50).toBeGreaterThan(10e6);
  expect(clusters[0]?.exposureUsd.p50).toBeLessThan(15.1e6);
});
