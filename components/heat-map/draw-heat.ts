import { hatch } from '../bands/hatch.ts';
import { dotRadius, drawDots, largestOf } from './draw-dots.ts';
import { drawAxes, drawBrackets, drawProfile } from './draw-edges.ts';
import { drawLevelLines, labelLevels, placeLevels } from './draw-levels.ts';
import { drawOwnLines } from './draw-own.ts';
import type { HeatFrame } from './heat-frame.ts';
import { FONT_PX, type HeatPicture, type Surface, within } from './heat-picture.ts';
import { columnAt, priceAt } from './heat-scene.ts';

/** Map, price, forced orders, levels, brackets of the clusters and profile, on an empty surface. */
export function drawHeat(surface: Surface, frame: HeatFrame, picture: HeatPicture): void {
  surface.save();
  surface.font = `${FONT_PX * frame.ratio}px system-ui, sans-serif`;
  drawBitmap(surface, frame, picture);
  within(surface, frame, () => {
    const levels = placeLevels(frame, picture);
    drawLevelLines(surface, frame, picture, levels);
    drawPath(surface, frame, picture);
    drawOrders(surface, frame, picture);
    labelLevels(surface, frame, picture, levels);
    drawOwnLines(surface, frame, picture);
  });
  drawProfile(surface, frame, picture);
  drawBrackets(surface, frame, picture);
  drawAxes(surface, frame, picture);
  surface.restore();
}

function drawBitmap(surface: Surface, frame: HeatFrame, picture: HeatPicture): void {
  const { left, top, width, height } = frame;
  const { bitmap, palette } = picture;
  surface.strokeStyle = palette.line;
  surface.lineWidth = 1;
  surface.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1);
  if (bitmap === null) return;
  within(surface, frame, () => {
    // Columns end where they end: nothing is known between two of them.
    surface.imageSmoothingEnabled = false;
    const [from, until] = [frame.xOf(bitmap.fromS), frame.xOf(bitmap.untilS)];
    const [upper, lower] = [Math.round(frame.yOf(bitmap.high)), Math.round(frame.yOf(bitmap.low))];
    surface.drawImage(bitmap.canvas, from, upper, until - from, lower - upper);
    if (palette.hatched) hatchSides(surface, frame, picture);
  });
}

/** Where both sides have one colour, strokes tell what lies below the price from what lies above it. */
function hatchSides(surface: Surface, frame: HeatFrame, picture: HeatPicture): void {
  const { left, top, width, height, ratio } = frame;
  for (const side of ['long', 'short'] as const) {
    surface.save();
    tracePath(surface, frame, picture);
    const edge = side === 'long' ? top + height : top;
    surface.lineTo(left + width, edge);
    surface.lineTo(left, edge);
    surface.clip();
    surface.fillStyle = picture.palette.surface;
    hatch(surface, side, { left, top, width, height }, { ratio, spacing: 4, outline: null });
    surface.restore();
  }
}

/** Steps of the columns' prices in view. */
function tracePath(surface: Surface, frame: HeatFrame, { scene, price }: HeatPicture): void {
  const { past, lastColumn } = scene;
  const first = Math.max(0, columnAt(scene, frame.atOf(frame.left)) - 1);
  surface.beginPath();
  let isBegun = false;
  for (let column = first; column <= lastColumn; column++) {
    const bin = past.priceBin[column] ?? NaN;
    if (Number.isNaN(bin)) continue;
    const x = frame.xOf(past.fromS + column * past.columnS);
    const y = frame.yOf(priceAt(scene, bin));
    if (isBegun) surface.lineTo(x, y);
    else surface.moveTo(x, y);
    isBegun = true;
  }
  if (isBegun) surface.lineTo(frame.xOf(past.fromS + (lastColumn + 1) * past.columnS), frame.yOf(price));
}

/** The price over time: a line with an edge of the surface's colour, to be seen on any shade. */
function drawPath(surface: Surface, frame: HeatFrame, picture: HeatPicture): void {
  const { palette } = picture;
  const { ratio, top, height } = frame;
  surface.lineJoin = 'round';
  for (const [colour, width] of [
    [palette.surface, 4],
    [palette.mark, 1.5],
  ] as const) {
    tracePath(surface, frame, picture);
    surface.strokeStyle = colour;
    surface.lineWidth = width * ratio;
    surface.stroke();
  }
  if (picture.momentS === null) return;
  const x = Math.round(frame.xOf(picture.momentS)) + 0.5;
  surface.strokeStyle = palette.text;
  surface.lineWidth = ratio;
  surface.setLineDash([2 * ratio, 2 * ratio]);
  surface.beginPath();
  surface.moveTo(x, top);
  surface.lineTo(x, top + height);
  surface.stroke();
  surface.setLineDash([]);
}

/** Where and when somebody was really force-closed, up to the moment that is shown. */
function drawOrders(
  surface: Surface,
  frame: HeatFrame,
  { orders, scene, momentS, palette }: HeatPicture,
): void {
  const most = largestOf(orders);
  const untilMs = (momentS ?? Infinity) * 1000;
  surface.save();
  surface.scale(frame.ratio, frame.ratio);
  const dots = orders
    .filter(({ atMs }) => atMs <= untilMs)
    .map(({ atMs, price, usd, side }) => ({
      x: frame.xOf(atMs / 1000) / frame.ratio,
      y: frame.yOf(price * scene.multiplier) / frame.ratio,
      side,
      radius: dotRadius(usd, most),
    }));
  drawDots(surface, dots, palette);
  surface.restore();
}
