import { incompleteGammaUpper } from './incomplete-gamma.ts';

/** P(Z <= z) of the standard normal distribution, accurate in both tails: erfc is an incomplete gamma function. */
export function normalCdf(z: number): number {
  const tail = 0.5 * incompleteGammaUpper(0.5, (z * z) / 2);
  return z <= 0 ? tail : 1 - tail;
}
