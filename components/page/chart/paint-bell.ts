/** Left, top, width and height of the parts of a bell, in a square of {@link BELL_PX}. */
const PARTS = [
  [4, 0, 1, 1],
  [3, 1, 3, 1],
  [2, 2, 5, 3],
  [1, 5, 7, 1],
  [0, 6, 9, 1],
  [3, 8, 3, 1],
] as const;

/** CSS px. */
export const BELL_PX = 9;

/** Fills a small bell whose middle is at `y`, CSS px of the pane, and whose right edge at `right`. */
export function paintBell(
  context: CanvasRenderingContext2D,
  ratio: number,
  { y, right }: { readonly y: number; readonly right: number },
): void {
  const [fromX, fromY] = [Math.round((right - BELL_PX) * ratio), Math.round((y - BELL_PX / 2) * ratio)];
  const device = (length: number): number => Math.round(length * ratio);
  for (const [left, top, width, height] of PARTS)
    context.fillRect(
      fromX + device(left),
      fromY + device(top),
      device(left + width) - device(left),
      device(top + height) - device(top),
    );
}
