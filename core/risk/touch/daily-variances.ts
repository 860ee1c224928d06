import type { Bars } from '../../market/bars.ts';

const DAY_S = 86_400;

/** Share of a day's bars below which its variance is not known. */
const ENOUGH = 0.8;

/**
 * Realised variance of each day before the last bar's end, oldest first: sums of squared log returns of the closes,
 * scaled for bars that are missing. Days are counted back from the end, not by the calendar, so that the newest is
 * whole. Days with less than four fifths of their bars are left out.
 */
export function dailyVariances({ intervalS, openTimeS, close }: Bars): readonly number[] {
  const length = openTimeS.length;
  const endS = (openTimeS[length - 1] ?? 0) + intervalS;
  const barsADay = DAY_S / intervalS;
  const sums: number[] = [];
  const counts: number[] = [];
  for (let index = 1; index < length; index += 1) {
    const openS = openTimeS[index] ?? 0;
    // A return across a gap belongs to no single bar.
    if (openS - (openTimeS[index - 1] ?? 0) !== intervalS) continue;
    const daysBack = Math.floor((endS - openS - intervalS) / DAY_S);
    const step = Math.log((close[index] ?? NaN) / (close[index - 1] ?? NaN));
    sums[daysBack] = (sums[daysBack] ?? 0) + step * step;
    counts[daysBack] = (counts[daysBack] ?? 0) + 1;
  }
  const variances: number[] = [];
  for (let daysBack = sums.length - 1; daysBack >= 0; daysBack -= 1) {
    const count = counts[daysBack] ?? 0;
    const sum = sums[daysBack] ?? 0;
    if (count >= ENOUGH * barsADay && sum > 0) variances.push((sum * barsADay) / count);
  }
  return variances;
}
