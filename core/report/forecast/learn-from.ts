import { LEARNING_HORIZON_S } from '../../engine/forecast/forecaster.ts';
import { learnFromOutcome, type Mixture } from '../../engine/forecast/mixture.ts';
import { unpackFrozen } from '../../ledger/record/forecast-row.ts';
import type { ForecastRow } from '../../ledger/tables/forecasts.ts';
import type { OutcomeRow } from '../../ledger/tables/outcomes.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';
import { regionOf } from './score-outcomes.ts';

/** Outcomes to learn from, and what was learnt before. */
export interface Lesson {
  readonly skill: Pick<SkillRow, 'learntUntilS'> | null;
  /** Before them. */
  readonly mixture: Mixture;
  /** Ascending in time; those of another horizon teach nothing. */
  readonly outcomes: readonly OutcomeRow[];
  /** Their forecasts. */
  readonly frozen: readonly ForecastRow[];
}

/** The mixture after its lessons, each once and in order. */
export function learnFrom({
  skill,
  frozen,
  outcomes,
  ...lesson
}: Lesson): Pick<SkillRow, 'learntUntilS' | 'mixture'> {
  const mixture = structuredClone(lesson.mixture);
  // 0: nothing yet, so that nothing has faded since.
  let learntUntilS = skill === null || skill.learntUntilS === 0 ? -Infinity : skill.learntUntilS;
  for (const outcome of outcomes) {
    const row = frozen.find(({ atS }) => atS === outcome.atS);
    if (outcome.horizonS !== LEARNING_HORIZON_S || row === undefined || outcome.atS <= learntUntilS) continue;
    const elapsedS = Number.isFinite(learntUntilS) ? outcome.atS - learntUntilS : LEARNING_HORIZON_S;
    learnOutcome(mixture, row, outcome, elapsedS);
    learntUntilS = outcome.atS;
  }
  return { learntUntilS: Number.isFinite(learntUntilS) ? learntUntilS : 0, mixture };
}

/** The dollars that were heard stand for those of all venues. */
function learnOutcome(
  mixture: Mixture,
  row: ForecastRow,
  { atS, horizonS, heardShare, sides }: OutcomeRow,
  elapsedS: number,
): void {
  const frozen = unpackFrozen(row);
  if (frozen === null || !(heardShare > 0)) return;
  const regions = sides.map((side) => {
    const region = regionOf(atS, side, 'first');
    return { ...region, usd: region.usd.map((usd) => usd / heardShare) };
  });
  learnFromOutcome(mixture, frozen, regions, horizonS, elapsedS);
}
