import { formatPrice, formatUsd } from '../ui/format.ts';
import { freeLabels } from '../ui/lay-out-labels.ts';
import type { BandFrame } from './band-frame.ts';
import type { BandRow, BandRows } from './band-rows.ts';
import { type ChartLine, strokeLine } from './chart-line.ts';
import { hatch } from './hatch.ts';
import type { Palette } from '../ui/palette.ts';

/** Everything that one drawing of the chart needs. */
export interface BandPicture {
  readonly bands: BandRows;
  readonly lines: readonly ChartLine[];
  readonly decimals: number;
  readonly palette: Palette;
  /** Index of the row under the cursor; null = none. */
  readonly selected: number | null;
}

type Surface = CanvasRenderingContext2D;

const BAR_ALPHA = 0.88;
const INTERVAL_ALPHA = 0.35;
const NOTCH_ALPHA = 0.6;

/** Axes, bars, running dollars and lines, on an empty surface. */
export function drawBands(surface: Surface, frame: BandFrame, picture: BandPicture): void {
  surface.save();
  surface.font = `${11 * frame.ratio}px system-ui, sans-serif`;
  drawAxes(surface, frame, picture);
  drawBars(surface, frame, picture);
  drawTotals(surface, frame, picture);
  drawLines(surface, frame, picture);
  surface.restore();
}

function drawAxes(surface: Surface, frame: BandFrame, { palette, decimals }: BandPicture): void {
  const { ratio, left, top, width, height } = frame;
  surface.fillStyle = palette.muted;
  surface.textAlign = 'right';
  surface.textBaseline = 'middle';
  // A label at the upper edge would lose its upper half.
  for (const price of frame.priceTicks)
    surface.fillText(formatPrice(price, decimals), left - 6 * ratio, Math.max(6 * ratio, frame.yOf(price)));
  surface.textBaseline = 'bottom';
  for (const usd of frame.usdTicks) {
    const x = frame.xOf(usd);
    surface.fillStyle = palette.line;
    surface.fillRect(x, top, Math.max(1, Math.floor(ratio)), height);
    const text = formatUsd(usd).replace(/\.0+(?= )/, '');
    const half = surface.measureText(text).width / 2;
    surface.fillStyle = palette.muted;
    surface.fillText(text, Math.min(left + width, x + half), top + height + 15 * ratio);
  }
}

/** Bars: solid up to the middle, shaded up to the upper bound, with a notch at the lower. */
function drawBars(surface: Surface, frame: BandFrame, { bands, palette, selected }: BandPicture): void {
  const count = bands.rows.length;
  for (const [index, row] of bands.rows.entries()) {
    const [top, bottom] = [frame.edges[count - 1 - index] ?? 0, frame.edges[count - index] ?? 0];
    if (index === selected) {
      surface.fillStyle = palette.line;
      surface.fillRect(frame.left, top, frame.width, bottom - top);
    }
    const both = row.longUsd > 0 && row.shortUsd > 0;
    const split = both ? Math.round((top + bottom) / 2) : null;
    drawBar(surface, frame, palette, { row, side: 'short', top, bottom: split ?? bottom });
    drawBar(surface, frame, palette, { row, side: 'long', top: split ?? top, bottom });
  }
}

interface Bar {
  readonly row: BandRow;
  readonly side: 'long' | 'short';
  readonly top: number;
  readonly bottom: number;
}

function drawBar(surface: Surface, frame: BandFrame, palette: Palette, bar: Bar): void {
  const { row, side, top } = bar;
  const usd = side === 'long' ? row.longUsd : row.shortUsd;
  if (!(usd > 0)) return;
  const height = bar.bottom - top;
  const at = (share: number) => frame.xOf(usd * share);
  surface.fillStyle = side === 'long' ? palette.longs : palette.shorts;
  if (palette.hatched) {
    const box = { left: frame.left, top, width: at(1) - frame.left, height };
    hatch(surface, side, box, { ratio: frame.ratio, spacing: 4, outline: null });
    surface.strokeStyle = surface.fillStyle;
    surface.lineWidth = 1;
    surface.strokeRect(box.left + 0.5, top + 0.5, box.width - 1, height - 1);
    return;
  }
  const middle = Math.max(frame.left + 1, at(1));
  surface.globalAlpha = BAR_ALPHA;
  surface.fillRect(frame.left, top, middle - frame.left, height);
  if (row.interval !== null) {
    surface.globalAlpha = INTERVAL_ALPHA;
    surface.fillRect(middle, top, at(row.interval.p90) - middle, height);
    // The lower bound is a notch, so that the silhouette is that of the middle everywhere.
    surface.globalAlpha = NOTCH_ALPHA;
    surface.fillStyle = palette.surface;
    surface.fillRect(at(row.interval.p10), top, Math.max(1, Math.round(frame.ratio)), height);
  }
  surface.globalAlpha = 1;
}

/** The running dollars from the price outwards, as steps over the bars. */
function drawTotals(surface: Surface, frame: BandFrame, { bands, palette }: BandPicture): void {
  const { rows, price } = bands;
  const middle = rows.findIndex((row) => row.high > price);
  surface.strokeStyle = palette.muted;
  surface.lineWidth = frame.ratio;
  for (const side of ['long', 'short'] as const) {
    const outwards = side === 'long' ? rows.slice(0, middle + 1).toReversed() : rows.slice(middle);
    surface.beginPath();
    surface.moveTo(frame.left, frame.yOf(price));
    for (const row of outwards.slice(1)) {
      const x = frame.totalXOf(row.totalUsd);
      surface.lineTo(x, frame.yOf(side === 'long' ? row.high : row.low));
      surface.lineTo(x, frame.yOf(side === 'long' ? row.low : row.high));
    }
    surface.stroke();
  }
}

const ORDER = { mark: 0, own: 1, level: 2 } as const;

/** Mark price, levels and the user's own prices, with labels that do not lie on one another. */
function drawLines(surface: Surface, frame: BandFrame, { lines, palette }: BandPicture): void {
  const { ratio, left, top, width, height } = frame;
  const right = left + width;
  surface.textBaseline = 'middle';
  // A line of an odd width is sharp between two pixels.
  const half = (Math.round(ratio) % 2) / 2;
  const placed = lines
    .toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])
    .map((line) => ({ ...line, y: frame.yOf(line.price) + half }))
    .filter(({ y }) => y >= top && y <= top + height);
  const labelled = placed.filter(({ label }) => label !== '');
  const isFree = freeLabels(
    labelled.map(({ y }) => y),
    13 * ratio,
  );
  const written = labelled.filter((_, index) => isFree[index]);
  for (const line of placed) strokeLine(surface, line, { ratio, left, width, y: line.y }, palette);
  for (const { kind, label, y } of written) {
    const textWidth = surface.measureText(label).width + 8 * ratio;
    surface.fillStyle = palette.surface;
    surface.fillRect(right - textWidth, y - 7 * ratio, textWidth, 14 * ratio);
    surface.fillStyle = palette[kind];
    surface.fillText(label, right - 4 * ratio, y);
  }
}
