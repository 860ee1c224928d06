import { type DefinitionScore, scoreRegions } from '../../engine/skill/evaluate.ts';
import type { Forecast } from '../../engine/skill/information-gain.ts';
import type { EventDefinition, Region } from '../../engine/skill/region.ts';
import { skillVerdict } from '../../engine/skill/verdict.ts';
import type { SkillReport } from '../../market/market-report.ts';
import { MIXTURE } from './frozen-record.ts';
import type { OutcomeRecord, OutcomeSide } from './records.ts';

const DAY_S = 86_400;

/** The side of an outcome as the evaluator takes it. */
export const regionOf = (atS: number, side: OutcomeSide, definition: EventDefinition): Region => ({
  atS,
  day: Math.floor(atS / DAY_S),
  side: side.side,
  price: side.price,
  edges: side.edges,
  usd: definition === 'first' ? side.firstUsd : side.allUsd,
  prints: definition === 'first' ? side.firstPrints : side.allPrints,
});

/**
 * Skill of the mixture, its members and every baseline over `outcomes` of one horizon, ascending in time: each day
 * against a distance kernel that has not seen it.
 */
export function scoreOutcomes(
  outcomes: readonly OutcomeRecord[],
  horizonS: number,
  definition: EventDefinition,
): DefinitionScore {
  const sides = new Map<Region, { readonly names: readonly string[]; readonly masses: Float32Array }>();
  const heard = outcomes.filter(({ heardShare }) => heardShare > 0);
  for (const { atS, names, sides: both } of heard) {
    for (const side of both) sides.set(regionOf(atS, side, definition), { names, masses: side.masses });
  }
  const regions = [...sides.keys()];
  const forecast =
    (name: string): Forecast =>
    (region) => {
      const known = sides.get(region);
      const index = known?.names.indexOf(name) ?? -1;
      const bins = region.edges.length - 1;
      return known === undefined || index < 0
        ? null
        : Float64Array.from(known.masses.subarray(index * bins, (index + 1) * bins));
    };
  const names = new Set(heard.flatMap((outcome) => outcome.names));
  return scoreRegions({
    definition,
    horizonS,
    trainUntilS: Infinity,
    train: regions,
    outcome: {
      regions,
      skipped: {
        shortReach: 2 * heard.length - regions.length,
        notListened: 2 * (outcomes.length - heard.length),
        noPath: 0,
      },
      droppedUsd: 0,
    },
    forecasts: Object.fromEntries([...names].map((name) => [name, forecast(name)])),
  });
}

/** The figures that the panel shows, by both definitions of what counts. */
export function reportSkill(outcomes: readonly OutcomeRecord[], horizonS: number): SkillReport {
  const report = (definition: EventDefinition): SkillReport => ({
    ...skillVerdict(scoreOutcomes(outcomes, horizonS, definition), horizonS / 3600, MIXTURE),
    definition,
  });
  const first = report('first');
  const isLost = first.hasEvidence === true && first.ratio.p50 < 1;
  return {
    ...first,
    other: report('all'),
    ...(isLost
      ? {
          isDistanceAlone: true,
          verdict: `${first.verdict}; until that changes the map goes by distance alone`,
        }
      : {}),
  };
}
