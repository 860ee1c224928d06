import {
  type DistanceKernel,
  FLAT_KERNEL,
  fitKernels,
  kernelLikelihood,
  kernelMasses,
  smoothKernel,
} from './distance-kernel.ts';
import type { Forecast } from './information-gain.ts';
import type { Region } from './region.ts';

/** How many times a ruler may be smoothed. */
const SMOOTHINGS = [1, 3, 6];

/** Distance alone, as the reference of every score. */
export interface Ruler {
  readonly forecast: Forecast;
  /** Of the whole training span. */
  readonly kernel: DistanceKernel;
}

/** A kernel by the day that it has not seen; null: of all days. */
type Kernels = (exceptDay: number | null) => DistanceKernel;

/**
 * The law of distance of `train`: whole for later regions, without the region's own day inside the span. How closely a
 * ruler should follow the dollars is a convention on which scores depend (a smooth one flatters by .014 to .019 nats on
 * forced orders of Binance in later weeks, a rough one on few days), so of several, a flat one among them, the one is
 * taken under which `scored` was likeliest: what is gained over it is gained over all.
 */
export function fitRuler(train: readonly Region[], trainUntilS: number, scored: readonly Region[]): Ruler {
  const unseen = ({ atS, day }: Region): number | null => (atS < trainUntilS ? day : null);
  const fitted = fitKernels(train);
  let best: Kernels = () => FLAT_KERNEL;
  let highest = -Infinity;
  for (const kernels of [best, ...SMOOTHINGS.map((passes) => smoothed(fitted, passes))]) {
    let likelihood = 0;
    for (const region of scored) likelihood += kernelLikelihood(kernels(unseen(region)), region);
    if (likelihood > highest) [best, highest] = [kernels, likelihood];
  }
  const kernels = best;
  return { kernel: kernels(null), forecast: (region) => kernelMasses(kernels(unseen(region)), region.edges) };
}

function smoothed(kernels: Kernels, passes: number): Kernels {
  const known = new Map<number | null, DistanceKernel>();
  return (exceptDay) => {
    const kernel = known.get(exceptDay) ?? smoothKernel(kernels(exceptDay), passes);
    known.set(exceptDay, kernel);
    return kernel;
  };
}
