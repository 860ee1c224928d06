import type { Bars } from '../../market/bars.ts';
import { lowerBound } from '../../market/lower-bound.ts';
import type { MapSnapshot } from './snapshot.ts';
import { DAY_S } from '../../market/time.ts';

const LOG_STEP = 0.001;
/** Leverages of the usual indicators, in equal parts. */
export const USUAL_LEVERAGES = [10, 25, 50, 100] as const;
/** Trailing window of the volume profile. */
const PROFILE_S = 30 * DAY_S;

/** What the baselines read of bars. */
export type BaselineBars = Pick<
  Bars,
  'intervalS' | 'openTimeS' | 'high' | 'low' | 'close' | 'volumeBase' | 'openInterestBase'
>;

/** The maps that most open tools draw, as they would have been frozen at each time, from closed bars only. */
export interface BaselineMaps {
  /** Rises of open interest, each placed at the liquidation prices of 10x, 25x, 50x and 100x; never removed. */
  readonly tiersKept: readonly MapSnapshot[];
  /** The same, and what the price has crossed is taken away. */
  readonly tiersRemoved: readonly MapSnapshot[];
  /** The four leverages at the current price, nothing else. */
  readonly ladder: readonly MapSnapshot[];
  /** Volume of thirty days by the price at which it traded. */
  readonly volumeProfile: readonly MapSnapshot[];
}

/** Baseline maps at `timesS` (ascending epoch seconds), from bars closed by then. */
export function buildBaselineMaps(bars: BaselineBars, timesS: readonly number[]): BaselineMaps {
  const lattice = createLattice(bars);
  const maps = {
    tiersKept: [] as MapSnapshot[],
    tiersRemoved: [] as MapSnapshot[],
    ladder: [] as MapSnapshot[],
    volumeProfile: [] as MapSnapshot[],
  };
  const kept = lattice.empty();
  const removed = lattice.empty();
  const profile = lattice.empty().long;
  let index = 0;
  let oldest = 0;
  let openInterest = NaN;
  for (const atS of timesS) {
    for (; index < bars.openTimeS.length && (bars.openTimeS[index] ?? 0) + bars.intervalS <= atS; index++) {
      const range = lattice.rangeOf(bars, index);
      lattice.sweep(removed, range);
      const now = bars.openInterestBase[index] ?? NaN;
      const rise = now - openInterest;
      if (rise > 0) lattice.open([kept, removed], bars.close[index] ?? 0, rise);
      if (!Number.isNaN(now)) openInterest = now;
      lattice.spread(profile, range, bars.volumeBase[index] ?? 0);
    }
    while (oldest < index && (bars.openTimeS[oldest] ?? 0) < atS - PROFILE_S) {
      lattice.spread(profile, lattice.rangeOf(bars, oldest), -(bars.volumeBase[oldest] ?? 0));
      oldest++;
    }
    if (index === 0) continue;
    const price = bars.close[index - 1] ?? 0;
    const ladder = lattice.empty();
    lattice.open([ladder], price, 1);
    const snapshot = (long: Float64Array, short: Float64Array): MapSnapshot => ({
      atS,
      price,
      logStep: LOG_STEP,
      firstBin: lattice.firstBin,
      long: long.slice(),
      short: short.slice(),
    });
    maps.tiersKept.push(snapshot(kept.long, kept.short));
    maps.tiersRemoved.push(snapshot(removed.long, removed.short));
    maps.ladder.push(snapshot(ladder.long, ladder.short));
    maps.volumeProfile.push(snapshot(profile, profile));
  }
  return maps;
}

interface Sides {
  readonly long: Float64Array;
  readonly short: Float64Array;
  /** No long mass lies above this bin, and no short mass below that: most sweeps find nothing to take away. */
  highestLong: number;
  lowestShort: number;
}

/** Bins of a bar's low and high. */
interface BinRange {
  readonly from: number;
  readonly until: number;
}

function createLattice({ low, high }: BaselineBars) {
  const margin = Math.ceil(Math.log(1.25) / LOG_STEP);
  const lowest = low.reduce((a, b) => Math.min(a, b), Infinity);
  const highest = high.reduce((a, b) => Math.max(a, b), 0);
  const firstBin = Math.floor(Math.log(lowest) / LOG_STEP) - margin;
  const length = Math.floor(Math.log(highest) / LOG_STEP) + margin - firstBin + 1;
  const binOf = (level: number): number => Math.floor(Math.log(level) / LOG_STEP) - firstBin;
  const add = (side: Float64Array, bin: number, mass: number): void => {
    side[bin] = (side[bin] ?? 0) + mass;
  };
  return {
    firstBin,
    empty: (): Sides => ({
      long: new Float64Array(length),
      short: new Float64Array(length),
      highestLong: -1,
      lowestShort: length,
    }),
    rangeOf: (bars: BaselineBars, index: number): BinRange => ({
      from: binOf(bars.low[index] ?? 0),
      until: binOf(bars.high[index] ?? 0),
    }),
    open(maps: readonly Sides[], price: number, mass: number): void {
      for (const leverage of USUAL_LEVERAGES) {
        const long = binOf(price * (1 - 1 / leverage));
        const short = binOf(price * (1 + 1 / leverage));
        for (const sides of maps) {
          add(sides.long, long, mass);
          add(sides.short, short, mass);
          sides.highestLong = Math.max(sides.highestLong, long);
          sides.lowestShort = Math.min(sides.lowestShort, short);
        }
      }
    },
    sweep(sides: Sides, { from, until }: BinRange): void {
      for (; sides.highestLong >= from; sides.highestLong--) sides.long[sides.highestLong] = 0;
      for (; sides.lowestShort <= until; sides.lowestShort++) sides.short[sides.lowestShort] = 0;
    },
    spread(profile: Float64Array, { from, until }: BinRange, volume: number): void {
      const share = volume / (until - from + 1);
      for (let bin = from; bin <= until; bin++) profile[bin] = Math.max(0, (profile[bin] ?? 0) + share);
    },
  };
}

/** One position whose liquidation price a venue publishes. */
export interface KnownPosition {
  readonly snapshotS: number;
  readonly side: 'long' | 'short';
  readonly liquidationPrice: number;
  readonly valueUsd: number;
}

/** The latest snapshot of known positions at each time, used as if it were the whole map. */
export function buildKnownPositionMaps(
  positions: readonly KnownPosition[],
  timesS: readonly number[],
): MapSnapshot[] {
  const snapshotTimes = [...new Set(positions.map((position) => position.snapshotS))].sort((a, b) => a - b);
  const logs = positions.map((position) => Math.floor(Math.log(position.liquidationPrice) / LOG_STEP));
  const firstBin = logs.reduce((low, bin) => Math.min(low, bin), Infinity);
  const length = logs.reduce((high, bin) => Math.max(high, bin), -Infinity) - firstBin + 1;
  return timesS.flatMap((atS) => {
    const latest = snapshotTimes[lowerBound(snapshotTimes, atS + 1e-6) - 1];
    if (latest === undefined) return [];
    const sides = { long: new Float64Array(length), short: new Float64Array(length) };
    positions.forEach((position, index) => {
      if (position.snapshotS !== latest) return;
      const bin = (logs[index] ?? 0) - firstBin;
      const side = sides[position.side];
      side[bin] = (side[bin] ?? 0) + position.valueUsd;
    });
    return [{ atS, price: 0, logStep: LOG_STEP, firstBin, ...sides }];
  });
}
