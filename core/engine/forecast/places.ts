import { binOf, type LiquidationMap } from '../../market/liquidation-map.ts';
import { HOUR_S } from '../../market/time.ts';
import { cellOf, type RefillMemory } from './refill-memory.ts';
import { FINE_DISTANCES, FINE_LENGTH, meanNear } from './relative-lattice.ts';

/** What was never visited counts as this old, hours. */
const NEVER_VISITED_HOURS = 1e4;
/** What is known of the prices of one side, by fine log distance from the price. */
export interface Places {
  /** Hours since the price was last there, at most 10,000. */
  readonly ageHours: Float64Array;
  /** Hours of trading 20 to 105 bp away since then. */
  readonly nearHours: Float64Array;
  /** Calibrated forced mass over its own mean near the price; 1 everywhere if there is none. */
  readonly relativeMass: Float64Array;
}

/**
 * Places below (-1, longs) or above the price of `map` (1, shorts), as they are known at `nowS`.
 */
export function placesOf(memory: RefillMemory, map: LiquidationMap, nowS: number, direction: -1 | 1): Places {
  const centre = Math.log(map.price);
  const ageHours = new Float64Array(FINE_LENGTH);
  const nearHours = new Float64Array(FINE_LENGTH);
  for (let step = 0; step < FINE_LENGTH; step++) {
    const cell = cellOf(centre + direction * (FINE_DISTANCES[step] ?? 0)) - memory.firstCell;
    const last = memory.lastVisitS[cell] ?? -Infinity;
    const age = Math.min(Math.max(nowS - last, 0) / HOUR_S, NEVER_VISITED_HOURS);
    ageHours[step] = age;
    nearHours[step] = Math.min(memory.nearHours[cell] ?? 0, age);
  }
  return { ageHours, nearHours, relativeMass: relativeMass(map, centre, direction) };
}

function relativeMass(map: LiquidationMap, centre: number, direction: -1 | 1): Float64Array {
  const column = direction < 0 ? map.longForcedBase : map.shortForcedBase;
  const priceBin = binOf(map.price, map.logStep);
  const mass = new Float64Array(FINE_LENGTH);
  for (let step = 0; step < FINE_LENGTH; step++) {
    const bin = Math.floor((centre + direction * (FINE_DISTANCES[step] ?? 0)) / map.logStep + 1e-9);
    mass[step] = column[(bin === priceBin ? bin + direction : bin) - map.firstBin] ?? 0;
  }
  const mean = meanNear(mass);
  if (!(mean > 0)) return mass.fill(1);
  for (let step = 0; step < FINE_LENGTH; step++) mass[step] = (mass[step] ?? 0) / mean;
  return mass;
}
