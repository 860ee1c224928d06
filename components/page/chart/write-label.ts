import { priceText } from '../../../core/i18n/amount-text.ts';
import { say } from '../../../core/i18n/say.ts';
import { formatUsd } from '../../ui/format.ts';
import type { ChartColors } from './chart-colors.ts';
import { LABEL_HEIGHT, type ChartLabel } from './chart-label.ts';

/** The browser's own fonts alone: one with a name could be the page's, which asks its server for each letter that is drawn. */
const FONT = '11px system-ui, sans-serif';
const HALO_ALPHA = 0.85;
/** Of the surface's colour around letters, on both sides of a stroke, CSS px. */
const HALO_PX = 3;
const PADDING = 4;

/** A label with its place, CSS px of the pane. */
export interface PlacedLabel {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly parts: readonly { readonly text: string; readonly color: string; readonly width: number }[];
}

/** Price and dollars of each side, right-aligned at `right`. */
export function placeLabel(
  context: CanvasRenderingContext2D,
  colors: ChartColors,
  { low, high, longUsd, shortUsd, state }: ChartLabel,
  { y, right, before = '' }: { readonly y: number; readonly right: number; readonly before?: string },
): PlacedLabel {
  const prices = low === high ? priceText(low) : `${priceText(low)}–${priceText(high)}`;
  const dollars = (side: 'short' | 'long', usd: number) =>
    colors.hatched ? say(`chart.dollars.${side}`, { usd }) : formatUsd(usd);
  const said: readonly ColoredText[] = [
    [before + prices, colors.text],
    [shortUsd > 0 ? dollars('short', shortUsd) : '', colors.shorts],
    [longUsd > 0 ? dollars('long', longUsd) : '', colors.longs],
    [state, colors.level],
  ];
  return placeTexts(context, said, { y, right });
}

type ColoredText = readonly [text: string, color: string];

/** Texts after one another, right-aligned at `right`; empty ones take no room. */
export function placeTexts(
  context: CanvasRenderingContext2D,
  texts: readonly ColoredText[],
  { y, right }: { readonly y: number; readonly right: number },
): PlacedLabel {
  context.font = FONT;
  const parts = texts
    .filter(([text]) => text !== '')
    .map(([text, color]) => ({ text, color, width: context.measureText(text).width }));
  const width = parts.reduce((sum, part) => sum + part.width + PADDING, PADDING);
  return { y, left: right - width, right, parts };
}

/** The rows that a label takes hold no line. */
export const crosses = (label: PlacedLabel, y: number): boolean => Math.abs(label.y - y) < LABEL_HEIGHT / 2;

/** Writes letters with a halo, between which candles stay to be seen; in the user's own colours, on a ground. */
export function writeLabel(
  context: CanvasRenderingContext2D,
  colors: ChartColors,
  ratio: number,
  { y, left, right, parts }: PlacedLabel,
): void {
  context.save();
  context.scale(ratio, ratio);
  context.font = FONT;
  context.textBaseline = 'middle';
  context.globalAlpha = colors.hatched ? 1 : HALO_ALPHA;
  context.fillStyle = context.strokeStyle = colors.surface;
  context.lineWidth = HALO_PX;
  context.lineJoin = 'round';
  if (colors.hatched) context.fillRect(left, y - LABEL_HEIGHT / 2, right - left, LABEL_HEIGHT);
  const each = (write: (part: (typeof parts)[number], x: number) => void) =>
    parts.reduce((x, part) => {
      write(part, x);
      return x + part.width + PADDING;
    }, left + PADDING);
  if (!colors.hatched) each(({ text }, x) => context.strokeText(text, x, y));
  context.globalAlpha = 1;
  each(({ text, color }, x) => {
    context.fillStyle = color;
    context.fillText(text, x, y);
  });
  context.restore();
}
