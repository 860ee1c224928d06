import { type Dollars, dollarScale } from './dollars.ts';
import { freezeDensity, type FrozenForecast } from './frozen-forecast.ts';
import { bringToLevel, mixDensities } from './mix-densities.ts';
import { type BySide, meanNear, NEAR_DISTANCE } from './relative-lattice.ts';

/** What a forecast is mixed of. */
export interface ForecastParts {
  readonly atS: number;
  readonly price: number;
  /** Where forced orders wait, by who says so. */
  readonly members: Readonly<Record<string, BySide>>;
  readonly weights: Readonly<Record<string, number>>;
  /** How much waits near the price on either side, up to a factor; absent: as much as the members say. */
  readonly level?: Readonly<Record<keyof BySide, number>>;
  /** Dollars that the calibrated map expects near the price: the scale before any window is over. */
  readonly nearUsd: number;
  readonly dollars: Dollars;
}

/** The members weighed and brought to a level, by fine distance, and what is frozen of them. */
export function mixForecast({ atS, price, members, weights, level, nearUsd, dollars }: ForecastParts): {
  readonly mixed: BySide;
  readonly frozen: FrozenForecast;
} {
  const entries = Object.entries(members);
  const trust = entries.map(([member]) => weights[member] ?? 0);
  const mix = (side: keyof BySide): Float64Array => {
    const mixed = mixDensities(
      entries.map(([, both]) => both[side]),
      trust,
    );
    return level === undefined ? mixed : bringToLevel(mixed, level[side]);
  };
  const mixed = { long: mix('long'), short: mix('short') };
  const massNear = NEAR_DISTANCE * (meanNear(mixed.long) + meanNear(mixed.short));
  return {
    mixed,
    frozen: {
      atS,
      price,
      members: Object.fromEntries(entries.map(([member, both]) => [member, freezeDensity(both)])),
      mixture: freezeDensity(mixed),
      usdScale: dollarScale(dollars, nearUsd / massNear),
      baselines: {},
    },
  };
}
