import type { Forecast } from '../skill/information-gain.ts';
import { MEMBERS, type Member } from './members.ts';
import { averageToBins, integrateBins, type BySide } from './relative-lattice.ts';

/**
 * A forecast as it stood before its outcome: densities by scoring bin of 25 bp from the price outward. Plain data,
 * about 8 kB.
 */
export interface FrozenForecast {
  readonly atS: number;
  readonly price: number;
  readonly members: Readonly<Record<Member, BySide>>;
  /** The members weighed as they were trusted then. */
  readonly mixture: BySide;
  /** Dollars for one unit of mixture mass, as it was believed then. */
  readonly usdScale: number;
}

/** Freezes densities on fine steps. */
export function freezeForecast(
  atS: number,
  price: number,
  members: Readonly<Record<Member, BySide>>,
  mixture: BySide,
  usdScale: number,
): FrozenForecast {
  const freeze = (fine: BySide): BySide => ({
    long: averageToBins(fine.long),
    short: averageToBins(fine.short),
  });
  const entries = MEMBERS.map((member) => [member, freeze(members[member])] as const);
  return {
    atS,
    price,
    members: Object.fromEntries(entries) as Record<Member, BySide>,
    mixture: freeze(mixture),
    usdScale,
  };
}

/** Adds `frozen` to a ring of at most `capacity` forecasts, oldest first; returns a new list. */
export function appendFrozen(
  ring: readonly FrozenForecast[],
  frozen: FrozenForecast,
  capacity: number,
): FrozenForecast[] {
  return [...ring, frozen].slice(-capacity);
}

/** Frozen forecasts as the evaluator takes them, by the name of each member and `forecast` for the mixture. */
export function forecastsOf(ring: readonly FrozenForecast[]): Readonly<Record<string, Forecast>> {
  const byTime = new Map(ring.map((frozen) => [frozen.atS, frozen]));
  const pick =
    (densityOf: (frozen: FrozenForecast) => BySide): Forecast =>
    (region) => {
      const frozen = byTime.get(region.atS);
      return frozen === undefined ? null : integrateBins(densityOf(frozen)[region.side], region.edges);
    };
  const members = MEMBERS.map((member) => [member, pick((frozen) => frozen.members[member])] as const);
  return { forecast: pick((frozen) => frozen.mixture), ...Object.fromEntries(members) };
}
