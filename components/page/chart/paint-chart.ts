import { priceText } from '../../../core/i18n/amount-text.ts';
import { say } from '../../../core/i18n/say.ts';
import { hatch } from '../../bands/hatch.ts';
import { formatUsd } from '../../ui/format.ts';
import type { ChartColors } from './chart-colors.ts';
import type { ChartPicture } from './lay-out-chart.ts';
import { LABEL_HEIGHT, type ChartLabel } from './chart-label.ts';

const LEAST_FILL = 0.1;
const MOST_FILL = 0.22;
const EDGE_ALPHA = 0.8;
const BRACKET_ALPHA = 0.9;
const BRACKET_PX = 6;
const HATCH_ALPHA = 0.45;
/** Wide enough for candles to be read between the strokes, CSS px. */
const HATCH_SPACING = 14;
const LABEL_ALPHA = 0.85;
const FONT = '11px system-ui, sans-serif';
const PADDING = 4;

/** A pane in device pixels of the canvas. */
export interface PaintedPane {
  readonly context: CanvasRenderingContext2D;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
}

/** Where the heat map shows how much stands where, a band is a bracket so far from the right edge, CSS px, and labels stand left of it; else it is filled. */
export type BandStyle = { readonly bracketAt: number } | 'filled';

/**
 * Draws a picture on a pane whose top left pixel is the origin. Lines stand on whole device pixels, as the chart's own
 * do.
 */
export function paintChart(
  pane: PaintedPane,
  picture: ChartPicture,
  colors: ChartColors,
  bands: BandStyle,
): void {
  const { context, ratio, width, height } = pane;
  const device = (y: number) => Math.round(y * ratio);
  const thickness = Math.max(1, Math.floor(ratio));
  const line = (y: number, left: number, length: number) =>
    context.fillRect(left, device(y) - Math.floor(thickness / 2), length, thickness);
  /** Under a line, where the chart may have the line's own colour. */
  const outline = (y: number) => {
    if (!colors.hatched) return;
    const { fillStyle } = context;
    context.fillStyle = colors.surface;
    context.fillRect(0, device(y) - Math.floor(thickness / 2) - thickness, width, 3 * thickness);
    context.fillStyle = fillStyle;
  };

  for (const { band, top, bottom, edge } of picture.bands) {
    context.fillStyle = colors[`${band.side}s`];
    const depth = Math.max(thickness, device(bottom) - device(top));
    if (bands !== 'filled') {
      context.globalAlpha = BRACKET_ALPHA;
      const left = width - device(bands.bracketAt);
      const arm = device(BRACKET_PX);
      const stroke = 2 * thickness;
      context.fillRect(left - stroke, device(top), stroke, depth);
      for (const y of [device(top), device(top) + depth - thickness])
        context.fillRect(left - arm, y, arm, thickness);
    } else if (colors.hatched) {
      context.globalAlpha = HATCH_ALPHA;
      const strokes = { ratio, spacing: HATCH_SPACING, outline: colors.surface };
      hatch(context, band.side, { left: 0, top: device(top), width, height: depth }, strokes);
    } else {
      context.globalAlpha = LEAST_FILL + (MOST_FILL - LEAST_FILL) * band.share;
      context.fillRect(0, device(top), width, depth);
    }
    context.globalAlpha = colors.hatched ? 1 : EDGE_ALPHA;
    if (edge === null) continue;
    outline(edge);
    line(edge, 0, width);
  }
  context.fillStyle = colors.level;
  const dash = 4 * thickness;
  for (const y of picture.levels) {
    outline(y);
    for (let x = 0; x < width; x += 2 * dash) line(y, x, dash);
  }

  context.font = FONT;
  context.textBaseline = 'middle';
  const right = width / ratio - (bands === 'filled' ? 0 : bands.bracketAt + BRACKET_PX);
  const written = picture.labels.map((label) => ({
    y: label.y,
    left: writeLabel(pane, colors, '', label, label.y, right),
  }));
  // Chips stand in the corners, left of the labels that are there.
  const chip = (arrow: string, label: ChartLabel | null, y: number) => {
    if (label === null) return;
    const beside = written.filter((other) => Math.abs(other.y - y) < LABEL_HEIGHT);
    const edge = Math.min(right, ...beside.map(({ left }) => left - PADDING));
    writeLabel(pane, colors, `${arrow} ${label.count}: `, label, y, edge);
  };
  chip('▲', picture.above, LABEL_HEIGHT / 2);
  chip('▼', picture.below, height / ratio - LABEL_HEIGHT / 2);
}

/** Price and dollars of each side, right-aligned at `right`, in CSS px; returns the left edge. */
function writeLabel(
  { context, ratio }: PaintedPane,
  colors: ChartColors,
  before: string,
  { low, high, longUsd, shortUsd, state }: ChartLabel,
  y: number,
  right: number,
): number {
  const prices = low === high ? priceText(low) : `${priceText(low)}–${priceText(high)}`;
  const parts: [text: string, color: string][] = [[before + prices, colors.text]];
  const dollars = (side: 'short' | 'long', usd: number) =>
    colors.hatched ? say(`chart.dollars.${side}`, { usd }) : formatUsd(usd);
  if (shortUsd > 0) parts.push([dollars('short', shortUsd), colors.shorts]);
  if (longUsd > 0) parts.push([dollars('long', longUsd), colors.longs]);
  if (state !== '') parts.push([state, colors.level]);
  const widths = parts.map(([text]) => context.measureText(text).width);
  const width = widths.reduce((sum, part) => sum + part + PADDING, PADDING);
  context.save();
  context.scale(ratio, ratio);
  context.globalAlpha = colors.hatched ? 1 : LABEL_ALPHA;
  context.fillStyle = colors.surface;
  context.fillRect(right - width, y - LABEL_HEIGHT / 2, width, LABEL_HEIGHT);
  context.globalAlpha = 1;
  let x = right - width + PADDING;
  parts.forEach(([text, color], index) => {
    context.fillStyle = color;
    context.fillText(text, x, y);
    x += (widths[index] ?? 0) + PADDING;
  });
  context.restore();
  return right - width;
}
