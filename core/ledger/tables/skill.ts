import * as v from 'valibot';

import type { Member } from '../../engine/forecast/members.ts';
import type { Mixture } from '../../engine/forecast/mixture.ts';
import { verdictOn } from '../../engine/skill/verdict.ts';
import { finite } from '../../market/number-schemas.ts';
import type { SkillReport, Terminal } from '../../market/market-report.ts';
import { byName, column, fieldsOf, like, listOf } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

/** Unknown before the first dollars. */
const origin = v.union([finite, v.nan()]);

const mixture = like<Mixture>({
  logWeights: byName<number, Member>(finite),
  windowUsd: like<Mixture['windowUsd']>({ counts: column, total: finite, origin }),
  realisedUsd: finite,
  forecastMass: byName<number, Member>(finite),
  windows: finite,
  squaredLogErrors: finite,
  erroredWindows: finite,
});

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
) as unknown as v.GenericSchema<unknown, SkillReport>;

/** What the forecasts of a market have taught: `skill` under `[market]`. */
export const skill = table({
  life: 'record',
  isRemembered: true,
  schema: fieldsOf({
    /** Forecasts made up to here have been learnt from. */
    learntUntilS: finite,
    /** Every horizon that was over by then has its outcome. */
    scoredUntilS: finite,
    mixture,
    /** The latest score by horizon; empty before the first, and where it cannot be read: the next outcome brings it again. */
    reports: v.fallback(listOf(score), []),
  }),
});

export type SkillRow = RowOf<typeof skill>;
