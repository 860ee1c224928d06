import type { MarketReport } from '../../../../core/market/market-report.ts';
import { priceToY, type PriceAxis } from '../../../../core/sites/chart-geometry.ts';
import { hatch } from '../../../bands/hatch.ts';
import type { HeatTones } from './heat-tones.ts';

/** Width of the profile against the price axis, CSS px. */
export const PROFILE_PX = 72;

/** Of the opacity that map and profile share where they lie on one another: bars up to the estimate, and their intervals. */
const PROFILE_SHARE = 0.8;
const INTERVAL_SHARE = 0.28;

/** The widest bar leaves room for its interval. */
const WIDEST = 0.6;

/** How much of the map is left under the profile, by the distance from the axis, so that candles keep their contrast there too. */
export const UNDER_PROFILE = `linear-gradient(to left,${[
  [1 - PROFILE_SHARE, WIDEST * PROFILE_PX],
  [1 - INTERVAL_SHARE, WIDEST * PROFILE_PX + 8],
  [1 - INTERVAL_SHARE, PROFILE_PX],
  [1, PROFILE_PX],
]
  .map(([share, px]) => `rgb(0 0 0/${share}) ${px}px`)
  .join()})`;

/** Between the strokes that tell the sides apart in the user's own colours, CSS px. */
const HATCH_SPACING = 6;

/** Today's dollars between two prices of the page. */
export interface ProfileBar {
  readonly side: 'long' | 'short';
  readonly low: number;
  readonly high: number;
  readonly usd: number;
  /** Upper end of the interval; equal to `usd` where none is known. */
  readonly mostUsd: number;
}

/** The bars of a report's map: the bins that hold anything, with the intervals of the clusters that they are part of. */
export function profileOf({ map, clusters }: MarketReport, multiplier: number): readonly ProfileBar[] {
  if (map === null) return [];
  const priceAt = (bin: number): number => Math.exp((map.firstBin + bin) * map.logStep);
  const bars = (side: ProfileBar['side'], dollars: readonly number[]): readonly ProfileBar[] =>
    dollars.flatMap((usd, bin) => {
      if (usd <= 0) return [];
      const [low, high] = [priceAt(bin), priceAt(bin + 1)];
      const within = clusters.find((one) => one.side === side && one.low <= low && one.high >= high);
      const mostUsd = within ? (usd * within.exposureUsd.p90) / (within.exposureUsd.p50 || 1) : usd;
      return [{ side, low: low * multiplier, high: high * multiplier, usd, mostUsd }];
    });
  return [...bars('long', map.longExposureUsd), ...bars('short', map.shortExposureUsd)];
}

/** Paints the bars that an axis shows: solid up to the estimate, faint up to the upper end of its interval. */
export function paintProfile(
  canvas: HTMLCanvasElement,
  axis: PriceAxis,
  bars: readonly ProfileBar[],
  tones: HeatTones,
): void {
  const ratio = devicePixelRatio;
  canvas.width = Math.round(PROFILE_PX * ratio);
  canvas.height = Math.round(axis.height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  const placed = bars.flatMap((bar) => {
    const [one, other] = [priceToY(axis, bar.low), priceToY(axis, bar.high)];
    if (one === null || other === null) return [];
    const [top, bottom] = [
      Math.round(Math.min(one, other) * ratio),
      Math.round(Math.max(one, other) * ratio),
    ];
    return bottom < 0 || top > canvas.height ? [] : [{ bar, top, height: Math.max(1, bottom - top) }];
  });
  const most = placed.reduce((sum, { bar }) => Math.max(sum, bar.usd), 1);
  const solids = { long: new Path2D(), short: new Path2D() };
  for (const { bar, top, height } of placed) {
    context.fillStyle = tones[`${bar.side}s`];
    const widthOf = (usd: number) => Math.min(canvas.width, Math.round(WIDEST * (usd / most) * canvas.width));
    const [solid, whole] = [widthOf(bar.usd), widthOf(bar.mostUsd)];
    const paint = (from: number, until: number, alpha: number) => {
      context.globalAlpha = alpha;
      context.fillRect(canvas.width - until, top, until - from, height);
    };
    paint(0, solid, PROFILE_SHARE * tones.opacity);
    paint(solid, whole, INTERVAL_SHARE * tones.opacity);
    solids[bar.side].rect(canvas.width - solid, top, solid, height);
  }
  if (!tones.hatched) return;
  context.globalAlpha = 1;
  for (const side of ['long', 'short'] as const) {
    context.save();
    context.clip(solids[side]);
    context.fillStyle = tones[`${side}s`];
    const { width, height } = canvas;
    hatch(
      context,
      side,
      { left: 0, top: 0, width, height },
      { ratio, spacing: HATCH_SPACING, outline: tones.surface },
    );
    context.restore();
  }
}
