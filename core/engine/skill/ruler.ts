import {
  type DistanceKernel,
  FLAT_KERNEL,
  fitKernels,
  kernelMasses,
  smoothKernel,
} from './distance-kernel.ts';
import { type Forecast, meanLogProbability, sum } from './information-gain.ts';
import type { Region } from './region.ts';

/** How much a ruler may be pulled towards flat, and how many times smoothed. */
const SHRINKAGES = [0.03, 0.004];
const SMOOTHINGS = [1, 3, 6];

/** Distance alone, as the reference of every score. */
export interface Ruler {
  readonly forecast: Forecast;
  /** Of the whole training span. */
  readonly kernel: DistanceKernel;
}

/**
 * The law of distance of `train`: whole for later regions, without the region's own day inside the span. How closely a
 * ruler should follow the dollars is a convention on which scores depend (a smooth one flatters by .014 to .02 nats on
 * forced orders of Binance in later weeks, a rough one on few days), so of several, a flat one among them, the one is
 * taken under which `scored` was likeliest: what is gained over it is gained over all.
 */
export function fitRuler(train: readonly Region[], trainUntilS: number, scored: readonly Region[]): Ruler {
  let best: Ruler = { kernel: FLAT_KERNEL, forecast: ({ edges }) => kernelMasses(FLAT_KERNEL, edges) };
  let highest = likelihoodOf(best.forecast, scored);
  for (const shrinkage of SHRINKAGES) {
    const kernelOf = fitKernels(train, shrinkage);
    for (const passes of SMOOTHINGS) {
      const ruler = drawRuler(kernelOf, passes, trainUntilS);
      const likelihood = likelihoodOf(ruler.forecast, scored);
      if (likelihood > highest) [best, highest] = [ruler, likelihood];
    }
  }
  return best;
}

function drawRuler(kernelOf: ReturnType<typeof fitKernels>, passes: number, trainUntilS: number): Ruler {
  const drawn = new Map<number | null, DistanceKernel>();
  const draw = (exceptDay: number | null): DistanceKernel => {
    const known = drawn.get(exceptDay) ?? smoothKernel(kernelOf(exceptDay), passes);
    drawn.set(exceptDay, known);
    return known;
  };
  return {
    kernel: draw(null),
    forecast: ({ atS, day, edges }) => kernelMasses(draw(atS < trainUntilS ? day : null), edges),
  };
}

/** Log likelihood of where the dollars of `regions` fell. */
const likelihoodOf = (forecast: Forecast, regions: readonly Region[]): number =>
  sum(
    regions.map((region) => sum(region.usd) * meanLogProbability(forecast(region), region.edges, region.usd)),
  );
