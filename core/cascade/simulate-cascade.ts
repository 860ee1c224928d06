import { cumulativeAt } from './cumulative.ts';
import { createRandom, drawExponential, drawNormal } from '../market/random.ts';
import { selectRank } from '../market/quantile.ts';
import { type CascadeProfile, findTerminal, startCascade } from './solve-cascade.ts';

/** Sets of assumptions in columns; one set of draws serves every level, so that levels compare. */
export interface CascadeDraws {
  /** Riders along times haircut over survival. */
  readonly flow: Float64Array;
  readonly haircut: Float64Array;
  readonly latentY: Float64Array;
}

const CASCADE_DRAWS = 2000;

/** Mean of what rides along beyond the forced dollar itself (assumption). */
const RIDERS_MEAN = 0.6;
/** Standard deviation of the log of the map's own error (assumption). */
const HAIRCUT_SD = 0.5;
const LATENT_Y = 1.15;
const LATENT_Y_SD = 0.3;
/** Survival is exp(-1.25 |N(0, 1)|): median 1 / 2.3, a tenth under 1 / 7.8. */
const SURVIVAL_SCALE = 1.25;

/** The same seed gives the same draws. */
export function drawAssumptions(seed: number, count = CASCADE_DRAWS): CascadeDraws {
  const random = createRandom(seed);
  const draws = {
    flow: new Float64Array(count),
    haircut: new Float64Array(count),
    latentY: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    const haircut = Math.exp(HAIRCUT_SD * drawNormal(random));
    const survival = Math.exp(-SURVIVAL_SCALE * Math.abs(drawNormal(random)));
    draws.haircut[i] = haircut;
    draws.flow[i] = ((1 + RIDERS_MEAN * drawExponential(random)) * haircut) / survival;
    draws.latentY[i] = LATENT_Y * Math.exp(LATENT_Y_SD * drawNormal(random));
  }
  return draws;
}

interface Interval {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** Where forced flow carries a move over all draws. A distance that the grid cut off is a lower bound. */
export interface CascadeForecast {
  readonly triggerDistance: number;
  readonly terminalDistance: Interval;
  readonly amplification: Interval;
  /** Median of the forced dollars between the price and the terminal; worked out when it is asked for. */
  readonly medianForcedUsd: () => number;
}

/**
 * Monte Carlo of {@link findTerminal}.
 * @param survival liquidity there now as a share of normal; multiplies each draw's own
 * @throws RangeError for a trigger outside the grid
 */
export function simulateCascade(
  profile: CascadeProfile,
  triggerDistance: number,
  draws: CascadeDraws,
  survival: number,
): CascadeForecast {
  const start = startCascade(profile, triggerDistance);
  const latent = profile.dailyVolumeUsd / profile.dailySigma ** 2;
  const terminals = new Float64Array(draws.latentY.length);
  for (let i = 0; i < terminals.length; i++) {
    const y = draws.latentY[i] ?? 0;
    terminals[i] = findTerminal(profile, start, (draws.flow[i] ?? 0) / survival, latent / (y * y));
  }
  const terminalDistance = intervalOf(terminals.slice());
  const amplify = (distance: number): number => (triggerDistance > 0 ? distance / triggerDistance : 1);
  return {
    triggerDistance,
    terminalDistance,
    amplification: {
      p5: amplify(terminalDistance.p5),
      p50: amplify(terminalDistance.p50),
      p95: amplify(terminalDistance.p95),
    },
    medianForcedUsd: () => {
      const forced = new Float64Array(terminals.length);
      for (let i = 0; i < forced.length; i++) {
        const releasedUsd = cumulativeAt(profile.releasedUsd, profile.logStep, terminals[i] ?? 0);
        forced[i] = (draws.haircut[i] ?? 0) * releasedUsd;
      }
      return selectRank(forced, Math.round(0.5 * (forced.length - 1)), 0, forced.length - 1);
    },
  };
}

/** Quantiles by the nearest rank; reorders in place. */
function intervalOf(values: Float64Array): Interval {
  const last = values.length - 1;
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => Math.round(share * last)) as [
    number,
    number,
    number,
  ];
  const p50 = selectRank(values, middle, 0, last);
  return { p5: selectRank(values, low, 0, middle), p50, p95: selectRank(values, high, middle, last) };
}
