import type { ClosedBar } from '../alerts/alert-signals.ts';
import type { Bars } from '../market/bars.ts';
import { lowerBound } from '../market/lower-bound.ts';

/** Bars of `bars` that begin at `sinceMs` or later, ascending; epoch milliseconds. */
export function barsSince(bars: Bars | null, sinceMs: number): readonly ClosedBar[] {
  if (bars === null) return [];
  const { openTimeS, intervalS, open, low, high } = bars;
  const first = lowerBound(openTimeS, sinceMs / 1000);
  return Array.from(openTimeS.subarray(first), (timeS, index) => ({
    fromMs: timeS * 1000,
    untilMs: (timeS + intervalS) * 1000,
    open: open[first + index] ?? NaN,
    low: low[first + index] ?? NaN,
    high: high[first + index] ?? NaN,
  }));
}
