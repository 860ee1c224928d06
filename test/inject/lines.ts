import type { Picture } from '../support/png.ts';
import { frames, type Pane, seePane } from './chart.ts';
import type { DrivenPage } from './driven-page.ts';

/** Device rows of the window at which stand our line and the chart's own line of magenta; null where one is not to be seen. */
interface Lines {
  readonly ours: number | null;
  readonly magenta: number | null;
}

/** Whose line is ours: a side's, or the user's own. */
export type LineKind = 'long' | 'short' | 'own';

/** Reads the two lines of a picture that shows a pane, ours of one side; rows count from the picture's top edge. */
export function linesIn(picture: Picture, pane: Pane, ratio: number, side: LineKind): Lines {
  const first = Math.round(pane.y * ratio);
  const last = Math.min(picture.height, Math.round((pane.y + pane.height) * ratio));
  const ours: number[] = [];
  const magenta: number[] = [];
  for (let row = first; row < last; row += 1) {
    const counts = countColors(picture, row, pane, ratio);
    if (counts[side] > 0.6) ours.push(row);
    if (counts.magenta > 0.6) magenta.push(row);
  }
  return { ours: middle(ours), magenta: middle(magenta) };
}

const middle = (rows: readonly number[]): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum + row, 0) / rows.length;

const isLong = (red: number, green: number, blue: number): boolean =>
  red > 180 && green > 110 && green < 170 && blue < 130;

const isShort = (red: number, green: number, blue: number): boolean =>
  blue > 190 && green > 110 && green < 185 && red < 135;

/** Of the dark theme, on whole device pixels and fainter where they are more than the line is thick. */
const isOwn = (red: number, green: number, blue: number): boolean =>
  red > 120 && red < 200 && green > 90 && green < 165 && blue > red + 35 && red > green + 15;

/** Magenta under one of our lines, which are not quite opaque. */
export const isMagentaUnder = (red: number, green: number, blue: number): boolean =>
  (isLong(red, green, blue) && blue > 85 && red > 225) ||
  (isShort(red, green, blue) && blue > 230 && red > 95);

/** Shares of a row's pixels that are of our lines' colours, over the chart or over magenta, and of magenta, bare or under ours. */
function countColors({ width, pixels }: Picture, row: number, pane: Pane, ratio: number) {
  let long = 0;
  let short = 0;
  let own = 0;
  let magenta = 0;
  let count = 0;
  for (let part = 0.05; part < 0.6; part += 0.005) {
    const at = 4 * (row * width + Math.round((pane.x + part * pane.width) * ratio));
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    const [isOrange, isBlue] = [isLong(red, green, blue), isShort(red, green, blue)];
    const isBare = red > 215 && green < 80 && blue > 180;
    const isUnder = isMagentaUnder(red, green, blue);
    count += 1;
    if (isOrange) long += 1;
    if (isBlue) short += 1;
    if (isOwn(red, green, blue)) own += 1;
    if (isBare || isUnder) magenta += 1;
  }
  return { long: long / count, short: short / count, own: own / count, magenta: magenta / count };
}

/** Longer than a chart at rest may move unseen after a press. */
const SETTLED_FRAMES = 20;

/** The two lines once both are painted and stand still. */
export async function paintedLines(page: DrivenPage, ratio: number, side: LineKind): Promise<Lines> {
  let lines: Lines = { ours: null, magenta: null };
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const before = lines;
    await frames(page, SETTLED_FRAMES);
    lines = await linesNow(page, ratio, side);
    const isStill = lines.ours === before.ours && lines.magenta === before.magenta;
    if (isStill && lines.ours !== null && lines.magenta !== null) break;
  }
  return lines;
}

/** Device px from the chart's line down to ours; infinite where one of them is not to be seen. */
export const apart = ({ ours, magenta }: Lines): number =>
  ours === null || magenta === null ? Infinity : ours - magenta;

/** Whether ours is as near as it can be: the chart puts its line on a whole CSS pixel, ours stands on a device pixel. */
export const isOnLine = (px: number, ratio: number): boolean => Math.abs(px) <= (ratio === 1 ? 0 : ratio);

/**
 * The two lines once ours has had time to follow; where it is elsewhere then, once it has had more.
 * @param hidden row of the chart's own line, where ours hides it
 */
export async function followedLines(
  page: DrivenPage,
  ratio: number,
  side: LineKind,
  followedFrames: number,
  hidden: number | null = null,
): Promise<Lines> {
  let lines: Lines = { ours: null, magenta: null };
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await frames(page, followedFrames);
    const { ours, magenta } = await linesNow(page, ratio, side);
    lines = { ours, magenta: hidden ?? magenta };
    if (isOnLine(apart(lines), ratio)) break;
  }
  return lines;
}

/** The row of the user's own line, or of the chart's line, once it is painted and stands still. */
export async function settledRow(page: DrivenPage, ratio: number, line: 'own' | 'magenta'): Promise<number> {
  let row: number | null = null;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await frames(page, SETTLED_FRAMES);
    const { ours, magenta } = await linesNow(page, ratio, 'own');
    const now = line === 'own' ? ours : magenta;
    if (now !== null && now === row) return now;
    row = now;
  }
  throw new Error(`no ${line} line stands still on the chart`);
}

/** The two lines as they are painted at this moment. */
export async function linesNow(page: DrivenPage, ratio: number, side: LineKind): Promise<Lines> {
  const { picture, pane, top } = await seePane(page, ratio);
  const { ours, magenta } = linesIn(picture, pane, ratio, side);
  const inWindow = (row: number | null) => (row === null ? null : row + top);
  return { ours: inWindow(ours), magenta: inWindow(magenta) };
}
