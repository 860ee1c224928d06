import { AMOUNT, ASCENDING_TIME, readTable } from '../../../core/headless/csv.ts';

/** Dollars of longs and shorts that were force-closed in the hour that begins at `atS`. */
export interface HourTotal {
  readonly atS: number;
  readonly long: number;
  readonly short: number;
}

/** @throws InputError for a file that cannot be read */
export function readTotals(file: string): readonly HourTotal[] {
  const table = readTable(file);
  const long = table.numbers('long_usd', AMOUNT);
  const short = table.numbers('short_usd', AMOUNT);
  return Array.from(table.numbers('ts_s', ASCENDING_TIME), (atS, row) => ({
    atS,
    long: long[row] ?? 0,
    short: short[row] ?? 0,
  }));
}
