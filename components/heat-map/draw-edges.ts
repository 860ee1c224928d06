import { formatPrice } from '../ui/format.ts';
import type { HeatFrame } from './heat-frame.ts';
import { type HeatPicture, LABEL_PX, type Surface } from './heat-picture.ts';

const BAR_ALPHA = 0.85;
const INTERVAL_ALPHA = 0.35;

/** The last column's dollars, as bars with their intervals. */
export function drawProfile(surface: Surface, frame: HeatFrame, { profile, palette }: HeatPicture): void {
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
export function drawBrackets(surface: Surface, frame: HeatFrame, { clusters, palette }: HeatPicture): void {
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

/** Prices at the left, times below. */
export function drawAxes(surface: Surface, frame: HeatFrame, picture: HeatPicture): void {
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
