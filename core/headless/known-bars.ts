import { barsUntil } from '../engine/index.ts';
import type { Bars } from '../market/bars.ts';
import { InputError } from './args.ts';
import { DAY_S } from '../market/time.ts';

/**
 * The bars of a file that had closed at a time.
 * @param maxAgeS how long before `atS` the last of them may have closed, or two of their steps if that is longer: what is
 * older is no picture of that time
 * @throws InputError naming file and row where none had closed or the last is older
 */
export function barsKnownAt(file: string, all: Bars, atS: number, maxAgeS: number): Bars {
  const bars = barsUntil(all, atS);
  const rows = bars.openTimeS.length;
  const at = isoTime(atS);
  if (rows === 0) throw new InputError(`${file}: row 2, column open_ts_s: no bar has closed by ${at}`);
  const ageS = atS - ((bars.openTimeS[rows - 1] ?? 0) + bars.intervalS);
  if (ageS > Math.max(maxAgeS, 2 * bars.intervalS))
    throw new InputError(
      `${file}: row ${rows + 1}, column open_ts_s: the last bar before ${at} closed ${(ageS / DAY_S).toFixed(1)} days before it, expected at most ${(maxAgeS / DAY_S).toFixed(0)}`,
    );
  return bars;
}

const isoTime = (atS: number): string => new Date(atS * 1000).toISOString();
