/** A price that people name: its weight says how round it is. */
export interface RoundNumber {
  readonly price: number;
  /** 1 for the roundest, 0.2 for the finest step. */
  readonly weight: number;
}

/** Steps as multiples of the main one, with their weight; for bitcoin near 90,000 they are 100k, 10k, 5k and 1k. */
const RUNGS = [
  { multiple: 10, weight: 1 },
  { multiple: 1, weight: 0.8 },
  { multiple: 0.5, weight: 0.5 },
  { multiple: 0.1, weight: 0.2 },
] as const;

/** Take-profits rest at the number itself, within this fraction of it. */
export const ROUND_ZONE = 0.0015;

/** The power of ten that is between 7 % and 71 % of `price`: 10,000 for bitcoin near 90,000, 1,000 for ether near 3,000. */
const mainStep = (price: number): number => 10 ** Math.round(Math.log10(price) - 0.65);

/** Round numbers strictly between `low` and `high`, ascending; the scale follows `price` (USD, above 0). */
export function findRoundNumbers(price: number, low: number, high: number): RoundNumber[] {
  const main = mainStep(price);
  const finest = main * 0.1;
  const found: RoundNumber[] = [];
  // Counting in whole finest steps keeps 0.1 + 0.2 out of the prices.
  for (let count = Math.floor(low / finest) + 1; count * finest < high; count++) {
    const rung = RUNGS.find(({ multiple }) => count % Math.round(multiple * 10) === 0);
    if (rung) found.push({ price: Number((count * finest).toPrecision(12)), weight: rung.weight });
  }
  return found;
}
