import type { Bars } from '../../market/bars.ts';

/** Closed stretches of the market's path in columns, ascending in time; prices in USD for one coin. */
export interface PricePath {
  readonly startS: Float64Array;
  readonly endS: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/** What a path is built from: candles of any interval. */
export type PathBars = Pick<Bars, 'intervalS' | 'openTimeS' | 'high' | 'low' | 'close'>;

/**
 * The finest known path: every bar whose minutes are all there is replaced by them, every other bar stays whole,
 * so that no stretch is counted twice and no extreme is lost where a recorder paused. Minutes that no bar covers
 * are appended. Columns ascend in time.
 */
export function mergePath(bars: PathBars, minutes: PathBars | null): PricePath {
  const rows: [number, number, number, number, number][] = [];
  const add = (source: PathBars, index: number): void => {
    const start = source.openTimeS[index] ?? 0;
    const row = [start, start + source.intervalS, source.high[index], source.low[index], source.close[index]];
    rows.push(row as [number, number, number, number, number]);
  };
  const minuteCount = minutes?.openTimeS.length ?? 0;
  let cursor = 0;
  for (let index = 0; index < bars.openTimeS.length; index++) {
    const start = bars.openTimeS[index] ?? 0;
    const end = start + bars.intervalS;
    if (minutes === null) {
      add(bars, index);
      continue;
    }
    while (cursor < minuteCount && (minutes.openTimeS[cursor] ?? 0) < start) cursor++;
    const first = cursor;
    while (cursor < minuteCount && (minutes.openTimeS[cursor] ?? 0) < end) cursor++;
    if ((cursor - first) * minutes.intervalS >= bars.intervalS) {
      for (let minute = first; minute < cursor; minute++) add(minutes, minute);
    } else add(bars, index);
  }
  const end = rows.at(-1)?.[1] ?? -Infinity;
  for (; minutes !== null && cursor < minuteCount; cursor++) {
    if ((minutes.openTimeS[cursor] ?? 0) >= end) add(minutes, cursor);
  }
  const column = (field: 0 | 1 | 2 | 3 | 4): Float64Array => Float64Array.from(rows, (row) => row[field]);
  return { startS: column(0), endS: column(1), high: column(2), low: column(3), close: column(4) };
}

/** Index of the first element of the ascending `column` that is at least `value`; its length if none is. */
export function lowerBound(column: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
