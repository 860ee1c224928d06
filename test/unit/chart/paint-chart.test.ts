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
  own: 'violet',
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
  readonly color: string;
}

/** A canvas of 500 by 401 px on which every letter is as wide, and what was drawn on it. */
class Paper {
  readonly filled: Filled[] = [];
  readonly written: { readonly text: string; readonly x: number; readonly y: number }[] = [];

  paint(marks: Partial<ChartMarks>): void {
    const context = {
      fillStyle: '',
      save: () => {},
      restore: () => {},
      scale: () => {},
      strokeText: () => {},
      measureText: (text: string) => ({ width: LETTER_PX * text.length }),
      fillText: (text: string, x: number, y: number) => this.written.push({ text, x, y }),
      fillRect: (left: number, top: number, width: number, height: number) =>
        this.filled.push({ left, top, width, height, color: context.fillStyle }),
    };
    const picture = layOutChart(AXIS, { bands: [], levels: [], own: [], ...marks });
    const pane = {
      context: context as unknown as CanvasRenderingContext2D,
      ratio: 1,
      width: 500,
      height: 401,
    };
    paintChart(pane, picture, COLORS, { bracketAt: 72 });
  }

  /** Rows that lines of the user's own take, from the first to below the last, top down; each once. */
  ownRows(): readonly (readonly [number, number])[] {
    const rows = this.filled
      .filter(({ color, width }) => color === COLORS.own && width > 0)
      .map(({ top, height }) => [top, top + height] as const)
      .toSorted(([a], [b]) => a - b);
    return rows.filter(([top], index) => top !== rows[index - 1]?.[0]);
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
    paper.paint({ bands: [band('long', 91_000, 91_500, 92_000)] });

    const { x } = paper.written[0]!;
    expect(paper.lineAt(250)).toEqual([
      [0, x - 4],
      [422, 500],
    ]);
  });

  test('no dash of a level crosses its price', () => {
    paper.paint({ levels: [{ price: 92_000, state: 'touched' }] });

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
    });

    const texts = paper.written.map(({ text }) => text);
    expect(texts).toContain('▲ 2 bands: 96,500–98,500');
    expect(texts).toContain('▼ 81,000');
  });

  test('an entry is one line, a stop is dashed, and a liquidation is two with a row between them', () => {
    paper.paint({
      own: [
        { role: 'liquidation', price: 91_000, text: 'liq' },
        { role: 'entry', price: 92_000, text: 'entry' },
        { role: 'stop', price: 91_500, text: 'stop' },
      ],
    });

    // 1.5 px are two of this screen's, above the middle of the row of the price.
    expect(paper.ownRows()).toEqual([
      [199, 201],
      [249, 251],
      [299, 300],
      [301, 302],
    ]);
    const pieces = (row: number) => paper.filled.filter(({ top, width }) => top === row && width > 0).length;
    expect(pieces(199)).toBe(2);
    expect(pieces(249)).toBeGreaterThan(40);
  });

  test('labels of own lines stand left of those of bands and of each other, never on them', () => {
    paper.paint({
      bands: [band('long', 91_000, 91_500, 92_000)],
      own: [
        { role: 'liquidation', price: 91_480, text: 'liq 91,480' },
        { role: 'stop', price: 91_520, text: 'stop 91,520' },
      ],
    });

    const widthOf = (text: string) => LETTER_PX * text.length;
    const boxes = paper.written.map(({ text, x, y }) => ({ y, left: x, right: x + widthOf(text) }));
    const overlaps = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) => Math.abs(one.y - other.y) < 15 && one.left < other.right && other.left < one.right,
        ),
    );
    expect(overlaps).toEqual([]);
    expect(paper.written.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['91,500', 'liq 91,480', 'stop 91,520']),
    );
  });

  test('a label for which there is no room is left out, and its line stays', () => {
    paper.paint({ own: [{ role: 'entry', price: 92_000, text: 'x'.repeat(100) }] });

    expect(paper.written).toEqual([]);
    expect(paper.ownRows()).toEqual([[199, 201]]);
  });

  test('a liquidation out of range is named in the corner, beside the bands there', () => {
    paper.paint({
      bands: [band('long', 80_000, 81_000, 82_000)],
      own: [{ role: 'liquidation', price: 84_000, text: 'liq 84,000' }],
    });

    const [bands, , own] = paper.written;
    expect([bands?.text, own?.text]).toEqual(['▼ 81,000', '▼ liq 84,000']);
    expect(own!.x + LETTER_PX * own!.text.length).toBeLessThan(bands!.x);
  });

  test('a bell is a small one at the axis with its price beside it, and no line across the candles', () => {
    paper.paint({ own: [{ role: 'bell', price: 92_000, text: 'bell 92,000' }] });

    const bell = paper.filled.filter(({ color }) => color === COLORS.own);
    const [left, right] = [
      Math.min(...bell.map((part) => part.left)),
      Math.max(...bell.map((part) => part.left + part.width)),
    ];
    const [top, bottom] = [
      Math.min(...bell.map((part) => part.top)),
      Math.max(...bell.map((part) => part.top + part.height)),
    ];
    expect([left, right]).toEqual([491, 500]);
    // 92,000 stands 200 px above the pane's lower edge.
    expect([top, bottom]).toEqual([196, 205]);
    const [label] = paper.written;
    expect(label?.text).toBe('bell 92,000');
    expect(label!.x + LETTER_PX * 'bell 92,000'.length).toBeLessThan(left);
  });
});
