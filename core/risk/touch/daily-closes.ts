import { normalCdf } from './normal.ts';
import type { VarianceForecast } from './variance-forecast.ts';
import { DAY_HOURS, DAY_S, HOUR_S } from '../../market/time.ts';

/**
 * Closes go less far than extremes: a wick touches and is taken back. Standard deviation of closes as a share of that of
 * touches, from hourly candles of BTC, ETH and SOL, June 2023 to 2025.
 */
const CLOSE_SHARE = 0.94;

/** Hours from `atS` to the next daily close, 00:00 UTC: above 0, at most 24. */
export const hoursToClose = (atS: number): number => (DAY_S - (atS % DAY_S)) / HOUR_S;

/** Chance that at least one daily close within a horizon lies beyond a log distance, 0 or more, on either side. */
export type CloseChance = (distance: number) => number;

/** The first close ahead, as {@link hoursToClose} has it, and how far ahead closes count. */
export interface CloseQuestion {
  readonly variance: Pick<VarianceForecast, 'over' | 'degreesOfFreedom'>;
  readonly hoursToClose: number;
  readonly horizonHours: number;
}

/**
 * The closes are looked at as steps of a random walk with the variances of the stretches between them; Student's t as
 * a normal walk whose scale is drawn once for all of them. No close within the horizon: never.
 */
export function closeChance(question: CloseQuestion): CloseChance {
  const { variance, horizonHours } = question;
  const steps: number[] = [];
  let before = 0;
  let lastHours = 0;
  for (let hours = question.hoursToClose; hours <= horizonHours; hours += DAY_HOURS) {
    const until = variance.over(hours);
    steps.push(Math.max(0, until - before));
    before = Math.max(before, until);
    lastHours = hours;
  }
  if (!(before > 0)) return () => 0;
  const sigma = Math.sqrt(before);
  const beyond = normalWalk(steps.map((step) => Math.sqrt(step) / sigma));
  const reach = CLOSE_SHARE * sigma;
  const scales = scalesOf(variance.degreesOfFreedom(lastHours));
  return (distance) =>
    scales.reduce((sum, { scale, share }) => sum + share * beyond(distance / reach / scale), 0);
}

/** Farthest distance that is looked at, in standard deviations of the whole walk, and its parts. */
const END = 8;
const CELLS = 160;
const CELL = END / CELLS;
/** Beyond so many standard deviations a normal chance is lost in the rounding of 1. */
const FARTHEST = 8.3;
const cellsReached = (deviation: number): number =>
  Math.min(CELLS, Math.floor((FARTHEST * deviation) / CELL) + 1);

/**
 * Chance that a walk of normal steps with these standard deviations stands beyond a distance after one of them. Backwards
 * from the last: the farthest of the rest is the step plus what the later ones add, if they add (Lindley 1952).
 */
function normalWalk(deviations: readonly number[]): (distance: number) => number {
  const tails = new Float64Array(2 * CELLS + 1);
  const leaving = new Float64Array(2 * CELLS + 1);
  const added = new Float64Array(CELLS);
  let later = new Float64Array(CELLS + 1);
  let laterCells = 0;
  let variance = 0;
  for (const [back, deviation] of deviations.toReversed().entries()) {
    const stepCells = cellsReached(deviation);
    variance += deviation * deviation;
    // Each step is spread over one cell more by being told in cells.
    const walkCells = Math.min(CELLS, cellsReached(Math.sqrt(variance)) + back);
    // P(step > i cells) for i from -CELLS to CELLS.
    tails.fill(1, 0, CELLS).fill(0, CELLS);
    for (let i = 0; i <= stepCells; i += 1) {
      const tail = normalCdf((-i * CELL) / Math.max(deviation, 1e-9));
      tails[CELLS + i] = tail;
      tails[CELLS - i] = 1 - tail;
    }
    for (let i = 1; i <= 2 * CELLS; i += 1) leaving[i] = (tails[i - 1] ?? 0) - (tails[i] ?? 0);
    for (let cell = 0; cell < laterCells; cell += 1)
      added[cell] = ((later[cell] ?? 0) + (later[cell + 1] ?? 0)) / 2;
    const now = tails.slice(CELLS);
    for (let at = 0; at <= walkCells; at += 1) {
      let sum = now[at] ?? 0;
      const end = Math.min(laterCells, at + stepCells);
      // Steps that leave between `cell` and the next one to the distance.
      for (let cell = Math.max(0, at - stepCells); cell < end; cell += 1) {
        sum += (leaving[at - cell + CELLS] ?? 0) * (added[cell] ?? 0);
      }
      now[at] = sum;
    }
    later = now;
    laterCells = walkCells;
  }
  return (distance) => {
    const cell = Math.floor(distance / CELL);
    if (cell >= CELLS) return 0;
    const share = distance / CELL - cell;
    return (1 - share) * (later[cell] ?? 0) + share * (later[cell + 1] ?? 0);
  };
}

/** Nodes of the logarithm of the chi-squared that a t divides by, from next to never to next to never. */
const NODES = 64;
const LEAST = Math.log(1e-4);
const MOST = Math.log(60);

/** Scales that a normal must have, with their chances, to be Student's t of variance 1. */
function scalesOf(degreesOfFreedom: number): readonly { readonly scale: number; readonly share: number }[] {
  const nodes = Array.from({ length: NODES }, (_, node) => {
    const squared = Math.exp(LEAST + ((node + 0.5) * (MOST - LEAST)) / NODES);
    return {
      scale: Math.sqrt((degreesOfFreedom - 2) / squared),
      density: Math.exp((degreesOfFreedom / 2) * Math.log(squared) - squared / 2),
    };
  });
  const total = nodes.reduce((sum, { density }) => sum + density, 0);
  return nodes.map(({ scale, density }) => ({ scale, share: density / total }));
}
