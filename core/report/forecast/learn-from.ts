import { LEARNING_HORIZON_S } from '../../engine/forecast/forecaster.ts';
import { learnFromOutcome, type Mixture } from '../../engine/forecast/mixture.ts';
import { unpackFrozen } from '../../ledger/record/forecast-row.ts';
import type { ForecastRow } from '../../ledger/tables/forecasts.ts';
import type { OutcomeRow } from '../../ledger/tables/outcomes.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';
import { regionOf, reportSkill } from './score-outcomes.ts';

/** New outcomes, and what was known before them. */
export interface Lesson {
  readonly skill: SkillRow | null;
  /** Before them. */
  readonly mixture: Mixture;
  /** The forecasts of `outcomes`, ascending in time. */
  readonly frozen: readonly ForecastRow[];
  readonly outcomes: readonly OutcomeRow[];
  /** Earlier outcomes of the horizon of learning, ascending in time. */
  readonly before: readonly OutcomeRow[];
  readonly untilS: number;
}

/** The mixture after its lessons, each once and in order, and the score of all of them. */
export function learnFrom({ skill, frozen, outcomes, before, untilS, ...lesson }: Lesson): SkillRow {
  const mixture = structuredClone(lesson.mixture);
  // 0: nothing yet, so that nothing has faded since.
  let learntUntilS = skill === null || skill.learntUntilS === 0 ? -Infinity : skill.learntUntilS;
  const lessons = outcomes.filter(({ horizonS }) => horizonS === LEARNING_HORIZON_S);
  for (const outcome of lessons) {
    const row = frozen.find(({ atS }) => atS === outcome.atS);
    if (row === undefined || outcome.atS <= learntUntilS) continue;
    const elapsedS = Number.isFinite(learntUntilS) ? outcome.atS - learntUntilS : LEARNING_HORIZON_S;
    learnOutcome(mixture, row, outcome, elapsedS);
    learntUntilS = outcome.atS;
  }
  const all = [...before, ...lessons].toSorted((a, b) => a.atS - b.atS);
  return {
    learntUntilS: Number.isFinite(learntUntilS) ? learntUntilS : 0,
    scoredUntilS: untilS,
    mixture,
    reports: [reportSkill(all, LEARNING_HORIZON_S)],
  };
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
