import { bootstrapGain, type Gain } from '../../../core/engine/skill/bootstrap.ts';
import {
  type DistanceKernel,
  fitKernels,
  kernelMasses,
  smoothKernel,
} from '../../../core/engine/skill/distance-kernel.ts';
import { type Forecast, gainTerms } from '../../../core/engine/skill/information-gain.ts';
import type { Region } from '../../../core/engine/skill/region.ts';

/** Horizons that are scored, hours; the mixture learns at the first. */
export const HORIZONS_H = [1, 4] as const;

/** Distance alone, fitted on `train` and smoothed once; without the region's own day where `isDayLeftOut`. */
export function onePassKernel(train: readonly Region[], isDayLeftOut: boolean): Forecast {
  const fitted = fitKernels(train);
  const kernels = new Map<number | null, DistanceKernel>();
  return ({ day, edges }) => {
    const except = isDayLeftOut ? day : null;
    const kernel = kernels.get(except) ?? smoothKernel(fitted(except), 1);
    kernels.set(except, kernel);
    return kernelMasses(kernel, edges);
  };
}

/** Gain of `forecast` over `reference` in nats a dollar, whole days drawn anew; null where nothing fell. */
export const gainOver = (regions: readonly Region[], forecast: Forecast, reference: Forecast): Gain | null =>
  bootstrapGain(gainTerms(regions, forecast, reference, ({ usd }) => usd));
