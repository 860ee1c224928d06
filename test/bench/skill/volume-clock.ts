import {
  type RefillMemory,
  createRefillMemory,
  stepRefillMemory,
} from '../../../core/engine/forecast/refill-memory.ts';
import { lowerBound } from '../../../core/market/lower-bound.ts';
import type { PricePath } from '../../../core/engine/skill/price-path.ts';
import type { Bars } from '../../../core/market/bars.ts';
import { DAY_S } from '../../../core/market/time.ts';

/** Volume that counts as usual is that of so long before. */
const USUAL_S = 7 * DAY_S;

/** A clock that goes as fast as is traded: a second of it is a second of the week's usual volume. */
export function volumeClock({ openTimeS, intervalS, volumeBase }: Bars): (atS: number) => number {
  const length = openTimeS.length;
  const bars = Math.round(USUAL_S / intervalS);
  const readS = new Float64Array(length + 1);
  let usual = 0;
  for (let index = 0; index < length; index++) {
    const volume = volumeBase[index] ?? 0;
    usual += volume - (volumeBase[index - bars] ?? 0);
    const mean = usual / Math.min(index + 1, bars);
    readS[index + 1] = (readS[index] ?? 0) + intervalS * (mean > 0 ? volume / mean : 1);
  }
  return (atS) => {
    const index = Math.min(Math.max(lowerBound(openTimeS, atS + 1e-6) - 1, 0), length - 1);
    const share = (atS - (openTimeS[index] ?? 0)) / intervalS;
    const from = readS[index] ?? 0;
    return from + share * ((readS[index + 1] ?? 0) - from);
  };
}

/** The refill memory by such a clock: `until` steps it on, and tells it and its time. */
export function volumeMemory(
  bars: Bars,
  path: PricePath,
): (atS: number) => { readonly memory: RefillMemory; readonly nowS: number } {
  const clock = volumeClock(bars);
  const memory = createRefillMemory();
  let next = 0;
  return (atS) => {
    for (; (path.endS[next] ?? Infinity) <= atS; next++) {
      stepRefillMemory(memory, {
        startS: clock(path.startS[next] ?? 0),
        endS: clock(path.endS[next] ?? 0),
        high: path.high[next] ?? 0,
        low: path.low[next] ?? 0,
        close: path.close[next] ?? 0,
      });
    }
    return { memory, nowS: clock(atS) };
  };
}
