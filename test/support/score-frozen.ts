import type { SkillReport } from '../../core/market/market-report.ts';
import { evaluateDefinition, type DefinitionScore } from '../../core/engine/skill/evaluate.ts';
import type { Forecast } from '../../core/engine/skill/information-gain.ts';
import type { PricePath } from '../../core/engine/skill/price-path.ts';
import type { ListeningWindow, ObservedOrder } from '../../core/engine/skill/region.ts';
import { bothVerdicts } from '../../core/engine/skill/verdict.ts';
import type { FrozenDensity, FrozenForecast } from '../../core/engine/forecast/frozen-forecast.ts';
import { MEMBERS } from '../../core/engine/forecast/members.ts';
import { integrateBins } from '../../core/engine/forecast/relative-lattice.ts';

/** Frozen forecasts and what happened after them. */
export interface FrozenEvaluation {
  /** Ascending in time. */
  readonly ring: readonly FrozenForecast[];
  readonly path: PricePath;
  /** Ascending in time. */
  readonly orders: readonly ObservedOrder[];
  readonly windows: readonly ListeningWindow[];
  readonly horizonS: number;
  /** Only forecasts whose horizon is over by now are scored. */
  readonly nowS: number;
}

/** Skill of the mixture, of each member and of every frozen baseline, by both definitions of an event. */
export interface FrozenScore {
  readonly skill: SkillReport;
  readonly first: DefinitionScore;
  readonly all: DefinitionScore;
}

/**
 * Scores frozen forecasts whose outcome is known, each against a distance kernel that has not seen its day: `forecast`
 * is the mixture.
 */
export function scoreFrozen({ ring, path, orders, windows, horizonS, nowS }: FrozenEvaluation): FrozenScore {
  const timesS = ring.map((frozen) => frozen.atS).filter((atS) => atS + horizonS <= nowS);
  const input = {
    path,
    orders,
    windows,
    horizonS,
    trainTimesS: timesS,
    testTimesS: timesS,
    trainUntilS: nowS,
    forecasts: forecastsOf(ring),
  };
  const first = evaluateDefinition(input, 'first');
  const all = evaluateDefinition(input, 'all');
  return { skill: bothVerdicts(first, all, horizonS / 3600), first, all };
}

/** Frozen forecasts as the evaluator takes them: `forecast` for the mixture, members and baselines by their names. */
export function forecastsOf(ring: readonly FrozenForecast[]): Readonly<Record<string, Forecast>> {
  const byTime = new Map(ring.map((frozen) => [frozen.atS, frozen]));
  const pick =
    (densityOf: (frozen: FrozenForecast) => FrozenDensity | undefined): Forecast =>
    (region) => {
      const frozen = byTime.get(region.atS);
      const density = frozen === undefined ? undefined : densityOf(frozen);
      return density === undefined ? null : integrateBins(density[region.side], region.edges);
    };
  const names = new Set(ring.flatMap((frozen) => Object.keys(frozen.baselines)));
  return {
    forecast: pick((frozen) => frozen.mixture),
    ...Object.fromEntries(
      MEMBERS.map((member) => [member, pick((frozen) => frozen.members[member])] as const),
    ),
    ...Object.fromEntries(
      [...names].map((name) => [name, pick((frozen) => frozen.baselines[name])] as const),
    ),
  };
}
