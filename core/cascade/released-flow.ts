import type { MapReport } from '../market/market-report.ts';
import { CASCADE_GRID, type CumulativeUsd, type DistanceGrid, resampleCumulative } from './cumulative.ts';

/** Where the price goes: `down` forces longs, `up` forces shorts. */
export type Direction = 'down' | 'up';

/** The price at a log distance in a direction. */
export const priceAtDistance = (price: number, distance: number, direction: Direction): number =>
  price * Math.exp(direction === 'down' ? -distance : distance);

/** Log distance of `target` from `price` in a direction; negative behind it. */
export const distanceOf = (price: number, target: number, direction: Direction): number =>
  direction === 'down' ? Math.log(price / target) : Math.log(target / price);

/**
 * Dollars force-closed on the way from `price` to each distance, by the expected-forced map of the report. A bin's
 * dollars lie evenly in it; of the bin that holds the price, all of them lie ahead.
 */
export function releasedFlow(
  map: Pick<MapReport, 'logStep' | 'firstBin' | 'longForcedUsd' | 'shortForcedUsd'>,
  price: number,
  direction: Direction,
  grid: DistanceGrid = CASCADE_GRID,
): CumulativeUsd {
  const mass = direction === 'down' ? map.longForcedUsd : map.shortForcedUsd;
  const at = Math.log(price) / map.logStep;
  const distances = [0];
  const usd = [0];
  let sum = 0;
  const add = (index: number, edge: number): void => {
    sum += mass[index] ?? 0;
    distances.push(Math.abs(edge - at) * map.logStep);
    usd.push(sum);
  };
  if (direction === 'down') {
    // Without the epsilon a price on an edge, off by rounding, would give a bin of no width.
    const start = Math.ceil(at - 1e-9) - 1;
    for (let bin = start; bin >= map.firstBin; bin--) add(bin - map.firstBin, bin);
  } else {
    const start = Math.max(0, Math.floor(at + 1e-9) - map.firstBin);
    for (let i = start; i < mass.length; i++) add(i, map.firstBin + i + 1);
  }
  return resampleCumulative(distances, usd, grid);
}
