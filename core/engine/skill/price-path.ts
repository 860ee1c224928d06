import type { Bars } from '../../market/bars.ts';
import { lowerBound } from '../../market/lower-bound.ts';

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
  if (minutes === null) {
    const { openTimeS: startS, high, low, close } = bars;
    return { startS, endS: startS.map((openS) => openS + bars.intervalS), high, low, close };
  }
  const builder = createBuilder();
  const cursor = (timeS: number): number => lowerBound(minutes.openTimeS, timeS);
  let endS = -Infinity;
  for (let index = 0; index < bars.openTimeS.length; index++) {
    const startS = bars.openTimeS[index] ?? 0;
    endS = startS + bars.intervalS;
    const first = cursor(startS);
    const last = cursor(endS);
    if ((last - first) * minutes.intervalS >= bars.intervalS) {
      for (let minute = first; minute < last; minute++) builder.add(minutes, minute);
    } else builder.add(bars, index);
  }
  for (let minute = cursor(endS); minute < minutes.openTimeS.length; minute++) builder.add(minutes, minute);
  return builder.path();
}

function createBuilder() {
  const startS: number[] = [];
  const endS: number[] = [];
  const high: number[] = [];
  const low: number[] = [];
  const close: number[] = [];
  return {
    add(source: PathBars, index: number): void {
      const start = source.openTimeS[index] ?? 0;
      startS.push(start);
      endS.push(start + source.intervalS);
      high.push(source.high[index] ?? 0);
      low.push(source.low[index] ?? 0);
      close.push(source.close[index] ?? 0);
    },
    path: (): PricePath => ({
      startS: Float64Array.from(startS),
      endS: Float64Array.from(endS),
      high: Float64Array.from(high),
      low: Float64Array.from(low),
      close: Float64Array.from(close),
    }),
  };
}
