import * as v from 'valibot';

import type { Member } from '../../engine/forecast/members.ts';
import type { Mixture } from '../../engine/forecast/mixture.ts';
import { finite } from '../../market/number-schemas.ts';
import type { SkillReport } from '../../market/market-report.ts';
import { byName, column, fieldsOf, like, listOf } from '../schemas.ts';
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
    /** The latest score by horizon; empty before the first. */
    reports: listOf(v.looseObject({}) as unknown as v.GenericSchema<unknown, SkillReport>),
  }),
});

export type SkillRow = RowOf<typeof skill>;
