import { binOf, type LiquidationMap } from '../../market/liquidation-map.ts';
import { distanceDensity, recentRange, vigour } from './distance-law.ts';
import { ageHours, refillDensity } from './refill-density.ts';
import type { RefillMemory } from './refill-memory.ts';
import { FINE_DISTANCES, FINE_STEP, type BySide } from './relative-lattice.ts';

/**
 * The forecasters that the mixture chooses between. `kernel`: distance alone. `refill`: distance and how long ago
 * the price was there (G2). `refillMap`: the same tilted by the calibrated map (G5). `kernelMap`: distance tilted by
 * the map (P2). `kernelRefillMap`: half of a plainer refill, tilted by the map (P3). All measure distance by the range
 * of the last two hours.
 */
export const MEMBERS = ['kernel', 'refill', 'refillMap', 'kernelMap', 'kernelRefillMap'] as const;

export type Member = (typeof MEMBERS)[number];

/** Share of prints that are missing where the price has just been, and the hours in which they come back. */
const PLAIN_REFILL = { share: 0.75, hours: 1.5 } as const;
/** The plain refill and distance are low at the same prices: with half of the one, a quarter of the other is left. */
const PLAIN_REFILL_EXPONENT = 0.5;
const DISTANCE_BESIDE_REFILL_EXPONENT = 0.25;
/** Tilts by the calibrated map. */
const MAP_EXPONENTS = { refillMap: 0.05, kernelMap: 0.1, kernelRefillMap: 0.1 } as const;
const MAP_FLOOR = 0.1;
/** A map without mass at a place says unlikely, not impossible. */
const KERNEL_MAP_FLOOR = 0.01;
/** Distance over which the map is compared with its own mean. */
const MAP_MEAN_DISTANCE = 0.02;

/**
 * Densities of every member by fine log distance, up to one common factor: at a recent range of 1 %, far from the
 * price and from old visits, each is about 1. How far from 1 a member lies says how much was swept lately and how lively
 * the market is, so it is not scaled away.
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
  const range = recentRange(memory, nowS);
  const kernel = FINE_DISTANCES.map((distance) => distanceDensity(distance, range));
  const refill = refillDensity(memory, map.price, nowS, FINE_DISTANCES, direction);
  const mass = relativeMap(map, direction);
  const plain = FINE_DISTANCES.map((distance, step) => {
    const age = ageHours(memory, centre + direction * distance, nowS);
    const refilled = 1 - PLAIN_REFILL.share * Math.exp(-age / PLAIN_REFILL.hours);
    return refilled ** PLAIN_REFILL_EXPONENT * (kernel[step] ?? 0) ** DISTANCE_BESIDE_REFILL_EXPONENT;
  });
  const factor = vigour(range);
  const tilt = (values: Float64Array, floor: number, exponent: number): Float64Array =>
    values.map((value, step) => factor * value * ((mass[step] ?? 0) + floor) ** exponent);
  return {
    kernel: kernel.map((value) => factor * value),
    refill: refill.map((value) => factor * value),
    refillMap: tilt(refill, MAP_FLOOR, MAP_EXPONENTS.refillMap),
    kernelMap: tilt(kernel, KERNEL_MAP_FLOOR, MAP_EXPONENTS.kernelMap),
    kernelRefillMap: tilt(plain, MAP_FLOOR, MAP_EXPONENTS.kernelRefillMap),
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
