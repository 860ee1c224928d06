import { lowerBound } from '../../../core/market/lower-bound.ts';
import { readDaily } from '../../../core/headless/csv-formats.ts';
import type { Bars } from '../../../core/market/bars.ts';
import { DAY_S } from '../../../core/market/time.ts';

/** Days of before by which a basis is high or low, and the fewest that tell. */
const USUAL_DAYS = 30;
const FEWEST_DAYS = 7;
/** A basis farther from the usual counts as this far, in standard deviations. */
const FARTHEST = 2;

/**
 * How dear the perpetual contract was over the coin at the last close of a day, in standard deviations of the days before: above 0
 * where longs pay more than usual. 0 where nobody knows.
 */
export function basisOf(bars: Bars, file: string): (atS: number) => number {
  const spot = readDaily(file);
  const endS = bars.openTimeS.map((openS) => openS + bars.intervalS);
  const days: { readonly atS: number; readonly basis: number }[] = [];
  spot.openTimeS.forEach((openS, index) => {
    const atS = openS + DAY_S;
    const bar = lowerBound(endS, atS);
    const basis = Math.log((bars.close[bar] ?? NaN) / (spot.close[index] ?? NaN));
    if (endS[bar] === atS) days.push({ atS, basis });
  });
  return (atS) => {
    const known = days.filter((day) => day.atS <= atS && day.atS > atS - USUAL_DAYS * DAY_S);
    const last = known.at(-1);
    if (last === undefined || known.length < FEWEST_DAYS || last.atS <= atS - DAY_S) return 0;
    const mean = known.reduce((total, { basis }) => total + basis, 0) / known.length;
    const square = known.reduce((total, { basis }) => total + (basis - mean) ** 2, 0) / known.length;
    return Math.min(Math.max((last.basis - mean) / Math.sqrt(square), -FARTHEST), FARTHEST);
  };
}
