import type { Places } from './places.ts';
import { refilled } from './refilled.ts';
import { type BySide, FINE_DISTANCES } from './relative-lattice.ts';

/** How many forced orders wait at a place by its distance alone: (1 - missingShare exp(-distance / scale))^power. */
export interface DistanceLaw {
  /** Share that is missing at the price. */
  readonly missingShare: number;
  /** Log distance over which it comes back. */
  readonly scale: number;
  readonly power: number;
}

/** A forecaster: distance x refilled x (map + .1)^exponent. */
interface MemberLaw {
  readonly distance: DistanceLaw;
  readonly mapExponent: number;
  /** Trust before any outcome. */
  readonly prior: number;
}

/**
 * The forecasters that the mixture chooses between. Leverage belongs to the venue, and with it how steeply forced orders
 * rise with distance: `refillMap` (G5) is the law of Binance, found on forced orders of BTC until 9 February 2026, where many
 * stand close to the price; the steep ones are for venues whose traders use less, found on fills of Pacifica in March.
 * What each gives on which recording: `test/bench/skill/README.md`.
 */
export const MEMBER_LAWS = {
  refillMap: { distance: { missingShare: 0.5, scale: 0.004, power: 0.5 }, mapExponent: 0.05, prior: 0.5 },
  steep: { distance: { missingShare: 0.8, scale: 0.016, power: 0.5 }, mapExponent: 0.3, prior: 0.3 },
  steepest: { distance: { missingShare: 0.98, scale: 0.03, power: 2 }, mapExponent: 0.3, prior: 0.2 },
} as const satisfies Readonly<Record<string, MemberLaw>>;

export type Member = keyof typeof MEMBER_LAWS;

/** Their order is that of every list by member. */
export const MEMBERS = Object.keys(MEMBER_LAWS) as readonly Member[];

/** Trust in each of some members before any outcome. */
export type Priors = Readonly<Record<string, number>>;

/** They add up to 1. */
export const PRIOR_WEIGHTS: Priors = Object.fromEntries(
  MEMBERS.map((member) => [member, MEMBER_LAWS[member].prior]),
);

/** A map without mass at a place says unlikely, not impossible. */
const MAP_FLOOR = 0.1;

/** A law of distance by fine distance. */
export const distanceDensity = ({ missingShare, scale, power }: DistanceLaw): Float64Array =>
  FINE_DISTANCES.map((distance) => (1 - missingShare * Math.exp(-distance / scale)) ** power);

/** Distance alone, as forced orders of Binance have it. */
export const DISTANCE_LAW: DistanceLaw = { missingShare: 0.5, scale: 0.004, power: 1 };

const BY_DISTANCE = MEMBERS.map((member) => distanceDensity(MEMBER_LAWS[member].distance));

/** Densities of every member at `places`, in the order of {@link MEMBERS}, each up to a factor. */
export function memberDensities(places: Places): readonly Float64Array[] {
  const refill = refilled(places);
  const logMass = places.relativeMass.map((mass) => Math.log(mass + MAP_FLOOR));
  return MEMBERS.map((member, index) => {
    const density = new Float64Array(refill.length);
    const byDistance = BY_DISTANCE[index] ?? refill;
    const { mapExponent } = MEMBER_LAWS[member];
    for (let step = 0; step < density.length; step++) {
      const byMap = Math.exp(mapExponent * (logMass[step] ?? 0));
      density[step] = (byDistance[step] ?? 0) * (refill[step] ?? 0) * byMap;
    }
    return density;
  });
}

/** Every member on both sides. */
export function membersAt(places: Readonly<Record<keyof BySide, Places>>): Readonly<Record<Member, BySide>> {
  const long = memberDensities(places.long);
  const short = memberDensities(places.short);
  const nothing = new Float64Array();
  const entries = MEMBERS.map((member, index) => [
    member,
    { long: long[index] ?? nothing, short: short[index] ?? nothing },
  ]);
  return Object.fromEntries(entries) as Record<Member, BySide>;
}
