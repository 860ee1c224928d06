import type { Palette } from '../ui/palette.ts';
import type { HeatFrame } from './heat-frame.ts';
import { type Surface, within } from './heat-picture.ts';

/** Two hairs through a place of the map. */
export function drawCross(
  surface: Surface,
  frame: HeatFrame,
  { x, y }: { readonly x: number; readonly y: number },
  palette: Palette,
): void {
  within(surface, frame, () => {
    surface.strokeStyle = palette.text;
    surface.lineWidth = Math.max(1, Math.floor(frame.ratio));
    surface.setLineDash([2 * frame.ratio, 2 * frame.ratio]);
    surface.beginPath();
    surface.moveTo(Math.round(x) + 0.5, frame.top);
    surface.lineTo(Math.round(x) + 0.5, frame.top + frame.height);
    surface.moveTo(frame.left, Math.round(y) + 0.5);
    surface.lineTo(frame.left + frame.width, Math.round(y) + 0.5);
    surface.stroke();
    surface.setLineDash([]);
  });
}
