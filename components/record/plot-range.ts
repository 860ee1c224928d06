import type uPlot from 'uplot';

import { DAY_S } from '../../core/market/time.ts';

/** A single point stands in its day, epoch seconds: around one alone uPlot would draw a thousand days. */
export function wholeDays(
  { data: [times] }: Pick<uPlot, 'data'>,
  first: number,
  last: number,
): uPlot.Range.MinMax {
  const untilS = times.length === 1 ? first : last;
  const missingS = Math.max(0, DAY_S - (untilS - first));
  return [first - missingS / 2, untilS + missingS / 2];
}

/** A little more than the values, also where they are one. */
export function aroundValues(_plot: unknown, low: number, high: number): uPlot.Range.MinMax {
  const margin = Math.max((high - low) * 0.1, Math.abs(high) * 0.005);
  return [low - margin, high + margin];
}
