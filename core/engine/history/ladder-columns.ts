import type { Bars } from '../../market/bars.ts';
import { binOf } from '../../market/liquidation-map.ts';
import { createParameters } from '../parameters.ts';
import { USUAL_LEVERAGES } from '../skill/baselines.ts';
import { COLUMN_REACH_BINS, type MapColumn } from './map-column.ts';

/** What is left of a bar's mass one bar later, as the open tools have it. */
const FADE = 0.999;

/** What the ladder reads of bars. */
export type LadderBars = Pick<Bars, 'intervalS' | 'openTimeS' | 'high' | 'low' | 'close' | 'turnoverUsd'>;

/**
 * The map that the usual tools draw, a column after each bar that `isWanted` at its end, epoch seconds. Of every bar mass
 * fades, what its range reaches is cleared, and its turnover is seeded in equal parts at the usual leverages on either
 * side of its close. One pass; a column knows the bars before its time alone. Written from the method that such tools
 * publish, not from their code.
 */
export function* ladderColumns(bars: LadderBars, isWanted: (atS: number) => boolean): Generator<MapColumn> {
  const { logStep } = createParameters();
  const widest = 1 / Math.min(...USUAL_LEVERAGES);
  const lowest = bars.low.reduce((least, low) => Math.min(least, low), Infinity);
  const highest = bars.high.reduce((most, high) => Math.max(most, high), 0);
  const firstBin = binOf(lowest * (1 - widest), logStep) - COLUMN_REACH_BINS;
  const length = binOf(highest * (1 + widest), logStep) + COLUMN_REACH_BINS - firstBin + 1;
  const mass = new Float64Array(Math.max(0, length));
  // Instead of all mass fading, what is seeded grows.
  let grown = 1;

  const seed = (price: number, usd: number): void => {
    const at = binOf(price, logStep) - firstBin;
    mass[at] = (mass[at] ?? 0) + usd * grown;
  };
  const sum = (from: number, until: number): number => {
    let usd = 0;
    for (let at = from; at < until; at++) usd += mass[at] ?? 0;
    return usd / grown;
  };
  const columnAt = (atS: number, price: number): MapColumn => {
    const at = binOf(price, logStep) - firstBin;
    const from = at - COLUMN_REACH_BINS;
    return {
      atS,
      price,
      logStep,
      firstBin: firstBin + from,
      usd: mass.slice(from, at + COLUMN_REACH_BINS + 1).map((usd) => usd / grown),
      totalLongUsd: sum(0, at),
      totalShortUsd: sum(at + 1, length),
    };
  };

  for (let index = 0; index < bars.openTimeS.length; index++) {
    const [low = NaN, high = NaN, close = NaN] = [bars.low[index], bars.high[index], bars.close[index]];
    grown /= FADE;
    mass.fill(0, binOf(low, logStep) - firstBin, binOf(high, logStep) - firstBin + 1);
    const atS = (bars.openTimeS[index] ?? 0) + bars.intervalS;
    const part = (bars.turnoverUsd[index] ?? 0) / (2 * USUAL_LEVERAGES.length);
    for (const leverage of USUAL_LEVERAGES) {
      seed(close * (1 - 1 / leverage), part);
      seed(close * (1 + 1 / leverage), part);
    }
    if (isWanted(atS)) yield columnAt(atS, close);
  }
}
