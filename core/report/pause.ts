import type { Pause } from '../alerts/alert-signals.ts';
import type { Bars } from '../market/bars.ts';

/** A time in which nobody looked, as far as those who looked know it. */
export interface UnseenTime {
  readonly fromMs: number;
  readonly untilMs: number;
  /** The price when it began. */
  readonly price: number;
}

/** Fewer bars of what is missing are too few to say where the price was. */
const LEAST_SHARE = 0.9;

/** Where the price was in that time, by `bars`; null while too few of them have been loaded. */
export function pauseOf(bars: Bars | null, { fromMs, untilMs, price }: UnseenTime): Pause | null {
  if (bars === null) return null;
  const { openTimeS, intervalS } = bars;
  let [low, high, seen] = [price, price, 0];
  for (let index = openTimeS.length - 1; index >= 0; index--) {
    const openMs = (openTimeS[index] ?? NaN) * 1000;
    if (openMs >= untilMs) continue;
    if (openMs < fromMs) break;
    low = Math.min(low, bars.low[index] ?? NaN);
    high = Math.max(high, bars.high[index] ?? NaN);
    seen += 1;
  }
  const knownFromMs = Math.max(fromMs, (openTimeS[0] ?? Infinity) * 1000);
  const whole = Math.floor((untilMs - knownFromMs) / (intervalS * 1000));
  return seen === 0 || seen < LEAST_SHARE * whole ? null : { fromMs, untilMs, before: price, low, high };
}
