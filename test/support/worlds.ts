import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBars } from '../../core/headless/csv-formats.ts';
import type { Bars } from '../../core/market/bars.ts';
import { recordingsDir } from './recordings.ts';

/** A synthetic market whose positions are known: its bars, and the true exposure once a day. */
export interface World {
  readonly name: string;
  readonly bars: Bars;
  readonly truths: readonly Truth[];
}

/** Coins by liquidation price; bins as in `LiquidationMap`. */
export interface Truth {
  readonly atS: number;
  readonly price: number;
  readonly exposure: Exposure;
}

export interface Exposure {
  readonly logStep: number;
  readonly firstBin: number;
  readonly long: ArrayLike<number>;
  readonly short: ArrayLike<number>;
}

/** Seeds of the recorded worlds. */
export const WORLD_NAMES = ['12', '15'] as const;

/** Directory of the recorded worlds; null if they are not on this machine. */
export function worldsDir(): string | null {
  const recordings = recordingsDir();
  const dir = recordings === null ? null : join(recordings, 'worlds');
  return dir !== null && existsSync(dir) ? dir : null;
}

export function readWorld(dir: string, name: string): World {
  const lines = readFileSync(join(dir, name, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const truths = lines.map((line) => {
    const { t, price, ...exposure } = JSON.parse(line) as { t: number; price: number } & Exposure;
    return { atS: t, price, exposure };
  });
  return { name, bars: readBars(join(dir, name, 'bars.csv.gz')), truths };
}

/** How well a map shows where positions break. */
export interface MapScore {
  readonly correlation: number;
  /** Percent of price by which mass must be moved to become the truth. */
  readonly wassersteinPercent: number;
  /** Model dollars over true dollars within 2, 5 and 10 % of the price. */
  readonly dollarRatios: readonly [number, number, number];
}

const BIN = 0.0025;
const REACH = 0.15;

/** Longs below and shorts above the price on 25 bp bins within 15 % of the price, ascending in price. */
function lattice(exposure: Exposure, price: number, reach = REACH): Float64Array {
  const bins = Math.round(reach / BIN);
  return Float64Array.from({ length: 2 * bins }, (_, index) => {
    const from = Math.log(price) + (index - bins) * BIN;
    return massBetween(exposure, index < bins ? exposure.long : exposure.short, from, from + BIN);
  });
}

/** Coins of a column between two log prices; a bin's coins lie evenly over its log price. */
export function massBetween(
  { logStep, firstBin }: Exposure,
  column: ArrayLike<number>,
  logLow: number,
  logHigh: number,
): number {
  const from = logLow / logStep - firstBin;
  const until = logHigh / logStep - firstBin;
  let sum = 0;
  for (let i = Math.max(0, Math.floor(from)); i <= Math.min(column.length - 1, Math.floor(until)); i++) {
    sum += (column[i] ?? 0) * Math.max(0, Math.min(until, i + 1) - Math.max(from, i));
  }
  return sum;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** How well a map shows where positions break between two distances from the price. */
export function scorePlace(
  model: Exposure,
  { exposure, price }: Truth,
  nearest: number,
  farthest: number,
): Pick<MapScore, 'correlation' | 'wassersteinPercent'> {
  const inner = Math.round(nearest / BIN);
  const sides = [model, exposure].map((map): readonly [Float64Array, Float64Array] => {
    const all = lattice(map, price, farthest);
    const half = all.length / 2;
    return [all.slice(0, half - inner), all.slice(half + inner)];
  });
  const [estimate = [], actual = []] = sides;
  const both = ([below, above]: readonly Float64Array[]): Float64Array =>
    Float64Array.of(...(below ?? []), ...(above ?? []));
  return {
    correlation: correlation(both(estimate), both(actual)),
    wassersteinPercent: mean(
      estimate.map((side, index) => wasserstein(side, actual[index] ?? new Float64Array())),
    ),
  };
}

export function scoreMap(model: Exposure, truth: Truth): MapScore {
  const ratio = (reach: number): number =>
    sum(lattice(model, truth.price, reach)) / sum(lattice(truth.exposure, truth.price, reach));
  return {
    ...scorePlace(model, truth, 0, REACH),
    dollarRatios: [ratio(0.02), ratio(0.05), ratio(0.1)],
  };
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean([...a]), mean([...b])];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, index) => {
    const [x, y] = [value - meanA, (b[index] ?? 0) - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  });
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

/** Area between the cumulative shares, in percent of price. */
function wasserstein(a: Float64Array, b: Float64Array): number {
  const [sumA, sumB] = [sum(a), sum(b)];
  let [difference, area] = [0, 0];
  a.forEach((value, index) => {
    difference += (sumA > 0 ? value / sumA : 0) - (sumB > 0 ? (b[index] ?? 0) / sumB : 0);
    area += Math.abs(difference) * BIN;
  });
  return 100 * area;
}

/** Mean correlation and distance, median ratios. */
export function averageScores(scores: readonly MapScore[]): MapScore {
  const median = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
  const ratio = (at: 0 | 1 | 2): number => median(scores.map((score) => score.dollarRatios[at]));
  return {
    correlation: mean(scores.map((score) => score.correlation)),
    wassersteinPercent: mean(scores.map((score) => score.wassersteinPercent)),
    dollarRatios: [ratio(0), ratio(1), ratio(2)],
  };
}
