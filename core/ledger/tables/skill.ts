import * as v from 'valibot';

import { verdictOn } from '../../engine/skill/verdict.ts';
import { finite } from '../../market/number-schemas.ts';
import type { Terminal } from '../../market/market-report.ts';
import { skill as skillReport, type SkillReport } from '../../market/report/skill.ts';
import { fieldsOf, like, listOf } from '../../market/schemas.ts';
import { mixtureRow } from '../record/mixture-row.ts';
import { type RowOf, table } from './table.ts';

const quantile = like<Terminal>({ p5: finite, p50: finite, p95: finite });

const figures = { hasEvidence: v.exactOptional(v.boolean()), ratio: quantile };

/** An earlier version told the verdict in a sentence; the figures tell it too. */
const judged = <Score extends { readonly hasEvidence?: boolean; readonly ratio: Terminal }>(
  score: Score,
) => ({
  ...score,
  verdict: verdictOn(score.hasEvidence === true, score.ratio),
});

const other = v.pipe(v.looseObject(figures), v.transform(judged));
const score = v.pipe(
  v.looseObject({ ...figures, other: v.exactOptional(other) }),
  v.transform(judged),
  skillReport as v.GenericSchema<never, SkillReport>,
);

/** What the forecasts of a market have taught: `skill` under `[market]`. */
export const skill = table({
  life: 'record',
  isRemembered: true,
  schema: fieldsOf({
    /** Forecasts made up to here have been learnt from. */
    learntUntilS: finite,
    /** Every horizon that was over by then has its outcome. */
    scoredUntilS: finite,
    mixture: mixtureRow,
    /** The latest score by horizon; empty before the first, and where it cannot be read: the next outcome brings it again. */
    reports: v.fallback(listOf(score), []),
  }),
});

export type SkillRow = RowOf<typeof skill>;
