import { binOf, type LiquidationMap } from '../../market/liquidation-map.ts';
import { ageHours, kernelDensity, refillDensity } from './refill-density.ts';
import type { RefillMemory } from './refill-memory.ts';
import { FINE_DISTANCES, FINE_STEP, type BySide } from './relative-lattice.ts';

/**
 * The forecasters that the mixture chooses between. `kernel`: distance alone. `refill`: distance and how long ago
 * the price was there (G2). `refillMap`: the same tilted by the calibrated map (G5). `kernelMap`: distance tilted by
 * the map (P2). `kernelRefillMap`: half of each (P3).
 */
export const MEMBERS = ['kernel', 'refill', 'refillMap', 'kernelMap', 'kernelRefillMap'] as const;

export type Member = (typeof MEMBERS)[number];

/** Share of prints that are missing where the price has just been, and the hours in which they come back. */
const SIMPLE_REFILL = { share: 0.75, hours: 1.5 } as const;
/** Tilts by the calibrated map. */
const MAP_EXPONENTS = { refillMap: 0.05, kernelMap: 0.1, kernelRefillMap: 0.1 } as const;
const MAP_FLOOR = 0.1;
/** A map without mass at a place says unlikely, not impossible. */
const KERNEL_MAP_FLOOR = 0.01;
/** Distance over which the map is compared with its own mean. */
const MAP_MEAN_DISTANCE = 0.02;

/**
 * Densities of every member by fine log distance, up to one common factor: far from the price and from old visits
 * each is about 1. How far below 1 a member lies says how much was swept lately, so it is not scaled away.
 */
export function memberDensities(
  memory: RefillMemory,
  map: LiquidationMap,
  nowS: number,
): Readonly<Record<Member, BySide>> {
  const long = sideDensities(memory, map, nowS, 'long');
  const short = sideDensities(memory, map, nowS, 'short');
  const both = (member: Member): BySide => ({ long: long[member], short: short[member] });
  return {
    kernel: both('kernel'),
    refill: both('refill'),
    refillMap: both('refillMap'),
    kernelMap: both('kernelMap'),
    kernelRefillMap: both('kernelRefillMap'),
  };
}

function sideDensities(
  memory: RefillMemory,
  map: LiquidationMap,
  nowS: number,
  side: 'long' | 'short',
): Record<Member, Float64Array> {
  const direction = side === 'long' ? -1 : 1;
  const centre = Math.log(map.price);
  const kernel = FINE_DISTANCES.map(kernelDensity);
  const refill = refillDensity(memory, map.price, nowS, FINE_DISTANCES, direction);
  const mass = relativeMap(map, direction);
  const simple = FINE_DISTANCES.map(
    (distance) =>
      1 -
      SIMPLE_REFILL.share *
        Math.exp(-ageHours(memory, centre + direction * distance, nowS) / SIMPLE_REFILL.hours),
  );
  const at = (values: Float64Array, step: number): number => values[step] ?? 0;
  return {
    kernel,
    refill,
    refillMap: refill.map((d, step) => d * (at(mass, step) + MAP_FLOOR) ** MAP_EXPONENTS.refillMap),
    kernelMap: kernel.map((d, step) => d * (at(mass, step) + KERNEL_MAP_FLOOR) ** MAP_EXPONENTS.kernelMap),
    kernelRefillMap: kernel.map(
      (d, step) =>
        Math.sqrt(d * at(simple, step)) * (at(mass, step) + MAP_FLOOR) ** MAP_EXPONENTS.kernelRefillMap,
    ),
  };
}

/** Calibrated forced mass by fine distance over its own mean near the price; 1 everywhere if there is none. */
function relativeMap(map: LiquidationMap, direction: -1 | 1): Float64Array {
  const column = direction < 0 ? map.longForcedBase : map.shortForcedBase;
  const centre = Math.log(map.price);
  const priceBin = binOf(map.price, map.logStep);
  const mass = FINE_DISTANCES.map((distance) => {
    const bin = Math.floor((centre + direction * distance) / map.logStep + 1e-9);
    return column[(bin === priceBin ? bin + direction : bin) - map.firstBin] ?? 0;
  });
  const mean = meanWithin(mass, MAP_MEAN_DISTANCE);
  return mean > 0 ? mass.map((value) => value / mean) : mass.fill(1);
}

function meanWithin(values: Float64Array, distance: number): number {
  const steps = Math.round(distance / FINE_STEP);
  let sum = 0;
  for (let step = 0; step < steps; step++) sum += values[step] ?? 0;
  return sum / steps;
}
