import { say } from '../../../core/i18n/say.ts';
import type { ChartColors } from './chart-colors.ts';
import { LABEL_HEIGHT, type ChartLabel } from './chart-label.ts';
import type { ChartPicture } from './lay-out-chart.ts';
import type { OwnMark } from './own-marks.ts';
import { BELL_PX } from './paint-bell.ts';
import { placeLabel, placeTexts, type PlacedLabel } from './write-label.ts';

/** Between two labels side by side, CSS px. */
const GAP_PX = 4;

/** Where labels may stand, CSS px of the pane. */
interface LabelRoom {
  /** Of the pane. */
  readonly height: number;
  /** Where they end. */
  readonly right: number;
}

/**
 * Places every label of a picture so that none lies on another: those of bands and levels, which are joined already, at the
 * right, the user's own and what is out of range left of those that are there. One for which the pane has no room is left out.
 */
export function placeLabels(
  context: CanvasRenderingContext2D,
  picture: ChartPicture,
  colors: ChartColors,
  { height, right }: LabelRoom,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = picture.labels.map((label) =>
    placeLabel(context, colors, label, { y: label.y, right }),
  );
  const rightAt = (y: number): number => {
    const beside = placed.filter((other) => Math.abs(other.y - y) < LABEL_HEIGHT);
    return Math.min(right, ...beside.map(({ left }) => left - GAP_PX));
  };
  const put = (label: PlacedLabel): void => {
    if (label.left >= 0) placed.push(label);
  };
  const putOwn = (text: string, y: number, mostRight = right): void =>
    put(placeTexts(context, [[text, colors.own]], { y, right: Math.min(mostRight, rightAt(y)) }));

  for (const { mark, labelY } of picture.own)
    putOwn(mark.text, labelY, mark.role === 'bell' ? right - BELL_PX : right);
  const half = LABEL_HEIGHT / 2;
  const chips = (where: 'above' | 'below', bands: ChartLabel | null, own: OwnMark | null, y: number) => {
    if (bands !== null) {
      const before = `${say(`chart.${where}`, { bands: bands.count })} `;
      put(placeLabel(context, colors, bands, { y, right: rightAt(y), before }));
    }
    if (own !== null) putOwn(`${say(`chart.${where}`, { bands: 1 })} ${own.text}`, y);
  };
  chips('above', picture.above, picture.ownAbove, half);
  chips('below', picture.below, picture.ownBelow, height - half);
  return placed;
}
