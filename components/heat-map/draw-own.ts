import { strokeLine } from '../bands/chart-line.ts';
import { freeLabels } from '../ui/lay-out-labels.ts';
import { tag } from './draw-levels.ts';
import type { HeatFrame } from './heat-frame.ts';
import { type HeatPicture, LABEL_PX, type Surface } from './heat-picture.ts';

/** The user's own prices, each with its label at the right where there is room. */
export function drawOwnLines(
  surface: Surface,
  frame: HeatFrame,
  { ownLines, palette }: Pick<HeatPicture, 'ownLines' | 'palette'>,
): void {
  const { ratio, left, top, width, height } = frame;
  const placed = ownLines
    .map((line) => ({ line, y: Math.round(frame.yOf(line.price)) + 0.5 }))
    .filter(({ y }) => y > top && y < top + height);
  for (const { line, y } of placed) strokeLine(surface, line, { ratio, left, width, y }, palette);
  const isFree = freeLabels(
    placed.map(({ y }) => y),
    LABEL_PX * ratio,
  );
  surface.textAlign = 'left';
  surface.textBaseline = 'middle';
  placed.forEach(({ line: { label }, y }, index) => {
    if (isFree[index] !== true || label === '') return;
    const x = left + width - surface.measureText(label).width - 5 * ratio;
    tag(surface, label, { x, y, ratio, palette, colour: palette.own });
  });
}
