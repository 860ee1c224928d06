import * as v from 'valibot';

import { dollarErrors } from '../../engine/forecast/dollars.ts';
import { PRIOR_WEIGHTS } from '../../engine/forecast/members.ts';
import type { Mixture } from '../../engine/forecast/mixture.ts';
import { finite, notNegative } from '../../market/number-schemas.ts';
import { byName, column, like } from '../../market/schemas.ts';

/** Unknown before the first dollars. */
const origin = v.union([finite, v.nan()]);

const trust = {
  logWeights: v.pipe(byName(finite), v.transform(withNewMembers)),
  windowUsd: like<Mixture['windowUsd']>({ counts: column, total: finite, origin }),
};

/** Twice those of two sides an hour for thirty days that were each off by a factor of a hundred million. */
const MOST_SQUARED_ERRORS = 1e6;

const stored = v.looseObject({
  ...trust,
  realisedUsd: notNegative,
  windows: notNegative,
  squaredLogErrors: v.pipe(notNegative, v.maxValue(MOST_SQUARED_ERRORS)),
  erroredWindows: notNegative,
  mixtureMass: v.exactOptional(notNegative),
  logErrors: v.exactOptional(finite),
  /** At first venues were not told apart. */
  venues: v.optional(v.record(v.string(), v.looseObject({ ...trust, realisedUsd: notNegative })), {}),
  /** As earlier versions had it instead of the mixture's: by member. */
  forecastMass: v.exactOptional(byName(finite)),
});

/** What a stored mixture has learnt, with what later versions learn beside it. */
export const mixtureRow = v.pipe(
  stored,
  v.transform((row) => ({
    ...row,
    mixtureMass: row.mixtureMass ?? row.forecastMass?.['refillMap'] ?? 0,
    logErrors: row.logErrors ?? likelyLogErrors(row),
  })),
  // Errors whose mean is larger than their squares allow have no spread.
  v.check((row) => !Number.isNaN(dollarErrors(row).sd)),
) as unknown as v.GenericSchema<unknown, Mixture>;

/**
 * A member that came later starts with the evidence of those that are still there, weighed as they are before any outcome:
 * it has its prior weight, and neither gains nor loses by what was learnt without it.
 */
function withNewMembers(logWeights: Record<string, number>): Record<string, number> {
  const members = Object.keys(PRIOR_WEIGHTS);
  const known = members.filter((member) => logWeights[member] !== undefined);
  const highest = Math.max(...known.map((member) => logWeights[member] ?? 0));
  let likelihood = 0;
  let prior = 0;
  for (const member of known) {
    likelihood += (PRIOR_WEIGHTS[member] ?? 0) * Math.exp((logWeights[member] ?? 0) - highest);
    prior += PRIOR_WEIGHTS[member] ?? 0;
  }
  const evidence = known.length === 0 ? 0 : highest + Math.log(likelihood / prior);
  return { ...Object.fromEntries(members.map((member) => [member, evidence])), ...logWeights };
}

/**
 * Sum of log errors where only their squares were kept: of dollars that spread lognormally about what was expected of them
 * with a mean square q, the mean log error is 1 - sqrt(1 + q).
 */
const likelyLogErrors = ({
  squaredLogErrors,
  erroredWindows,
}: Pick<Mixture, 'squaredLogErrors' | 'erroredWindows'>): number =>
  erroredWindows > 0 ? erroredWindows * (1 - Math.sqrt(1 + squaredLogErrors / erroredWindows)) : 0;
