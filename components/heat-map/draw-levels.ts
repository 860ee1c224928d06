import type { LevelReport } from '../../core/market/market-report.ts';
import { formatPrice } from '../ui/format.ts';
import { freeLabels } from '../ui/lay-out-labels.ts';
import type { Palette } from '../ui/palette.ts';
import type { HeatFrame } from './heat-frame.ts';
import { type HeatPicture, LABEL_PX, type Surface } from './heat-picture.ts';

const LABEL_ALPHA = 0.85;

export interface PlacedLevel {
  readonly level: LevelReport;
  readonly price: number;
  readonly y: number;
}

export const placeLevels = (
  { top, height, yOf }: HeatFrame,
  { levels }: HeatPicture,
): readonly PlacedLevel[] =>
  levels
    .map((level) => ({ level, price: level.side === 'resistance' ? level.high : level.low }))
    .map((one) => ({ ...one, y: Math.round(yOf(one.price)) + 0.5 }))
    .filter(({ y }) => y > top && y < top + height);

export function drawLevelLines(
  surface: Surface,
  { ratio, left, width }: HeatFrame,
  { palette }: HeatPicture,
  placed: readonly PlacedLevel[],
): void {
  surface.strokeStyle = palette.level;
  surface.lineWidth = ratio;
  surface.setLineDash([4 * ratio, 3 * ratio]);
  for (const { y } of placed) {
    surface.beginPath();
    surface.moveTo(left, y);
    surface.lineTo(left + width, y);
    surface.stroke();
  }
  surface.setLineDash([]);
}

/** Above the price's own line, as far as there is room. */
export function labelLevels(
  surface: Surface,
  { ratio, left, top, height }: HeatFrame,
  { palette, decimals }: HeatPicture,
  placed: readonly PlacedLevel[],
): void {
  const half = (LABEL_PX / 2) * ratio;
  const isFree = freeLabels(
    placed.map(({ y }) => y),
    LABEL_PX * ratio,
  );
  surface.textAlign = 'left';
  surface.textBaseline = 'middle';
  placed.forEach(({ level, price, y }, index) => {
    if (isFree[index] !== true || y < top + half || y > top + height - half) return;
    const touched = level.touches === 0 ? '' : ` ${level.touches}×`;
    const text = `${formatPrice(price, decimals)}${touched}`;
    tag(surface, text, { x: left + 2 * ratio, y, ratio, palette, colour: palette.level });
  });
}

interface Tag {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
  readonly palette: Palette;
  readonly colour: string;
}

/** A text on the surface's colour, from `x` to the right. */
export function tag(surface: Surface, text: string, { x, y, ratio, palette, colour }: Tag): void {
  const width = surface.measureText(text).width + 4 * ratio;
  surface.globalAlpha = LABEL_ALPHA;
  surface.fillStyle = palette.surface;
  surface.fillRect(x, y - 6.5 * ratio, width, LABEL_PX * ratio);
  surface.globalAlpha = 1;
  surface.fillStyle = colour;
  surface.fillText(text, x + 2 * ratio, y + 0.5 * ratio);
}
