import type { BaselineMaps } from '../skill/baselines.ts';
import { recutSnapshot, type MapSnapshot } from '../skill/snapshot.ts';
import { averageToBins, BIN_EDGES, BIN_WIDTH, type BySide } from './relative-lattice.ts';

/** Densities by scoring bin of 25 bp from the price outward, 20 % on either side. */
export interface FrozenDensity {
  readonly long: Float32Array;
  readonly short: Float32Array;
}

/** A forecast as it stood before its outcome. Plain data, 4 kB, and 0.6 kB for each baseline. */
export interface FrozenForecast {
  readonly atS: number;
  readonly price: number;
  readonly members: Readonly<Record<string, FrozenDensity>>;
  /** The members weighed as they were trusted then, on the level of the amount. */
  readonly mixture: FrozenDensity;
  /** Dollars for one unit of mixture mass, as it was believed then. */
  readonly usdScale: number;
  /** What others would have drawn at the same time, by name. */
  readonly baselines: Readonly<Record<string, FrozenDensity>>;
}

/** Freezes a density on fine steps. */
export const freezeDensity = ({ long, short }: BySide): FrozenDensity => ({
  long: Float32Array.from(averageToBins(long)),
  short: Float32Array.from(averageToBins(short)),
});

/** `frozen` with the baselines that were drawn at its time. */
export function withBaselines(frozen: FrozenForecast, maps: BaselineMaps): FrozenForecast {
  const freeze = (snapshots: readonly MapSnapshot[]): FrozenDensity | null => {
    const snapshot = snapshots.find((candidate) => candidate.atS === frozen.atS);
    if (snapshot === undefined) return null;
    const cut = (side: 'long' | 'short'): Float32Array =>
      Float32Array.from(
        recutSnapshot(snapshot, { side, price: frozen.price, edges: BIN_EDGES }),
        (mass) => mass / BIN_WIDTH,
      );
    return { long: cut('long'), short: cut('short') };
  };
  const entries = Object.entries(maps).flatMap(([name, snapshots]: [string, readonly MapSnapshot[]]) => {
    const density = freeze(snapshots);
    return density === null ? [] : [[name, density] as const];
  });
  return { ...frozen, baselines: Object.fromEntries(entries) };
}
