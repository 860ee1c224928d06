import { dollarFactors } from '../../engine/forecast/dollars.ts';
import { bootstrapGain, exponentiate, type Gain } from '../../engine/skill/bootstrap.ts';
import { type Forecast, gainTerms, uniform } from '../../engine/skill/information-gain.ts';
import { reliability, type ReliabilityPoint, scaleCausally } from '../../engine/skill/magnitude.ts';
import type { EventDefinition, Region } from '../../engine/skill/region.ts';
import type { PositionSide } from '../../market/forced-order.ts';
import type { SkillReport } from '../../market/market-report.ts';
import { isOfALie } from '../../ledger/aside-log.ts';
import { MIXTURE } from '../../ledger/record/forecast-row.ts';
import type { AsideEntry } from '../../ledger/tables/aside.ts';
import type { OutcomeRow } from '../../ledger/tables/outcomes.ts';
import { createScorer, type Scorer, skillOf } from './score-outcomes.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';

/** How many times likelier the map makes what happened than one baseline, after each day over all days until then. */
interface SkillCurve {
  readonly baseline: string;
  readonly points: readonly (Gain & { readonly atS: number })[];
}

/** One side of a forecast beside what happened; dollars of the venues that were listened to. */
export interface ForecastOutcome {
  readonly atS: number;
  readonly side: PositionSide;
  readonly price: number;
  /** How far the price went, log. */
  readonly reach: number;
  readonly expectedUsd: number;
  readonly lowUsd: number;
  readonly highUsd: number;
  readonly realisedUsd: number;
  /** Of a time in which a source told what was not true: shown, and counted apart. */
  readonly isApart: boolean;
}

/** Everything that is known of the skill at one horizon by one definition. */
export interface TrackRecord {
  readonly report: SkillReport;
  readonly curves: readonly SkillCurve[];
  readonly reliability: readonly ReliabilityPoint[];
  /** Share of outcomes inside the 10 to 90 % interval of their dollars; null without any. */
  readonly coverage: { readonly share: number; readonly count: number } | null;
  /** Every side of every forecast that was scored, the latest first. */
  readonly outcomes: readonly ForecastOutcome[];
  readonly skipped: { readonly shortReach: number; readonly notListened: number };
  /** Sides of forecasts that are counted apart. */
  readonly apart: number;
}

/** What a reader chooses to see of a record. */
export interface RecordChoice {
  readonly horizonHours: number;
  readonly definition: EventDefinition;
}

/** The track record of what was chosen of `stored`, ascending in time. What a lie went into is listed and scores nothing. */
export function trackRecordOf(
  stored: { readonly outcomes: readonly OutcomeRow[]; readonly asideLog: readonly AsideEntry[] },
  { horizonHours, definition }: RecordChoice,
): TrackRecord {
  const horizonS = horizonHours * HOUR_S;
  const made = stored.outcomes.filter((outcome) => outcome.horizonS === horizonS);
  const isApart = (outcome: OutcomeRow): boolean => isOfALie(stored.asideLog, outcome);
  const outcomes = made.filter((outcome) => !isApart(outcome));
  const scorer = createScorer(outcomes, definition);
  const dollars = made.flatMap((outcome) =>
    dollarsOf(outcome, definition).map((one) => ({ ...one, isApart: isApart(outcome) })),
  );
  const forced = dollars.filter((one) => one.realisedUsd > 0 && !one.isApart);
  const inside = forced.filter(
    ({ lowUsd, highUsd, realisedUsd }) => lowUsd <= realisedUsd && realisedUsd <= highUsd,
  );
  return {
    report: {
      ...skillOf(scorer, horizonS),
      other: skillOf(createScorer(outcomes, definition === 'first' ? 'all' : 'first'), horizonS),
    },
    curves: curvesOf(scorer),
    reliability: reliability(
      scaleCausally(scorer.regions, scorer.regions, scorer.forecastOf(MIXTURE), horizonS),
    ),
    coverage: forced.length === 0 ? null : { share: inside.length / forced.length, count: forced.length },
    outcomes: dollars.toReversed(),
    skipped: scorer.skipped,
    apart: dollars.filter((one) => one.isApart).length,
  };
}

function dollarsOf(
  outcome: OutcomeRow,
  definition: EventDefinition,
): readonly Omit<ForecastOutcome, 'isApart'>[] {
  const { atS, heardShare, usdScale, names, sides } = outcome;
  if (usdScale === null) return [];
  const { p10, p90 } = dollarFactors({ mean: outcome.forcedLogMean, sd: outcome.forcedLogSd });
  const index = names.indexOf(MIXTURE);
  return sides.map(({ side, price, edges, firstUsd, allUsd, masses }) => {
    const bins = edges.length - 1;
    const mass = total(masses.subarray(index * bins, (index + 1) * bins));
    const expectedUsd = usdScale * heardShare * mass;
    return {
      atS,
      side,
      price,
      reach: edges[bins] ?? 0,
      expectedUsd,
      lowUsd: expectedUsd * p10,
      highUsd: expectedUsd * p90,
      realisedUsd: total(definition === 'first' ? firstUsd : allUsd),
    };
  });
}

function curvesOf({ regions, names, forecastOf, distance }: Scorer): readonly SkillCurve[] {
  const mixture = forecastOf(MIXTURE);
  const baselines: readonly (readonly [string, Forecast])[] = [
    ['distance', distance()],
    ['uniform', uniform],
    ...names()
      .filter((name) => name !== MIXTURE)
      .map((name) => [name, forecastOf(name)] as const),
  ];
  return baselines.map(([baseline, forecast]) => ({
    baseline,
    points: pointsOf(regions, mixture, forecast),
  }));
}

function pointsOf(regions: readonly Region[], mixture: Forecast, baseline: Forecast): SkillCurve['points'] {
  const known = regions.filter((region) => mixture(region) !== null && baseline(region) !== null);
  const terms = gainTerms(known, mixture, baseline, ({ usd }) => usd);
  return [...new Set(terms.map(({ day }) => day))].flatMap((day) => {
    const gain = bootstrapGain(terms.filter((term) => term.day <= day));
    return gain === null ? [] : [{ atS: (day + 1) * DAY_S, ...exponentiate(gain) }];
  });
}

const total = (values: Float64Array | Float32Array): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
