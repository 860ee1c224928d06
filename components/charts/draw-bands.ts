import type uPlot from 'uplot';

import type { BandRow, BandRows } from './band-rows.ts';
import type { ChartPalette } from './palette.ts';

/** A horizontal line at a price. */
export interface ChartLine {
  readonly kind: 'mark' | 'own' | 'level';
  readonly price: number;
  readonly label: string;
}

/** Everything that one drawing of the chart needs. */
export interface BandPicture {
  readonly bands: BandRows;
  readonly lines: readonly ChartLine[];
  readonly palette: ChartPalette;
}

const INTERVAL_ALPHA = 0.35;

/** Bars: solid up to the lower bound, shaded up to the upper, an edge at the middle. */
export function drawBars(plot: uPlot, { bands, palette }: BandPicture): void {
  const { ctx, bbox } = plot;
  const zero = plot.valToPos(0, 'usd', true);
  clipped(ctx, bbox, () => {
    for (const row of bands.rows) {
      const top = Math.round(plot.valToPos(row.high, 'x', true));
      const bottom = Math.round(plot.valToPos(row.low, 'x', true));
      const gap = bottom - top > 3 ? 1 : 0;
      const both = row.longUsd > 0 && row.shortUsd > 0;
      const split = both ? Math.round((top + bottom) / 2) : null;
      drawBar(plot, row, palette, {
        usd: row.shortUsd,
        side: 'short',
        zero,
        top: top + gap,
        bottom: split ?? bottom,
      });
      drawBar(plot, row, palette, { usd: row.longUsd, side: 'long', zero, top: split ?? top + gap, bottom });
    }
  });
}

interface Bar {
  readonly usd: number;
  readonly side: 'long' | 'short';
  readonly zero: number;
  readonly top: number;
  readonly bottom: number;
}

function drawBar(plot: uPlot, row: BandRow, palette: ChartPalette, bar: Bar): void {
  const { usd, side, zero, top, bottom } = bar;
  if (!(usd > 0)) return;
  const { ctx } = plot;
  const at = (share: number) => Math.round(plot.valToPos(usd * share, 'usd', true));
  const solid = at(row.interval?.p10 ?? 1);
  ctx.fillStyle = side === 'long' ? palette.longs : palette.shorts;
  if (palette.hatched) {
    hatch(ctx, side, { left: zero, top, width: at(1) - zero, height: bottom - top });
    return;
  }
  ctx.globalAlpha = 0.88;
  ctx.fillRect(zero, top, Math.max(1, solid - zero), bottom - top);
  if (row.interval !== null) {
    ctx.globalAlpha = INTERVAL_ALPHA;
    ctx.fillRect(solid, top, at(row.interval.p90) - solid, bottom - top);
    ctx.globalAlpha = 0.88;
    ctx.fillRect(at(1) - 1, top, Math.max(1, Math.round(devicePixelRatio)), bottom - top);
  }
  ctx.globalAlpha = 1;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function hatch(ctx: CanvasRenderingContext2D, side: 'long' | 'short', box: Box): void {
  const { left, top, width, height } = box;
  ctx.strokeStyle = ctx.fillStyle;
  ctx.lineWidth = 1;
  clipped(ctx, box, () => {
    ctx.beginPath();
    for (let x = left - height; x < left + width + height; x += 4) {
      ctx.moveTo(x, side === 'long' ? top : top + height);
      ctx.lineTo(x + height, side === 'long' ? top + height : top);
    }
    ctx.stroke();
  });
  ctx.strokeRect(left + 0.5, top + 0.5, width, height);
}

/** The running dollars from the price outwards, as steps over the bars. */
export function drawTotals(plot: uPlot, { bands, palette }: BandPicture): void {
  const { ctx, bbox } = plot;
  const middle = bands.rows.findIndex((row) => row.high > bands.price);
  clipped(ctx, bbox, () => {
    for (const side of ['long', 'short'] as const) {
      const rows = side === 'long' ? bands.rows.slice(0, middle + 1).toReversed() : bands.rows.slice(middle);
      ctx.beginPath();
      ctx.moveTo(plot.valToPos(0, 'total', true), plot.valToPos(bands.price, 'x', true));
      for (const row of rows.slice(1)) {
        const near = plot.valToPos(side === 'long' ? row.high : row.low, 'x', true);
        const far = plot.valToPos(side === 'long' ? row.low : row.high, 'x', true);
        const x = plot.valToPos(row.totalUsd, 'total', true);
        ctx.lineTo(x, near);
        ctx.lineTo(x, far);
      }
      ctx.strokeStyle = palette.muted;
      ctx.lineWidth = devicePixelRatio;
      ctx.stroke();
    }
  });
}

/** Mark price, levels and the user's own prices, with labels that do not lie on one another. */
export function drawLines(plot: uPlot, { lines, palette }: BandPicture): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const taken: number[] = [];
  ctx.save();
  ctx.font = `${11 * ratio}px system-ui, sans-serif`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (const line of [...lines].sort((a, b) => ORDER[a.kind] - ORDER[b.kind])) {
    const y = Math.round(plot.valToPos(line.price, 'x', true)) + 0.5;
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    ctx.strokeStyle = palette[line.kind];
    ctx.lineWidth = ratio;
    ctx.setLineDash(line.kind === 'level' ? [4 * ratio, 3 * ratio] : []);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    if (line.label === '' || taken.some((other) => Math.abs(other - y) < 13 * ratio)) continue;
    taken.push(y);
    drawLabel(
      ctx,
      { text: line.label, right: bbox.left + bbox.width, y, colour: palette[line.kind] },
      palette,
    );
  }
  ctx.restore();
}

const ORDER = { mark: 0, own: 1, level: 2 } as const;

interface Label {
  readonly text: string;
  readonly right: number;
  readonly y: number;
  readonly colour: string;
}

function drawLabel(ctx: CanvasRenderingContext2D, label: Label, { surface }: ChartPalette): void {
  const ratio = devicePixelRatio;
  const width = ctx.measureText(label.text).width + 8 * ratio;
  ctx.fillStyle = surface;
  ctx.fillRect(label.right - width, label.y - 7 * ratio, width, 14 * ratio);
  ctx.fillStyle = label.colour;
  ctx.fillText(label.text, label.right - 4 * ratio, label.y);
}

function clipped(ctx: CanvasRenderingContext2D, { left, top, width, height }: Box, draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  draw();
  ctx.restore();
}
