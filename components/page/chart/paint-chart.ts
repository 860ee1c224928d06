import { hatch } from '../../bands/hatch.ts';
import type { ChartColors } from './chart-colors.ts';
import type { ChartPicture } from './lay-out-chart.ts';
import { paintBell } from './paint-bell.ts';
import { placeLabels } from './place-labels.ts';
import { crosses, writeLabel } from './write-label.ts';

const LEAST_FILL = 0.1;
const MOST_FILL = 0.22;
const EDGE_ALPHA = 0.8;
const BRACKET_ALPHA = 0.9;
const BRACKET_PX = 6;
const HATCH_ALPHA = 0.45;
/** Wide enough for candles to be read between the strokes, CSS px. */
const HATCH_SPACING = 14;
/** Of the user's own lines, CSS px; a double one is two of a pixel with one between them. */
const OWN_PX = 1.5;

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
  const right = width / ratio - (bands === 'filled' ? 0 : bands.bracketAt + BRACKET_PX);
  const labels = placeLabels(context, picture, colors, { height: height / ratio, right });
  /** Whole, or in dashes; not where something is written. `offset`: device pixels below where it would stand. */
  const line = (y: number, { dash = width, depth = thickness, offset = 0 } = {}) => {
    const top = device(y) - Math.floor(depth / 2) + offset;
    // Labels in one row stand side by side.
    const gaps = labels.filter((label) => crosses(label, y));
    const until = Math.min(width, ...gaps.map(({ left }) => device(left)));
    const from = gaps.length === 0 ? width : Math.max(...gaps.map(({ right: end }) => device(end)));
    for (let x = 0; x < width; x += 2 * dash) {
      const end = Math.min(width, x + dash);
      context.fillRect(x, top, Math.max(0, Math.min(end, until) - x), depth);
      context.fillRect(Math.max(x, from), top, Math.max(0, end - Math.max(x, from)), depth);
    }
  };
  /** Under a line, where the chart may have the line's own colour. */
  const outline = (y: number, depth = thickness) => {
    if (!colors.hatched) return;
    const { fillStyle } = context;
    context.fillStyle = colors.surface;
    context.fillRect(0, device(y) - Math.floor(depth / 2) - thickness, width, depth + 2 * thickness);
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
    line(edge);
  }
  context.fillStyle = colors.level;
  const dash = 4 * thickness;
  for (const y of picture.levels) {
    outline(y);
    line(y, { dash });
  }
  context.fillStyle = colors.own;
  const ownDepth = Math.max(1, Math.round(OWN_PX * ratio));
  for (const { mark, y } of picture.own) {
    // A line of whole pixels that is too thick is fainter, as a smoothed one would be.
    const isThick = mark.role !== 'liquidation' && mark.role !== 'bell' && !colors.hatched;
    context.globalAlpha = isThick ? Math.min(1, (OWN_PX * ratio) / ownDepth) : 1;
    if (mark.role === 'bell') paintBell(context, ratio, { y, right: width / ratio });
    else if (mark.role === 'liquidation') {
      outline(y, 3 * thickness);
      for (const offset of [-thickness, thickness]) line(y, { offset });
    } else {
      outline(y, ownDepth);
      line(y, { depth: ownDepth, ...(mark.role === 'entry' ? {} : { dash }) });
    }
  }

  for (const label of labels) writeLabel(context, colors, ratio, label);
}
