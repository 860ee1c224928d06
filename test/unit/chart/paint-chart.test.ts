import { beforeEach, describe, expect, test } from 'vitest';

import type { ChartMarks } from '../../../components/page/chart/chart-marks.ts';
import { layOutChart } from '../../../components/page/chart/lay-out-chart.ts';
import { paintChart } from '../../../components/page/chart/paint-chart.ts';
import type { PriceAxis } from '../../../core/sites/chart-geometry.ts';

/** Ten dollars a pixel. */
const AXIS: PriceAxis = { height: 401, from: 90_000, to: 94_000, mode: 0, offset: 0 };
const COLORS = {
  surface: 'black',
  text: 'white',
  level: 'grey',
  longs: 'orange',
  shorts: 'blue',
  hatched: false,
};
const LETTER_PX = 5;

interface Filled {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A canvas of 500 by 401 px on which every letter is as wide, and what was drawn on it. */
class Paper {
  readonly filled: Filled[] = [];
  readonly written: { readonly text: string; readonly x: number; readonly y: number }[] = [];

  paint(marks: ChartMarks): void {
    const context = {
      save: () => {},
      restore: () => {},
      scale: () => {},
      strokeText: () => {},
      measureText: (text: string) => ({ width: LETTER_PX * text.length }),
      fillText: (text: string, x: number, y: number) => this.written.push({ text, x, y }),
      fillRect: (left: number, top: number, width: number, height: number) =>
        this.filled.push({ left, top, width, height }),
    } as unknown as CanvasRenderingContext2D;
    paintChart({ context, ratio: 1, width: 500, height: 401 }, layOutChart(AXIS, marks), COLORS, {
      bracketAt: 72,
    });
  }

  /** From where to where there are pixels in a row of one pixel's lines, left to right. */
  lineAt(row: number): readonly (readonly [number, number])[] {
    return this.filled
      .filter(({ top, width, height }) => top === row && height === 1 && width > 0)
      .map(({ left, width }) => [left, left + width] as const)
      .toSorted(([a], [b]) => a - b);
  }
}

const band = (side: 'long' | 'short', low: number, peak: number, high: number) => ({
  side,
  low,
  peak,
  high,
  usd: 1e9,
  share: 1,
});

let paper = new Paper();
beforeEach(() => {
  paper = new Paper();
});

describe('paintChart', () => {
  test('a line stops where its price is written, and goes on behind', () => {
    // 250 px below the pane's top edge; the bracket stands 72 px from the right one, and its arm 6 px further.
    paper.paint({ bands: [band('long', 91_000, 91_500, 92_000)], levels: [] });

    const { x } = paper.written[0]!;
    expect(paper.lineAt(250)).toEqual([
      [0, x - 4],
      [422, 500],
    ]);
  });

  test('no dash of a level crosses its price', () => {
    paper.paint({ bands: [], levels: [{ price: 92_000, state: 'touched' }] });

    const left = paper.written[0]!.x - 4;
    const dashes = paper.lineAt(200);
    expect(dashes.length).toBeGreaterThan(40);
    expect(dashes.filter(([from, until]) => until > left && from < 422)).toEqual([]);
  });

  test('a chip names one band by its price, and several by how many they are', () => {
    paper.paint({
      bands: [
        band('short', 96_000, 96_500, 97_000),
        band('short', 98_000, 98_500, 99_000),
        band('long', 80_000, 81_000, 82_000),
      ],
      levels: [],
    });

    const texts = paper.written.map(({ text }) => text);
    expect(texts).toContain('▲ 2 bands: 96,500–98,500');
    expect(texts).toContain('▼ 81,000');
  });
});
