import type uPlot from 'uplot';

import { formatPrice, formatUsd } from '../ui/format.ts';
import type { BandRows } from './band-rows.ts';
import { drawBars, drawLines, drawTotals, type BandPicture } from './draw-bands.ts';

interface PlotInput {
  readonly width: number;
  readonly height: number;
  readonly decimals: number;
  /** What is to be drawn now. */
  readonly picture: () => BandPicture;
  /** The row under the cursor; null = none. */
  readonly onRow: (row: number | null) => void;
}

const FONT = '11px system-ui, sans-serif';
const DIGIT_PX = 6.4;

/** Price upright on the `x` scale, dollars across on `usd` (a band) and `total` (from the price to there). */
export function plotOptions({ width, height, decimals, picture, onRow }: PlotInput): uPlot.Options {
  return {
    width,
    height,
    padding: [4, 0, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
    scales: scales(picture),
    axes: axes(picture, decimals),
    series: [{}, drawnByHand('usd'), drawnByHand('total')],
    hooks: {
      draw: [
        (plot) => {
          drawBars(plot, picture());
          drawTotals(plot, picture());
          drawLines(plot, picture());
        },
      ],
      setCursor: [
        ({ cursor }) => {
          const isOutside = (cursor.top ?? -1) < 0;
          onRow(isOutside ? null : (cursor.idx ?? null));
        },
      ],
    },
  };
}

/** The rows in uPlot's columns. */
export const plotColumns = ({ rows }: BandRows): uPlot.AlignedData => [
  rows.map((row) => (row.low + row.high) / 2),
  rows.map((row) => row.longUsd + row.shortUsd),
  rows.map((row) => row.totalUsd),
];

/** uPlot keeps scale and cursor, the bars have two sides and intervals that its own paths do not know. */
const drawnByHand = (scale: string): uPlot.Series => ({ scale, paths: () => null, points: { show: false } });

function scales(picture: () => BandPicture): uPlot.Scales {
  const upTo = (most: number): uPlot.Range.MinMax => [0, (most || 1) * 1.04];
  return {
    x: {
      time: false,
      ori: 1,
      dir: 1,
      range: () => {
        const { rows } = picture().bands;
        return [rows[0]?.low ?? 0, rows.at(-1)?.high ?? 1];
      },
    },
    usd: { ori: 0, dir: 1, range: () => upTo(picture().bands.largestUsd) },
    total: { ori: 0, dir: 1, range: () => upTo(picture().bands.largestTotalUsd) },
  };
}

function axes(picture: () => BandPicture, decimals: number): uPlot.Axis[] {
  const common = {
    font: FONT,
    stroke: () => picture().palette.muted,
    ticks: { show: false },
  } as const;
  const upright: uPlot.Axis = {
    ...common,
    scale: 'x',
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- left; the enum has no value at run time
    side: 3,
    size: 12 + DIGIT_PX * formatPrice(picture().bands.price, decimals).length,
    gap: 4,
    space: 28,
    grid: { show: false },
    values: (_, prices) => prices.map((price) => formatPrice(price, decimals)),
  };
  const across: uPlot.Axis = {
    ...common,
    scale: 'usd',
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- bottom; the enum has no value at run time
    side: 2,
    size: 18,
    gap: 2,
    space: 56,
    grid: { stroke: () => picture().palette.line, width: 1 },
    values: (_, amounts) => amounts.map((usd) => (usd === 0 ? '' : formatUsd(usd))),
  };
  return [upright, across];
}
