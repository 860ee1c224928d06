import type { DistanceLaw } from '../../../core/engine/forecast/members.ts';
import type { Places } from '../../../core/engine/forecast/places.ts';
import { refilled } from '../../../core/engine/forecast/refilled.ts';
import { FINE_DISTANCES } from '../../../core/engine/forecast/relative-lattice.ts';
import { newsVariants } from './news-variants.ts';
import { product } from './product.ts';
import type { Density, Variant } from './variant.ts';

/** A law of distance, which may go by the range of the last two hours. */
type LawOf = (range: number) => DistanceLaw;

interface Recipe {
  readonly law: LawOf;
  /** How refilled counts: as in the product; as it was at first, quicker; by the clock alone; or not. */
  readonly refill: 'traded' | 'quick' | 'clock' | 'none';
  readonly floor?: number;
  readonly mapExponent?: number;
}

/** Distance x refilled x (map + floor)^exponent, livelier after lively hours: what every member so far is made of. */
const made =
  ({ law, refill, floor = 0.1, mapExponent = 0 }: Recipe): Density =>
  (places, { range }) => {
    const { missingShare, scale, power } = law(range);
    const { ageHours, relativeMass } = places;
    const traded =
      refill === 'traded' ? refilled(places) : refill === 'quick' ? quicklyRefilled(places) : null;
    const byClock = (age: number): number => (1 - 0.75 * Math.exp(-age / 1.5)) ** 0.5;
    return FINE_DISTANCES.map((distance, step) => {
      const refillShare = traded?.[step] ?? (refill === 'clock' ? byClock(ageHours[step] ?? 0) : 1);
      const byMap = ((relativeMass[step] ?? 0) + floor) ** mapExponent;
      const byDistance = (1 - missingShare * Math.exp(-distance / scale)) ** power;
      return (range / 0.01) ** 0.2 * byDistance * refillShare * byMap;
    });
  };

/** The refill law until November 2026: 30 % by trading close by, 45 % within three hours. */
const quicklyRefilled = ({ ageHours, nearHours }: Places): Float64Array =>
  ageHours.map((age, step) => {
    const near = nearHours[step] ?? 0;
    const byTrading = 0.3 * Math.exp(-4 * near - 0.3 * (age - near));
    const jump = ((age + 0.1) / ((ageHours[Math.max(step - 4, 0)] ?? 0) + 0.1)) ** -0.03;
    return (1 - byTrading - 0.45 * Math.exp(-age / 3)) * jump;
  });

const fixed =
  (missingShare: number, scale: number, power: number): LawOf =>
  () => ({ missingShare, scale, power });

/** Distance in units of the recent range, which is .6 % in a calm hour. */
const ranged =
  (missingShare: number, scale: number, power: number): LawOf =>
  (range) => ({ missingShare, scale: (scale * range) / 0.006, power });

/** The five that the forecaster had at first. */
const five = (law: typeof fixed, share = 1): Variant['members'] => ({
  kernel: { prior: 0.05 * share, density: made({ law: law(0.5, 0.004, 1), refill: 'none' }) },
  refill: { prior: 0.25 * share, density: made({ law: law(0.5, 0.004, 0.5), refill: 'quick' }) },
  refillMap: { prior: 0.3 * share, density: steep(0.5, 0.004, 0.05, law) },
  kernelMap: {
    prior: 0.1 * share,
    density: made({ law: law(0.5, 0.004, 1), refill: 'none', floor: 0.01, mapExponent: 0.1 }),
  },
  kernelRefillMap: {
    prior: 0.3 * share,
    density: made({ law: law(0.5, 0.004, 0.25), refill: 'clock', mapExponent: 0.1 }),
  },
});

function steep(
  missingShare: number,
  scale: number,
  mapExponent: number,
  law = fixed,
  power = 0.5,
  refill: Recipe['refill'] = 'quick',
): Density {
  return made({ law: law(missingShare, scale, power), refill, mapExponent });
}

const three = (law: typeof fixed): Variant['members'] => ({
  refillMap: { prior: 0.7, density: steep(0.5, 0.004, 0.05, law) },
  steepNear: { prior: 0.2, density: steep(0.8, 0.008, 0.1, law) },
  steep: { prior: 0.1, density: steep(0.8, 0.016, 0.3, law) },
});

/** In the order of the table; the first is what the others are paired with. */
export const VARIANTS: readonly Variant[] = [
  { name: 'five by range', members: five(ranged), isUncentred: true },
  { name: 'five', members: five(fixed) },
  {
    name: 'seven',
    members: {
      ...five(fixed, 0.9),
      steepNear: { prior: 0.06, density: steep(0.8, 0.008, 0.1) },
      steep: { prior: 0.04, density: steep(0.8, 0.016, 0.3) },
    },
  },
  { name: 'three', members: three(fixed) },
  { name: 'three by range', members: three(ranged) },
  {
    name: 'quick refill',
    members: {
      refillMap: { prior: 0.5, density: steep(0.5, 0.004, 0.05) },
      steep: { prior: 0.3, density: steep(0.8, 0.016, 0.3) },
      steepest: { prior: 0.2, density: steep(0.98, 0.03, 0.3, fixed, 2) },
    },
  },
  {
    name: 'map',
    members: {
      refillMap: { prior: 0.5, density: steep(0.5, 0.004, 0.05, fixed, 0.5, 'traded') },
      strongMap: { prior: 0.3, density: steep(0.8, 0.016, 0.6, fixed, 0.5, 'traded') },
      steepest: { prior: 0.2, density: steep(0.98, 0.03, 0.3, fixed, 2, 'traded') },
    },
  },
  product,
  { ...product, name: 'without feeds', isDeaf: true },
  ...newsVariants(product),
];
