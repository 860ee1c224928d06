import { distanceDensity, recentRange } from './distance-law.ts';
import { CELL_WIDTH, cellOf, type RefillMemory } from './refill-memory.ts';

/**
 * Constants of the refill law, found on forced orders of BTC on Binance, 27 January to 9 February 2026, and
 * checked on two later recordings and on ETH and SOL; the same at one hour and at four.
 */
const REFILL = {
  nearShare: 0.3,
  /** A quarter hour of trading close by refills most of `nearShare`. */
  nearRatePerHour: 4,
  farRatePerHour: 0.3,
  clockShare: 0.45,
  clockHours: 3,
  ageJumpDistance: 0.002,
  ageJumpExponent: -0.03,
  ageOffsetHours: 0.1,
  neverVisitedHours: 1e4,
} as const;

/** Hours since the price last visited `logPrice`, at most 10,000. */
export function ageHours(memory: RefillMemory, logPrice: number, nowS: number): number {
  const last = memory.lastVisitS[cellOf(logPrice) - memory.firstCell] ?? -Infinity;
  return Math.min(Math.max(nowS - last, 0) / 3600, REFILL.neverVisitedHours);
}

/**
 * How many forced orders wait at each distance from the price, up to a factor: few where the price has just been,
 * slightly fewer right at the price and just beyond an older extreme.
 * @param distances log distances from the price, above 0
 * @param direction -1 below the price (longs), 1 above (shorts)
 */
export function refillDensity(
  memory: RefillMemory,
  price: number,
  nowS: number,
  distances: Float64Array,
  direction: -1 | 1,
): Float64Array {
  const centre = Math.log(price);
  const range = recentRange(memory, nowS);
  return distances.map((distance) => {
    const logPrice = centre + direction * distance;
    const age = ageHours(memory, logPrice, nowS);
    const nearer = Math.max(distance - REFILL.ageJumpDistance, CELL_WIDTH / 2);
    const ageNearer = ageHours(memory, centre + direction * nearer, nowS);
    const near = Math.min(memory.nearHours[cellOf(logPrice) - memory.firstCell] ?? 0, age);
    const byTrading = Math.exp(-REFILL.nearRatePerHour * near - REFILL.farRatePerHour * (age - near));
    const byClock = Math.exp(-age / REFILL.clockHours);
    const refilled = 1 - REFILL.nearShare * byTrading - REFILL.clockShare * byClock;
    const jump =
      ((age + REFILL.ageOffsetHours) / (ageNearer + REFILL.ageOffsetHours)) ** REFILL.ageJumpExponent;
    return Math.sqrt(distanceDensity(distance, range)) * refilled * jump;
  });
}
