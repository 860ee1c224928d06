import type { DollarErrors } from '../../engine/forecast/dollars.ts';
import type { FrozenDensity, FrozenForecast } from '../../engine/forecast/frozen-forecast.ts';
import { MEMBERS } from '../../engine/forecast/members.ts';
import { RELATIVE_BINS } from '../../engine/forecast/relative-lattice.ts';
import type { ForecastRow } from '../tables/forecasts.ts';

/** The mixture's name among the forecasts of a record. */
export const MIXTURE = 'forecast';

/** `frozen` as a row, with the errors of its dollars: the mixture first, then its members, then the baselines. */
export function packFrozen(frozen: FrozenForecast, { mean, sd }: DollarErrors): ForecastRow {
  const { atS, price, usdScale, mixture, members, baselines } = frozen;
  const all: readonly (readonly [string, FrozenDensity])[] = [
    [MIXTURE, mixture],
    ...Object.entries(members),
    ...Object.entries(baselines),
  ];
  const densities = new Float32Array(all.length * 2 * RELATIVE_BINS);
  all.forEach(([, { long, short }], index) => {
    densities.set(long, index * 2 * RELATIVE_BINS);
    densities.set(short, (index * 2 + 1) * RELATIVE_BINS);
  });
  return {
    atS,
    price,
    usdScale,
    forcedLogSd: sd,
    forcedLogMean: mean,
    names: all.map(([name]) => name),
    densities,
  };
}

/** One density of a row; null where it has none of that name. */
export function densityOf(row: ForecastRow, name: string): FrozenDensity | null {
  const index = row.names.indexOf(name);
  if (index < 0) return null;
  const side = (at: number): Float32Array =>
    row.densities.subarray((index * 2 + at) * RELATIVE_BINS, (index * 2 + at + 1) * RELATIVE_BINS);
  return { long: side(0), short: side(1) };
}

/**
 * Undoes {@link packFrozen}; null without a mixture. A member that an earlier version did not have stands as the mixture
 * of then: it neither gains nor loses by what happened.
 */
export function unpackFrozen(row: ForecastRow): FrozenForecast | null {
  const mixture = densityOf(row, MIXTURE);
  if (mixture === null) return null;
  const members = MEMBERS.map((member) => [member, densityOf(row, member) ?? mixture] as const);
  const { atS, price, usdScale } = row;
  const named = (name: string): boolean => name === MIXTURE || MEMBERS.some((member) => member === name);
  return {
    atS,
    price,
    usdScale,
    mixture,
    members: Object.fromEntries(members),
    baselines: Object.fromEntries(
      row.names.flatMap((name) => {
        const density = named(name) ? null : densityOf(row, name);
        return density === null ? [] : [[name, density]];
      }),
    ),
  };
}
