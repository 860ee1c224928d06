import type { PositionSide } from '../../market/forced-order.ts';
import { createRandom } from '../../market/random.ts';
import type { Calibration } from './calibration.ts';
import { sizeQuantile } from './size-histogram.ts';

const SEED = 0x5eed;

/** Orders that the prior of a class is worth. */
const PRIOR_ORDERS = 8;

let drawn = new Float64Array(0);

/** Standard normal numbers, always the same (Box and Muller); not to be changed. */
export function drawNormals(count: number): Float64Array {
  if (drawn.length < count) {
    const random = createRandom(SEED);
    drawn = Float64Array.from(
      { length: count },
      () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    );
  }
  return drawn.subarray(0, count);
}

/** Spread of the logarithm of each class's weight, by what its evidence leaves open. */
export function classLogSds({ sizes, ...sides }: Calibration, side: PositionSide): Float64Array {
  const median = sizeQuantile(sizes, 0.5) ?? 1;
  return sides[side].forced.map((forced) => 1 / Math.sqrt(forced / median + PRIOR_ORDERS));
}
