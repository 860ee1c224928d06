import type { StubPast } from './stub-extension.ts';

const HOUR_S = 3600;
const STEP = 0.001;
/** Between its ends. */
export const BARS = 50;

/** A band of longs alone on the chart: whole bins and whole hours, between two bars that are marked. */
export interface KnownBand {
  readonly low: number;
  readonly high: number;
  readonly fromS: number;
  readonly untilS: number;
}

/** So long ago that it stands left of a cluster's label. */
export const BEFORE_LABEL_H = 90;

/** A band below `price` and all candles, over bars of an hour that ended `hoursAgo` before `nowMs`. */
export function bandBelow(price: number, nowMs: number, hoursAgo = 40): KnownBand {
  const bin = Math.floor(Math.log(0.98 * price) / STEP);
  const hour = Math.floor(nowMs / 1000 / HOUR_S);
  return {
    low: Math.exp((bin - 8) * STEP),
    high: Math.exp(bin * STEP),
    fromS: (hour - hoursAgo - BARS) * HOUR_S,
    untilS: (hour - hoursAgo) * HOUR_S,
  };
}

export const pastWith = (price: number, ...bands: readonly KnownBand[]): StubPast => ({ price, bands });

/** When the bars open that enclose the band, whose own wicks would hide where it begins. */
export const enclosing = ({ fromS, untilS }: KnownBand): readonly number[] => [fromS - HOUR_S, untilS];
