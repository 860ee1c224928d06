import { createRandom, drawNormal } from '../../../core/market/random.ts';

export interface JumpMarketRun {
  readonly kurtosis: number;
  /** Share of the paths that reached each barrier, in units of the standard deviation of the end. */
  readonly frequencies: readonly number[];
}

const STEPS = 288;
/** Standard deviation of ln volatility from path to path. */
const VOLATILITY_SPREAD = 0.5;
const JUMPS_A_PATH = 0.2;
const JUMP_VARIANCE_SHARE = 0.3;

/** A day of five-minute steps whose volatility differs from path to path and which jumps now and then. */
export function touchFrequencies(question: {
  readonly seed: number;
  readonly paths: number;
  readonly barriers: readonly number[];
}): JumpMarketRun {
  const uniform = createRandom(question.seed);
  const normal = () => drawNormal(uniform);
  const jumpSize = Math.sqrt(JUMP_VARIANCE_SHARE / JUMPS_A_PATH);
  const ends = new Float64Array(question.paths);
  const extremes = new Float64Array(2 * question.paths);
  for (let path = 0; path < question.paths; path += 1) {
    const spread = Math.exp(VOLATILITY_SPREAD * normal() - VOLATILITY_SPREAD ** 2);
    const step = Math.sqrt((1 - JUMP_VARIANCE_SHARE) / STEPS) * spread;
    let x = 0;
    let low = 0;
    let high = 0;
    for (let at = 0; at < STEPS; at += 1) {
      x += step * normal();
      if (uniform() < JUMPS_A_PATH / STEPS) x += jumpSize * normal();
      low = Math.min(low, x);
      high = Math.max(high, x);
    }
    ends[path] = x;
    extremes[2 * path] = -low;
    extremes[2 * path + 1] = high;
  }
  const moment = (power: number) => ends.reduce((sum, end) => sum + end ** power, 0) / ends.length;
  const sigma = Math.sqrt(moment(2));
  return {
    kurtosis: moment(4) / moment(2) ** 2,
    frequencies: question.barriers.map(
      (barrier) => extremes.filter((extreme) => extreme >= barrier * sigma).length / extremes.length,
    ),
  };
}
