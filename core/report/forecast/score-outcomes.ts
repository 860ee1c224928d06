import { bootstrapGain, exponentiate } from '../../engine/skill/bootstrap.ts';
import { type Forecast, gainTerms } from '../../engine/skill/information-gain.ts';
import type { EventDefinition, Outcome, Region } from '../../engine/skill/region.ts';
import { fitRuler } from '../../engine/skill/ruler.ts';
import { verdictOf } from '../../engine/skill/verdict.ts';
import type { SkillReport } from '../../market/market-report.ts';
import { MIXTURE } from '../../ledger/record/forecast-row.ts';
import type { OutcomeRow, OutcomeSide } from '../../ledger/tables/outcomes.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';

/** The side of an outcome as the evaluator takes it. */
export const regionOf = (atS: number, side: OutcomeSide, definition: EventDefinition): Region => ({
  atS,
  day: Math.floor(atS / DAY_S),
  side: side.side,
  price: side.price,
  edges: side.edges,
  usd: definition === 'first' ? side.firstUsd : side.allUsd,
  ...(definition === 'first' ? { usdByVenue: side.firstUsdByVenue } : {}),
  orders: definition === 'first' ? side.firstPrints : side.allPrints,
});

/** Outcomes as the evaluator takes them, with what was frozen for each. */
export interface Scorer {
  readonly definition: EventDefinition;
  /** Ascending in time. */
  readonly regions: readonly Region[];
  /** Of everything that was frozen. */
  readonly names: () => readonly string[];
  /** A frozen forecast by its name; null in a region for which it was not frozen. */
  readonly forecastOf: (name: string) => Forecast;
  /** Distance alone, fitted to the regions themselves. */
  readonly distance: () => Forecast;
  readonly skipped: Outcome['skipped'];
}

/** Takes `outcomes` of one horizon, ascending in time; those that nobody listened to are counted only. */
export function createScorer(outcomes: readonly OutcomeRow[], definition: EventDefinition): Scorer {
  const sides = new Map<Region, { readonly names: readonly string[]; readonly masses: Float32Array }>();
  const heard = outcomes.filter(({ heardShare }) => heardShare > 0);
  for (const { atS, names, sides: both } of heard) {
    for (const side of both) sides.set(regionOf(atS, side, definition), { names, masses: side.masses });
  }
  const regions = [...sides.keys()];
  let distance: Forecast | null = null;
  return {
    definition,
    regions,
    names: () => [...new Set(heard.flatMap(({ names }) => names))],
    forecastOf: (name) => (region) => {
      const known = sides.get(region);
      const index = known?.names.indexOf(name) ?? -1;
      if (known === undefined || index < 0) return null;
      const masses = new Float64Array(region.edges.length - 1);
      const first = index * masses.length;
      for (let bin = 0; bin < masses.length; bin++) masses[bin] = known.masses[first + bin] ?? 0;
      return masses;
    },
    distance: () => (distance ??= fitRuler(regions, Infinity, regions).forecast),
    skipped: {
      shortReach: 2 * heard.length - regions.length,
      notListened: 2 * (outcomes.length - heard.length),
      noPath: 0,
    },
  };
}

/** The mixture's figures by one definition of what counts. */
export function skillOf(
  { definition, regions, forecastOf, distance }: Scorer,
  horizonS: number,
): SkillReport {
  const terms = gainTerms(regions, forecastOf(MIXTURE), distance(), ({ usd }) => usd);
  const gain = bootstrapGain(terms);
  const evidence = {
    windows: regions.length,
    days: new Set(regions.map(({ day }) => day)).size,
    usd: terms.reduce((sum, { weight }) => sum + weight, 0),
  };
  return { ...verdictOf(gain === null ? null : exponentiate(gain), evidence, horizonS / HOUR_S), definition };
}

/** The figures that the panel shows, by both definitions of what counts. */
export function reportSkill(outcomes: readonly OutcomeRow[], horizonS: number): SkillReport {
  const first = skillOf(createScorer(outcomes, 'first'), horizonS);
  const isLost = first.hasEvidence === true && first.ratio.p50 < 1;
  return {
    ...first,
    other: skillOf(createScorer(outcomes, 'all'), horizonS),
    ...(isLost ? { isDistanceAlone: true } : {}),
  };
}
