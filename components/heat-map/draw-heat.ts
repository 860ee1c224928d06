import type { ClusterReport, LevelReport } from '../../core/market/market-report.ts';
import { hatch } from '../bands/hatch.ts';
import { formatPrice } from '../ui/format.ts';
import { freeLabels } from '../ui/lay-out-labels.ts';
import type { Palette } from '../ui/palette.ts';
import type { HeatFrame } from './heat-frame.ts';
import { columnAt, type HeatScene, priceAt } from './heat-scene.ts';
import type { HeatBitmap } from './paint-bitmap.ts';
import type { ProfileRow } from './profile-rows.ts';

/** Everything that one drawing of a heat map needs; prices in the units of the page. */
export interface HeatPicture {
  readonly scene: HeatScene;
  readonly bitmap: HeatBitmap | null;
  readonly profile: readonly ProfileRow[];
  readonly levels: readonly LevelReport[];
  /** The levels are those of now, not of the moment that is shown. */
  readonly areLevelsOfNow: boolean;
  readonly clusters: readonly ClusterReport[];
  /** Of the moment that is shown. */
  readonly price: number;
  /** What is drawn ends here, where that is not now; epoch seconds. */
  readonly momentS: number | null;
  readonly decimals: number;
  readonly palette: Palette;
  readonly timeText: (atS: number) => string;
}

export type Surface = CanvasRenderingContext2D;

const FONT_PX = 11;
const LABEL_PX = 13;

/** Map, price, levels, brackets of the clusters and profile, on an empty surface. */
export function drawHeat(surface: Surface, frame: HeatFrame, picture: HeatPicture): void {
  surface.save();
  surface.font = `${FONT_PX * frame.ratio}px system-ui, sans-serif`;
  drawBitmap(surface, frame, picture);
  within(surface, frame, () => {
    const levels = placeLevels(frame, picture);
    drawLevelLines(surface, frame, picture, levels);
    drawPath(surface, frame, picture);
    labelLevels(surface, frame, picture, levels);
  });
  drawProfile(surface, frame, picture);
  drawBrackets(surface, frame, picture);
  drawAxes(surface, frame, picture);
  surface.restore();
}

function within(surface: Surface, { left, top, width, height }: HeatFrame, draw: () => void): void {
  surface.save();
  surface.beginPath();
  surface.rect(left, top, width, height);
  surface.clip();
  draw();
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
    surface.drawImage(bitmap.canvas, from, top, until - from, height);
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

const NOW_ALPHA = 0.45;
const LABEL_ALPHA = 0.85;

interface PlacedLevel {
  readonly level: LevelReport;
  readonly price: number;
  readonly y: number;
}

const placeLevels = ({ top, height, yOf }: HeatFrame, { levels }: HeatPicture): readonly PlacedLevel[] =>
  levels
    .map((level) => ({ level, price: level.side === 'resistance' ? level.high : level.low }))
    .map((one) => ({ ...one, y: Math.round(yOf(one.price)) + 0.5 }))
    .filter(({ y }) => y > top && y < top + height);

function drawLevelLines(
  surface: Surface,
  { ratio, left, width }: HeatFrame,
  { palette, areLevelsOfNow }: HeatPicture,
  placed: readonly PlacedLevel[],
): void {
  surface.globalAlpha = areLevelsOfNow ? NOW_ALPHA : 1;
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
  surface.globalAlpha = 1;
}

/** Above the price's own line, as far as there is room. */
function labelLevels(
  surface: Surface,
  { ratio, left }: HeatFrame,
  { palette, decimals }: HeatPicture,
  placed: readonly PlacedLevel[],
): void {
  const isFree = freeLabels(
    placed.map(({ y }) => y),
    LABEL_PX * ratio,
  );
  surface.textAlign = 'left';
  surface.textBaseline = 'middle';
  placed.forEach(({ level, price, y }, index) => {
    if (isFree[index] !== true) return;
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
function tag(surface: Surface, text: string, { x, y, ratio, palette, colour }: Tag): void {
  const width = surface.measureText(text).width + 4 * ratio;
  surface.globalAlpha = LABEL_ALPHA;
  surface.fillStyle = palette.surface;
  surface.fillRect(x, y - 6.5 * ratio, width, LABEL_PX * ratio);
  surface.globalAlpha = 1;
  surface.fillStyle = colour;
  surface.fillText(text, x + 2 * ratio, y + 0.5 * ratio);
}

const BAR_ALPHA = 0.85;
const INTERVAL_ALPHA = 0.35;

function drawProfile(surface: Surface, frame: HeatFrame, { profile, palette }: HeatPicture): void {
  const { left, width } = frame.profile;
  for (const { side, y, height, share, p90Share } of profile) {
    surface.fillStyle = side === 'long' ? palette.longs : palette.shorts;
    surface.globalAlpha = BAR_ALPHA;
    surface.fillRect(left, y, Math.max(1, Math.round(share * width)), height);
    if (p90Share === null) continue;
    surface.globalAlpha = INTERVAL_ALPHA;
    const from = left + Math.round(share * width);
    surface.fillRect(from, y, Math.round(p90Share * width) - Math.round(share * width), height);
  }
  surface.globalAlpha = 1;
}

/** Where today's clusters stand: a bracket at the map's right edge, with a tick at the peak. */
function drawBrackets(surface: Surface, frame: HeatFrame, { clusters, palette }: HeatPicture): void {
  const { ratio, top, height } = frame;
  const x = frame.left + frame.width + ratio;
  const inside = (y: number): number => Math.round(Math.min(top + height, Math.max(top, y)));
  for (const { side, low, peak, high } of clusters) {
    const [upper, lower] = [inside(frame.yOf(high)), inside(frame.yOf(low))];
    if (!(lower > upper)) continue;
    surface.fillStyle = side === 'long' ? palette.longs : palette.shorts;
    surface.fillRect(x, upper, Math.ceil(2 * ratio), lower - upper);
    const middle = frame.yOf(peak);
    if (middle > top && middle < top + height)
      surface.fillRect(x, Math.round(middle), Math.ceil(4 * ratio), Math.max(1, Math.round(ratio)));
  }
}

function drawAxes(surface: Surface, frame: HeatFrame, picture: HeatPicture): void {
  const { palette, decimals, price } = picture;
  const { ratio, left, top, width, height } = frame;
  const priceY = frame.yOf(price);
  surface.textBaseline = 'middle';
  surface.textAlign = 'right';
  surface.fillStyle = palette.muted;
  for (const tick of frame.priceTicks) {
    const y = frame.yOf(tick);
    if (Math.abs(y - priceY) > LABEL_PX * ratio)
      surface.fillText(formatPrice(tick, decimals), left - 5 * ratio, y);
  }
  if (priceY > top && priceY < top + height) {
    surface.fillStyle = palette.mark;
    surface.fillRect(0, Math.round(priceY - 7 * ratio), left - 2 * ratio, Math.round(14 * ratio));
    surface.fillStyle = palette.surface;
    surface.fillText(formatPrice(price, decimals), left - 5 * ratio, priceY + 0.5 * ratio);
  }
  surface.textAlign = 'center';
  surface.textBaseline = 'bottom';
  for (const tick of frame.timeTicks) {
    const x = Math.round(frame.xOf(tick));
    surface.fillStyle = palette.line;
    surface.fillRect(x, top + height, Math.max(1, Math.floor(ratio)), 3 * ratio);
    const text = picture.timeText(tick);
    const half = surface.measureText(text).width / 2;
    if (x - half < left - 10 * ratio || x + half > left + width + 10 * ratio) continue;
    surface.fillStyle = palette.muted;
    surface.fillText(text, x, top + height + 16 * ratio);
  }
}

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
