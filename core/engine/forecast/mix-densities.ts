import { meanNear } from './relative-lattice.ts';

/** Densities of one side of the price, weighed. */
export function mixDensities(members: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const mixed = new Float64Array(members[0]?.length ?? 0);
  members.forEach((density, index) => {
    const weight = weights[index] ?? 0;
    for (let step = 0; step < mixed.length; step++) {
      mixed[step] = (mixed[step] ?? 0) + weight * (density[step] ?? 0);
    }
  });
  return mixed;
}

/** `density`, which says where, with a mean of `level` near the price, which says how much; in place. */
export function bringToLevel(density: Float64Array, level: number): Float64Array {
  const factor = level / meanNear(density);
  for (let step = 0; step < density.length; step++) density[step] = factor * (density[step] ?? 0);
  return density;
}
