import { type PlotArea, plotIn } from '../ui/plot-area.ts';
import { ticks, timeTicks } from '../ui/ticks.ts';
import type { CanvasRoom } from '../ui/use-canvas-room.ts';
import type { HeatView } from './heat-view.ts';

/** Where everything of one drawing stands, the map itself first; device pixels. */
export interface HeatFrame extends PlotArea {
  readonly profile: { readonly left: number; readonly width: number };
  readonly xOf: (atS: number) => number;
  readonly yOf: (price: number) => number;
  readonly atOf: (x: number) => number;
  readonly priceOf: (y: number) => number;
  readonly priceTicks: readonly number[];
  readonly timeTicks: readonly number[];
}

const PROFILE_SHARE = 0.2;
const MOST_PROFILE_PX = 96;
const PROFILE_GAP_PX = 5;
const PRICE_TICK_PX = 32;
const TIME_TICK_PX = 46;

/**
 * Prices upright at the left, times across, the profile at the right.
 * @param digits characters of the longest price
 * @param offsetS local time less UTC
 */
export function frameHeat(room: CanvasRoom, view: HeatView, digits: number, offsetS: number): HeatFrame {
  const { ratio } = room;
  const profileWidth = Math.round(Math.min(MOST_PROFILE_PX, PROFILE_SHARE * room.width) * ratio);
  const gap = Math.round(PROFILE_GAP_PX * ratio);
  const area = plotIn(room, digits, profileWidth + gap);
  const { left, top, width, height } = area;
  const { fromS, untilS, low, high } = view;
  return {
    ...area,
    profile: { left: left + width + gap, width: profileWidth },
    xOf: (atS) => left + ((atS - fromS) / (untilS - fromS)) * width,
    yOf: (price) => top + ((high - price) / (high - low)) * height,
    atOf: (x) => fromS + ((x - left) / width) * (untilS - fromS),
    priceOf: (y) => high - ((y - top) / height) * (high - low),
    priceTicks: ticks(low, high, Math.floor(height / ratio / PRICE_TICK_PX)),
    timeTicks: timeTicks(fromS, untilS, Math.floor(width / ratio / TIME_TICK_PX), offsetS),
  };
}

/** The user's clock less UTC, seconds. */
export const localOffsetS = (atS: number): number => -60 * new Date(atS * 1000).getTimezoneOffset();
