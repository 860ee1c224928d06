import type { MapColumn } from '../history/map-column.ts';
import type { Forecast } from './information-gain.ts';
import type { Region } from './region.ts';

/**
 * A forecast as it was frozen: bin `i` covers `ln(price)` in `[(firstBin + i) * logStep, (firstBin + i + 1) *
 * logStep)`; `long[i]` is what longs would lose if the price fell through it, `short[i]` likewise for rises.
 */
export interface MapSnapshot {
  readonly atS: number;
  readonly price: number;
  readonly logStep: number;
  readonly firstBin: number;
  readonly long: ArrayLike<number>;
  readonly short: ArrayLike<number>;
}

/** A column of the map's past as it was frozen. */
export function columnSnapshot({ usd, ...column }: MapColumn): MapSnapshot {
  const middle = (usd.length - 1) / 2;
  const long = usd.slice().fill(0, middle);
  return { ...column, long, short: usd.slice().fill(0, 0, middle + 1) };
}

/** Mass between consecutive `edges` (log distances from `price`), by linear interpolation of cumulative mass. */
export function recutSnapshot(
  snapshot: MapSnapshot,
  region: Pick<Region, 'side' | 'price' | 'edges'>,
): Float64Array {
  const masses = region.side === 'long' ? snapshot.long : snapshot.short;
  const sign = region.side === 'long' ? -1 : 1;
  const centre = Math.log(region.price);
  return Float64Array.from({ length: region.edges.length - 1 }, (_, bin) => {
    const near = (centre + sign * (region.edges[bin] ?? 0)) / snapshot.logStep - snapshot.firstBin;
    const far = (centre + sign * (region.edges[bin + 1] ?? 0)) / snapshot.logStep - snapshot.firstBin;
    return massBetween(masses, Math.min(near, far), Math.max(near, far));
  });
}

/** Mass between two places on the lattice, in bins from its first edge. */
function massBetween(masses: ArrayLike<number>, from: number, until: number): number {
  let sum = 0;
  const last = Math.min(masses.length - 1, Math.floor(until));
  for (let bin = Math.max(0, Math.floor(from)); bin <= last; bin++) {
    const share = Math.min(until, bin + 1) - Math.max(from, bin);
    if (share > 0) sum += share * (masses[bin] ?? 0);
  }
  return sum;
}

/** The forecast that a series of snapshots makes: each region is forecast by the snapshot of its own time. */
export function forecastFromSnapshots(snapshots: readonly MapSnapshot[]): Forecast {
  const byTime = new Map(snapshots.map((snapshot) => [snapshot.atS, snapshot]));
  return (region) => {
    const snapshot = byTime.get(region.atS);
    return snapshot === undefined ? null : recutSnapshot(snapshot, region);
  };
}
