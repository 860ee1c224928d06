import type { Depth } from '../market/observations.ts';
import { CASCADE_GRID, cumulativeAt, type CumulativeUsd, type DistanceGrid } from './cumulative.ts';
import { type Direction, distanceOf } from './released-flow.ts';

/** Displayed depth grows as distance to this power; measured on books of many coins, fit R² 0.99. */
const DEPTH_EXPONENT = 1.16;

/**
 * Displayed dollars between `price` and each distance, all books together. Each book is extended beyond its last
 * level by the power law of its own end.
 * @param price mid or mark price, USD
 * @param coverage share of the whole market's books that is given, above 0 to 1
 * @throws RangeError for a coverage outside its domain
 */
export function displayedDepth(
  books: readonly Depth[],
  price: number,
  direction: Direction,
  coverage = 1,
  grid: DistanceGrid = CASCADE_GRID,
): CumulativeUsd {
  if (!(coverage > 0 && coverage <= 1)) throw new RangeError(`coverage ${coverage} is not in (0, 1]`);
  const total = new Float64Array(grid.length);
  const powers = powersOf(grid);
  for (const book of books) addBook(total, book, price, direction, coverage, powers, grid.logStep);
  return total;
}

const knownPowers = new WeakMap<DistanceGrid, Float64Array>();

/** Each distance of `grid` to the power of the law. */
function powersOf(grid: DistanceGrid): Float64Array {
  const known = knownPowers.get(grid);
  if (known !== undefined) return known;
  const powers = Float64Array.from({ length: grid.length }, (_, i) => (i * grid.logStep) ** DEPTH_EXPONENT);
  knownPowers.set(grid, powers);
  return powers;
}

function addBook(
  total: Float64Array,
  book: Depth,
  price: number,
  direction: Direction,
  coverage: number,
  powers: Float64Array,
  logStep: number,
): void {
  const levels = (direction === 'down' ? book.bids : book.asks)
    .map((level) => ({
      distance: Math.max(0, distanceOf(price, level.price, direction)),
      usd: (level.price * level.quantityBase) / coverage,
    }))
    .sort((a, b) => a.distance - b.distance);
  const end = levels.at(-1)?.distance ?? 0;
  const sum = levels.reduce((usd, level) => usd + level.usd, 0);
  const beyondEnd = sum / end ** DEPTH_EXPONENT;
  let next = 0;
  let usd = 0;
  for (let i = 1; i < total.length; i++) {
    const distance = i * logStep;
    for (let level = levels[next]; level && level.distance <= distance; level = levels[++next])
      usd += level.usd;
    const beyond = distance > end && end > 0 ? beyondEnd * (powers[i] ?? 0) : usd;
    total[i] = (total[i] ?? 0) + Math.max(usd, beyond);
  }
}

/** Displayed dollars within 1 % of the price, the measure of calm. */
export const depthWithinOnePercent = (depth: CumulativeUsd, grid: DistanceGrid = CASCADE_GRID): number =>
  cumulativeAt(depth, grid.logStep, 0.01);

/** Least survival ever measured on a large coin's book: SOL on 10 October 2025. */
const LEAST_SURVIVAL = 1 / 523;

/**
 * Share of normal liquidity that is there now: depth within 1 % against its median of thirty days, at most 1. Null
 * while no median is known.
 */
export function liquiditySurvival(depthNowUsd: number, medianDepthUsd: number | null): number | null {
  if (medianDepthUsd === null || !(medianDepthUsd > 0)) return null;
  return Math.min(1, Math.max(LEAST_SURVIVAL, depthNowUsd / medianDepthUsd));
}
