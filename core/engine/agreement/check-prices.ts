import { PRICE_TOLERANCE, TOLERANCE_OF_RANGE, whoAgrees } from '../../market/agreement.ts';
import type { Bars } from '../../market/bars.ts';
import type { Marks, VenueSeries } from './venue-series.ts';

/** A bar of a venue that nobody else reports may jump so far alone; further, the venue's next bar has to confirm it. */
const LONE_JUMP = 0.2;

/**
 * Marks the bars of each venue whose open or close contradicts the others'. Where venues cannot tell who is right, the
 * last close that was believed decides; where that cannot either, no venue's bar is believed.
 */
export function checkPrices(series: readonly VenueSeries[]): Marks[] {
  const count = series.length;
  const marks: Marks[] = series.map(() => null);
  let remembered = NaN;
  const rows = new Int32Array(count);
  const opens = new Float64Array(count);
  const closes = new Float64Array(count);
  const agreeAt = (tolerance: number, near: number): number =>
    whoAgrees(closes, count, tolerance, near) & whoAgrees(opens, count, tolerance, near);
  for (;;) {
    let timeS = Infinity;
    for (let index = 0; index < count; index++) {
      const own = series[index]?.bars.openTimeS[rows[index] ?? 0];
      if (own !== undefined && own < timeS) timeS = own;
    }
    if (timeS === Infinity) return marks;
    let present = 0;
    let told = 0;
    let lone = -1;
    for (let index = 0; index < count; index++) {
      const row = rows[index] ?? 0;
      const bars = series[index]?.bars;
      opens[index] = NaN;
      closes[index] = NaN;
      if (bars === undefined || bars.openTimeS[row] !== timeS) continue;
      opens[index] = bars.open[row] ?? NaN;
      closes[index] = bars.close[row] ?? NaN;
      present |= 1 << index;
      told++;
      lone = index;
      rows[index] = row + 1;
    }
    let believed: number;
    if (told === 1) {
      believed = isLoneBelieved(series[lone]?.bars, (rows[lone] ?? 0) - 1, remembered) ? present : 0;
    } else {
      believed = agreeAt(PRICE_TOLERANCE, remembered);
      if (believed !== present) {
        const range = TOLERANCE_OF_RANGE * leastRange(series, rows, present);
        believed = agreeAt(Math.max(PRICE_TOLERANCE, range), remembered);
      }
    }
    for (let index = 0; index < count; index++) {
      if ((believed & (1 << index)) !== 0) remembered = closes[index] ?? NaN;
      else if ((present & (1 << index)) !== 0) {
        const own = (marks[index] ??= new Uint8Array(series[index]?.bars.openTimeS.length ?? 0));
        own[(rows[index] ?? 0) - 1] = 1;
      }
    }
  }
}

/** The smallest range of the bars that were read last, as a share of their low: a range that a liar tells is no excuse. */
function leastRange(series: readonly VenueSeries[], rows: Int32Array, present: number): number {
  let least = Infinity;
  series.forEach(({ bars }, index) => {
    const row = (rows[index] ?? 0) - 1;
    const range = (bars.high[row] ?? NaN) / (bars.low[row] ?? NaN) - 1;
    if ((present & (1 << index)) !== 0 && range < least) least = range;
  });
  return least;
}

function isLoneBelieved(bars: Bars | undefined, row: number, remembered: number): boolean {
  const close = bars?.close[row] ?? NaN;
  const next = bars?.close[row + 1] ?? NaN;
  return !(remembered > 0) || isNear(close, remembered) || isNear(close, next);
}

const isNear = (price: number, reference: number): boolean =>
  Math.abs(Math.log(price / reference)) <= Math.log(1 + LONE_JUMP);
