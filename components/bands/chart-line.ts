import type { Palette } from '../ui/palette.ts';

/** A horizontal line at a price. */
export interface ChartLine {
  readonly kind: 'mark' | 'own' | 'level';
  readonly price: number;
  readonly label: string;
  /** Of the user's own: a stop is dashed, a liquidation double. */
  readonly stroke?: 'dashed' | 'double';
}

/** Where a line stands, device pixels. */
interface LinePlace {
  readonly ratio: number;
  readonly left: number;
  readonly width: number;
  readonly y: number;
}

/** Of the user's own lines; the others are a pixel. */
const OWN_PX = 1.5;

export function strokeLine(
  surface: CanvasRenderingContext2D,
  { kind, stroke }: Pick<ChartLine, 'kind' | 'stroke'>,
  { ratio, left, width, y }: LinePlace,
  palette: Palette,
): void {
  const isDashed = kind === 'level' || stroke === 'dashed';
  surface.strokeStyle = palette[kind];
  surface.lineWidth = kind === 'own' && stroke !== 'double' ? OWN_PX * ratio : ratio;
  surface.setLineDash(isDashed ? [4 * ratio, 3 * ratio] : []);
  for (const offset of stroke === 'double' ? [-OWN_PX * ratio, OWN_PX * ratio] : [0]) {
    surface.beginPath();
    surface.moveTo(left, y + offset);
    surface.lineTo(left + width, y + offset);
    surface.stroke();
  }
  surface.setLineDash([]);
}
