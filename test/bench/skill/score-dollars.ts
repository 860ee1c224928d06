import { dollarFactors } from '../../../core/engine/forecast/dollars.ts';
import { bootstrapGain, type Gain } from '../../../core/engine/skill/bootstrap.ts';
import {
  type Magnitude,
  magnitudeSkill,
  scaleCausally,
  tweedieDeviance,
} from '../../../core/engine/skill/magnitude.ts';
import { type Forecast, type GainTerm, sum } from '../../../core/engine/skill/information-gain.ts';
import type { Said } from './run-variant.ts';
import { HOUR_S } from '../../../core/market/time.ts';

/** How the dollars that were said lie to those that fell, over sides on which any fell. */
export interface DollarScore {
  readonly count: number;
  /** Shares of sides whose dollars lay inside p10 to p90, below and above. */
  readonly inside: number;
  readonly below: number;
  readonly above: number;
  /** Mean of ln(p90 / p10). */
  readonly width: number;
  /** Share of the Tweedie deviance that is explained beyond reach; null where no scale is known. */
  readonly deviance: number | null;
}

export function scoreDollars(said: readonly Said[]): DollarScore {
  const forced = said.filter(({ region }) => sum(region.usd) > 0);
  let [below, above, width] = [0, 0, 0];
  for (const { region, expectedUsd, errors } of forced) {
    const { p10, p90 } = dollarFactors(errors);
    const ratio = sum(region.usd) / expectedUsd;
    if (ratio < p10) below++;
    if (ratio > p90) above++;
    width += Math.log(p90 / p10);
  }
  const count = forced.length;
  return {
    count,
    inside: 1 - (below + above) / count,
    below: below / count,
    above: above / count,
    width: width / count,
    deviance: devianceOf(said),
  };
}

type Scaled = readonly (Magnitude | null)[];

function scale(said: readonly Said[]): { readonly own: Scaled; readonly reach: Scaled } {
  const regions = said.map(({ region }) => region);
  const masses = new Map(said.map(({ region, mass }) => [region, Float64Array.of(mass)]));
  const scaled = (forecast: Forecast): Scaled => scaleCausally(regions, regions, forecast, HOUR_S);
  return {
    own: scaled((region) => masses.get(region) ?? null),
    reach: scaled(({ edges }) => edges.slice(-1)),
  };
}

function devianceOf(said: readonly Said[]): number | null {
  const { own, reach } = scale(said);
  return magnitudeSkill(own, [reach])?.tweedie ?? null;
}

/** What `said` explains of the deviance more than `first`, which spoke of the same sides. */
export function pairedDeviance(said: readonly Said[], first: readonly Said[] | undefined): Gain | null {
  if (first === undefined || first === said) return null;
  const { own, reach } = scale(said);
  const other = scale(first).own;
  return bootstrapGain(
    said.flatMap(({ region: { day } }, index): readonly GainTerm[] => {
      const [mine, theirs, alone] = [own[index] ?? null, other[index] ?? null, reach[index] ?? null];
      if (mine === null || theirs === null || alone === null) return [];
      return [{ day, gain: tweedieDeviance(theirs) - tweedieDeviance(mine), weight: tweedieDeviance(alone) }];
    }),
  );
}
