import type { OpenInterestPoint } from '../../market/bars.ts';
import { DAY_S } from '../../market/time.ts';
import type { TimeRange } from '../../market/time-range.ts';
import { wrongValue } from './answer.ts';

/** Rows ascending in time with one row for each time, the last one given. */
export function ascending<T>(rows: readonly T[], timeOf: (row: T) => number): readonly T[] {
  const byTime = new Map(rows.map((row) => [timeOf(row), row]));
  return [...byTime.values()].toSorted((a, b) => timeOf(a) - timeOf(b));
}

/**
 * The rows inside the range that was asked for; venues round its ends in their own ways.
 * @throws SchemaError when the venue answered about another time altogether
 */
export function withinRange<T>(
  rows: readonly T[],
  timeOf: (row: T) => number,
  range: TimeRange,
  intervalS: number,
): readonly T[] {
  const inside = rows.filter((row) => timeOf(row) >= range.fromS && timeOf(row) <= range.untilS);
  const stray = rows.find(
    (row) => timeOf(row) < range.fromS - 2 * intervalS || timeOf(row) > range.untilS + 2 * intervalS,
  );
  if (inside.length === 0 && stray !== undefined)
    throw wrongValue('time', `a time between ${range.fromS} and ${range.untilS}`, timeOf(stray));
  return inside;
}

/** Rows that a range holds at most, both ends included, never more than a page. */
export const rowsIn = (range: TimeRange, intervalS: number, pageRows: number): number =>
  Math.max(1, Math.min(pageRows, Math.floor((range.untilS - range.fromS) / intervalS) + 1));

/** Points inside the range, ascending, one for each time. @throws SchemaError when all are of another time altogether */
export const pointsWithin = <T extends { readonly atS: number }>(
  points: readonly T[],
  range: TimeRange,
): readonly T[] => ascending(withinRange(points, timeOfPoint, range, POINT_INTERVAL_S), timeOfPoint);

/**
 * Points by the day that they fall into, those of `range` alone, ascending. A venue that is asked for days before a contract
 * may answer with its first ones: of what was asked there are none then.
 */
export function daysWithin(
  points: readonly OpenInterestPoint[],
  { fromS, untilS }: TimeRange,
): readonly OpenInterestPoint[] {
  const days = points.map(({ atS, openInterestBase }) => ({
    atS: Math.floor(atS / DAY_S) * DAY_S,
    openInterestBase,
  }));
  return ascending(
    days.filter(({ atS }) => atS >= fromS && atS <= untilS),
    timeOfPoint,
  );
}

const POINT_INTERVAL_S = 300;
const timeOfPoint = ({ atS }: { readonly atS: number }): number => atS;
