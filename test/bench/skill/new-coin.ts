import { mixtureFrom } from '../../../core/engine/forecast/mixture.ts';
import type { Gain } from '../../../core/engine/skill/bootstrap.ts';
import { DAY_S } from '../../../core/market/time.ts';
import type { PreparedSet } from './prepare.ts';
import { runVariant, type VariantRun } from './run-variant.ts';
import { gainOver, HORIZONS_H } from './score-where.ts';
import type { Variant } from './variant.ts';

/** A coin is new after so many parts of its set, in which only the others of its pool were heard. */
const PARTS = 8;
const NEW_AFTER = [1, 2, 3, 4, 5, 6];

/** What a new coin gains where it begins with what the others of its pool have taught, by horizon. */
export interface NewCoin {
  readonly name: string;
  readonly afterDays: number;
  /** Over beginning with nothing. */
  readonly gains: readonly (Gain | null)[];
  /** The same of one that hears nothing of its own either. */
  readonly deafGains: readonly (Gain | null)[];
}

/** Every set of a pool as if it had been new at six times. */
export const newCoins = (sets: readonly PreparedSet[], variant: Variant): readonly NewCoin[] =>
  NEW_AFTER.flatMap((parts) =>
    sets.flatMap((set): readonly NewCoin[] => {
      const others = sets.filter(({ pool }) => pool !== undefined && pool === set.pool);
      if (others.length < 2) return [];
      const fromS = newSince(set, parts);
      const taught = others
        .filter((other) => other !== set)
        .map((other) => runVariant(between(other, 0, newSince(other, parts)), variant).mixture);
      const late = between(set, fromS, Infinity);
      const gainsOf = (by: Variant): readonly (Gain | null)[] => {
        const [taughtRun, alone] = [runVariant(late, by, mixtureFrom(taught)), runVariant(late, by)];
        return HORIZONS_H.map((horizonH) => gainBetween(late, horizonH, taughtRun, alone));
      };
      const afterDays = (fromS - newSince(set, 0)) / DAY_S;
      return [
        {
          name: set.name,
          afterDays,
          gains: gainsOf(variant),
          deafGains: gainsOf({ ...variant, isDeaf: true }),
        },
      ];
    }),
  );

const gainBetween = (set: PreparedSet, horizonH: number, run: VariantRun, other: VariantRun): Gain | null =>
  gainOver(set.regions(horizonH, 'first'), run.forecast, other.forecast);

function newSince(set: PreparedSet, parts: number): number {
  const hours = set.hours(false);
  return hours[Math.floor((parts * (hours.length - 1)) / PARTS)]?.atS ?? 0;
}

/** The hours of `set` from `fromS` on and before `untilS`. */
function between(set: PreparedSet, fromS: number, untilS: number): PreparedSet {
  const isIn = ({ atS }: { readonly atS: number }): boolean => atS >= fromS && atS < untilS;
  return {
    ...set,
    hours: (isDeaf) => set.hours(isDeaf).filter(isIn),
    regions: (horizonH, definition) => set.regions(horizonH, definition).filter(isIn),
  };
}
