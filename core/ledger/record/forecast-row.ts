import type { FrozenDensity, FrozenForecast } from '../../engine/forecast/frozen-forecast.ts';
import { MEMBERS, type Member } from '../../engine/forecast/members.ts';
import { RELATIVE_BINS } from '../../engine/forecast/relative-lattice.ts';
import type { ForecastRow } from '../tables/forecasts.ts';

/** The mixture's name among the forecasts of a record. */
export const MIXTURE = 'forecast';

/** `frozen` as a row, with the spread of its dollars: the mixture first, then its members, then the baselines. */
export function packFrozen(frozen: FrozenForecast, forcedLogSd: number): ForecastRow {
  const { atS, price, usdScale, mixture, members, baselines } = frozen;
  const all: readonly (readonly [string, FrozenDensity])[] = [
    [MIXTURE, mixture],
    ...MEMBERS.map((member) => [member, members[member]] as const),
    ...Object.entries(baselines),
  ];
  const densities = new Float32Array(all.length * 2 * RELATIVE_BINS);
  all.forEach(([, { long, short }], index) => {
    densities.set(long, index * 2 * RELATIVE_BINS);
    densities.set(short, (index * 2 + 1) * RELATIVE_BINS);
  });
  return { atS, price, usdScale, forcedLogSd, names: all.map(([name]) => name), densities };
}

/** One density of a row; null where it has none of that name. */
export function densityOf(row: ForecastRow, name: string): FrozenDensity | null {
  const index = row.names.indexOf(name);
  if (index < 0) return null;
  const side = (at: number): Float32Array =>
    row.densities.subarray((index * 2 + at) * RELATIVE_BINS, (index * 2 + at + 1) * RELATIVE_BINS);
  return { long: side(0), short: side(1) };
}

/** Undoes {@link packFrozen}; null where a member is missing, as in a row of an older version. */
export function unpackFrozen(row: ForecastRow): FrozenForecast | null {
  const mixture = densityOf(row, MIXTURE);
  const members = MEMBERS.map((member) => [member, densityOf(row, member)] as const);
  if (mixture === null || members.some(([, density]) => density === null)) return null;
  const { atS, price, usdScale } = row;
  const named = (name: string): boolean => name === MIXTURE || MEMBERS.some((member) => member === name);
  return {
    atS,
    price,
    usdScale,
    mixture,
    members: Object.fromEntries(members) as Record<Member, FrozenDensity>,
    baselines: Object.fromEntries(
      row.names.flatMap((name) => {
        const density = named(name) ? null : densityOf(row, name);
        return density === null ? [] : [[name, density]];
      }),
    ),
  };
}
