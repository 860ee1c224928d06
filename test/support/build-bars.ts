import { type Bars, BAR_INTERVAL_S, createBars } from '../../core/market/bars.ts';

/** One bar of a test; what is left out follows from the close: a bar without range, flow or known open interest. */
export interface BarSketch {
  readonly close: number;
  readonly open?: number;
  readonly high?: number;
  readonly low?: number;
  readonly volumeBase?: number;
  readonly takerBuyBase?: number;
  readonly openInterestBase?: number;
}

/** 2025-01-01, a whole UTC day. */
export const FIRST_BAR_S = 1_735_689_600;

/** Bars in a row from `sketches`. */
export function buildBars(
  sketches: readonly BarSketch[],
  { firstS = FIRST_BAR_S, intervalS = BAR_INTERVAL_S }: { firstS?: number; intervalS?: number } = {},
): Bars {
  const bars = createBars(sketches.length, intervalS);
  sketches.forEach((sketch, index) => {
    const { close, open = close, volumeBase = 0, takerBuyBase = NaN, openInterestBase = NaN } = sketch;
    bars.openTimeS[index] = firstS + index * intervalS;
    bars.open[index] = open;
    bars.high[index] = sketch.high ?? Math.max(open, close);
    bars.low[index] = sketch.low ?? Math.min(open, close);
    bars.close[index] = close;
    bars.volumeBase[index] = volumeBase;
    bars.turnoverUsd[index] = volumeBase * close;
    bars.takerBuyBase[index] = takerBuyBase;
    bars.openInterestBase[index] = openInterestBase;
  });
  return bars;
}

/** A seeded generator of numbers in [0, 1): mulberry32 by T. Ettinger, public domain. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A market of `length` bars that wanders around 90,000 with 0.15 % a bar and comes back, 100,000 coins of open interest
 * and twice that traded in a day.
 */
export function wanderingBars(length: number, seed = 1): Bars {
  const random = seededRandom(seed);
  let log = Math.log(90_000);
  let openInterestBase = 100_000;
  let close = 90_000;
  const sketches = Array.from({ length }, (): BarSketch => {
    const open = close;
    log += 0.003 * (random() + random() - 1) - 0.0005 * (log - Math.log(90_000));
    close = Math.exp(log);
    openInterestBase *= 1 + 0.002 * (random() - 0.5);
    return {
      open,
      close,
      high: Math.max(open, close) * (1 + 0.0008 * random()),
      low: Math.min(open, close) * (1 - 0.0008 * random()),
      volumeBase: 1400 * random(),
      openInterestBase,
    };
  });
  return buildBars(sketches);
}
