interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Strokes {
  /** Device pixels per CSS pixel; boxes are in device pixels. */
  readonly ratio: number;
  /** Between two strokes, CSS px. */
  readonly spacing: number;
  /** Around each stroke, where what lies below may have the strokes' own colour; null for none. */
  readonly outline: string | null;
}

/**
 * Fills a box with slanted strokes in the surface's fill colour: longs fall to the right, shorts rise. Tells the sides
 * apart where the user's colours have replaced ours.
 */
export function hatch(
  surface: CanvasRenderingContext2D,
  side: 'long' | 'short',
  { left, top, width, height }: Box,
  { ratio, spacing, outline }: Strokes,
): void {
  const step = spacing * ratio;
  const thickness = Math.max(1, Math.floor(ratio));
  surface.save();
  surface.beginPath();
  surface.rect(left, top, width, height);
  surface.clip();
  surface.beginPath();
  for (let x = left - height; x < left + width; x += step) {
    surface.moveTo(x, side === 'long' ? top : top + height);
    surface.lineTo(x + height, side === 'long' ? top + height : top);
  }
  if (outline !== null) {
    surface.strokeStyle = outline;
    surface.lineWidth = 3 * thickness;
    surface.stroke();
  }
  surface.strokeStyle = surface.fillStyle;
  surface.lineWidth = thickness;
  surface.stroke();
  surface.restore();
}
