import { say } from '../../../core/i18n/say.ts';
import { hatch } from '../../bands/hatch.ts';
import type { ChartColors } from './chart-colors.ts';
import type { ChartPicture } from './lay-out-chart.ts';
import { LABEL_HEIGHT, type ChartLabel } from './chart-label.ts';
import { crosses, placeLabel, type PlacedLabel, writeLabel } from './write-label.ts';

const LEAST_FILL = 0.1;
const MOST_FILL = 0.22;
const EDGE_ALPHA = 0.8;
const BRACKET_ALPHA = 0.9;
const BRACKET_PX = 6;
const HATCH_ALPHA = 0.45;
/** Wide enough for candles to be read between the strokes, CSS px. */
const HATCH_SPACING = 14;
/** Between a chip and the label beside it, CSS px. */
const GAP_PX = 4;

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
  const { context, ratio, width } = pane;
  const device = (y: number) => Math.round(y * ratio);
  const thickness = Math.max(1, Math.floor(ratio));
  const right = width / ratio - (bands === 'filled' ? 0 : bands.bracketAt + BRACKET_PX);
  const labels = picture.labels.map((label) => placeLabel(context, colors, label, { y: label.y, right }));
  const chips = placeChips(pane, picture, colors, labels, right);
  /** Whole, or in dashes; not where something is written. */
  const line = (y: number, dash = width) => {
    const top = device(y) - Math.floor(thickness / 2);
    const gap = labels.find((label) => crosses(label, y));
    const [until, from] = gap === undefined ? [width, width] : [device(gap.left), device(gap.right)];
    for (let x = 0; x < width; x += 2 * dash) {
      const end = Math.min(width, x + dash);
      context.fillRect(x, top, Math.max(0, Math.min(end, until) - x), thickness);
      context.fillRect(Math.max(x, from), top, Math.max(0, end - Math.max(x, from)), thickness);
    }
  };
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
    line(edge);
  }
  context.fillStyle = colors.level;
  const dash = 4 * thickness;
  for (const y of picture.levels) {
    outline(y);
    line(y, dash);
  }

  for (const label of [...labels, ...chips]) writeLabel(context, colors, ratio, label);
}

/** What lies out of range, in the corners and left of the labels that are there. */
function placeChips(
  { context, ratio, height }: PaintedPane,
  { above, below }: ChartPicture,
  colors: ChartColors,
  labels: readonly PlacedLabel[],
  right: number,
): readonly PlacedLabel[] {
  const chip = (where: 'above' | 'below', label: ChartLabel | null, y: number) => {
    if (label === null) return [];
    const beside = labels.filter((other) => Math.abs(other.y - y) < LABEL_HEIGHT);
    const edge = Math.min(right, ...beside.map(({ left }) => left - GAP_PX));
    const before = `${say(`chart.${where}`, { bands: label.count })} `;
    return [placeLabel(context, colors, label, { y, right: edge, before })];
  };
  const half = LABEL_HEIGHT / 2;
  return [...chip('above', above, half), ...chip('below', below, height / ratio - half)];
}
