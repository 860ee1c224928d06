import { describe, expect, test } from 'vitest';

import { cellOfUsd } from '../../../../core/market/map-cells.ts';
import { paintHeat, pixelOf, shadesOf } from '../../../../core/report/heat-map/heat-pixels.ts';
import { viridisShades } from '../../../../core/report/heat-map/viridis.ts';
import { outstanding, shadeOf, shadingOf, SHADES } from '../../../../core/report/heat-map/shade.ts';
import { luminanceOf } from '../../../support/luminance.ts';

const cellsOf = (...usd: readonly number[]): Uint8Array => Uint8Array.from(usd, cellOfUsd);

describe('shades', () => {
  /** 100 cells of 1,000 to 100,000 dollars. */
  const ladder = Uint8Array.from({ length: 100 }, (_, index) => cellOfUsd(1_000 * (index + 1)));

  test('the lower quarter stays dark, the greatest one percent is brightest', () => {
    const shading = shadingOf(ladder);

    expect(shadeOf(shading, 20_000)).toBe(0);
    expect(shadeOf(shading, 30_000)).toBeGreaterThan(0);
    expect(shadeOf(shading, 105_000)).toBe(SHADES);
    expect(shadeOf(shading, 0)).toBe(0);
  });

  test('a threshold cuts what lies under its lower handle and over its upper one', () => {
    const shading = shadingOf(ladder, { low: 0.8, high: 0.9 });

    expect(shadeOf(shading, 70_000)).toBe(0);
    expect(shadeOf(shading, 88_000)).toBeGreaterThan(0);
    expect(shadeOf(shading, 99_000)).toBe(0);
  });

  test('a map in which nothing stands has no shade', () => {
    expect(shadeOf(shadingOf(new Uint8Array(50)), 1e9)).toBe(0);
  });
});

describe('what stands out', () => {
  test('a cell over its surroundings comes forward, one like them stays, and the other side is not counted', () => {
    const cells = cellsOf(1e6, 1e6, 1e6, 4e6, 0, 8e6, 8e6, 8e6);
    const made = outstanding(cells, 8, [4], 0.0125);

    // Two bins a side: 4 M over a mean of 2 M is 16 M; 1 M over a mean of 1 M stays.
    expect(Math.abs((made[3] ?? 0) - cellOfUsd(16e6))).toBeLessThanOrEqual(1);
    expect(made[0]).toBe(cellOfUsd(1e6));
    expect(made[6]).toBe(cellOfUsd(8e6));
    expect(made[4]).toBe(0);
  });
});

describe('pixels of a heat map', () => {
  const long = Uint32Array.from({ length: SHADES + 1 }, (_, shade) => shade);
  const short = Uint32Array.from({ length: SHADES + 1 }, (_, shade) => (shade === 0 ? 0 : 100 + shade));
  const shading = {
    fromUsd: Array.from({ length: SHADES }, (_, shade) => (shade + 1) * 1e6),
    untilUsd: Infinity,
  };

  test('are linear between the middles of two bins, and never across columns', () => {
    const heat = {
      columns: 2,
      bins: 3,
      cells: cellsOf(2e6, 6e6, 0, 0, 0, 0),
      priceBin: Float64Array.of(2.5, 2.5),
    };
    const pixels = new Uint32Array(2 * 3);
    paintHeat(heat, Float64Array.of(1.5, 1, 0.5), shading, { long, short }, pixels);

    expect(pixels[2]).toBe(4);
    expect(pixels[0]).toBeGreaterThan(pixels[2] ?? 0);
    expect(pixels[2]).toBeGreaterThan(pixels[4] ?? 0);
    expect([pixels[1], pixels[3], pixels[5]]).toEqual([0, 0, 0]);
  });

  test('have the hue of their side, by the price of their own column', () => {
    const heat = { columns: 1, bins: 3, cells: cellsOf(5e6, 0, 5e6), priceBin: Float64Array.of(1.5) };
    const pixels = new Uint32Array(3);
    paintHeat(heat, Float64Array.of(2.5, 1.5, 0.5), shading, { long, short }, pixels);

    expect(pixels[0]).toBeGreaterThan(100);
    expect(pixels[2]).toBeLessThan(100);
    expect(pixels[2]).toBeGreaterThan(0);
  });

  test('shades run from nothing to the given opacity of the brightest colour', () => {
    const shades = shadesOf([0, 0, 0], [255, 200, 100], 0.45);

    expect(shades).toHaveLength(SHADES + 1);
    expect(shades[0]).toBe(0);
    expect(shades[SHADES]).toBe(pixelOf(255, 200, 100, Math.round(0.45 * 255)));
  });

  test('that are hatched have gaps, which fall to the right through longs and rise through shorts', () => {
    const columns = 20;
    const heat = {
      columns,
      bins: 2,
      cells: new Uint8Array(2 * columns).fill(cellOfUsd(5e6)),
      priceBin: new Float64Array(columns).fill(1),
    };
    const rows = Float64Array.from({ length: 80 }, (_, row) => (row < 40 ? 1.5 : 0.5));
    const pixels = new Uint32Array(columns * rows.length);
    paintHeat(heat, rows, shading, { long, short, isHatched: true }, pixels);
    const isGap = (row: number, column: number): boolean => pixels[row * columns + column] === 0;
    /** How many gaps go on two rows lower, or higher, in the next column. */
    const goingOn = (from: number, until: number, rise: number): number => {
      let count = 0;
      for (let row = from; row < until; row++)
        for (let column = 0; column + 1 < columns; column++)
          if (isGap(row, column) && isGap(row - rise, column + 1)) count++;
      return count;
    };

    expect(goingOn(5, 35, 2)).toBeGreaterThan(0);
    expect(goingOn(5, 35, -2)).toBe(0);
    expect(goingOn(45, 75, -2)).toBeGreaterThan(0);
    expect(goingOn(45, 75, 2)).toBe(0);
    const gaps = pixels.filter((pixel) => pixel === 0).length;
    expect(gaps / pixels.length).toBeCloseTo(0.3, 2);
  });
});

describe('viridis', () => {
  const luminance = (pixel: number): number =>
    luminanceOf([pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff]);

  test('goes from dark to light on a dark surface, and from light to dark on a light one, in grey too', () => {
    const dark = Array.from(viridisShades('dark', 1).subarray(1), luminance);
    const light = Array.from(viridisShades('light', 1).subarray(1), luminance);

    expect(dark).toEqual(dark.toSorted((a, b) => a - b));
    expect(light).toEqual(light.toSorted((a, b) => b - a));
    // Both ends of matplotlib's scale.
    expect(viridisShades('dark', 1)[SHADES]).toBe(pixelOf(0xfd, 0xe7, 0x25, 255));
    expect(viridisShades('light', 1)[SHADES]).toBe(pixelOf(0x44, 0x01, 0x54, 255));
  });
});
