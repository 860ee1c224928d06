import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf } from '../schemas.ts';
import { terminal } from './estimates.ts';

/** `too-little-heard`: nothing is claimed yet; `not-shown`: the interval of the ratio holds 1. */
const skillVerdict = v.picklist(['too-little-heard', 'not-shown', 'ahead', 'behind']);
export type SkillVerdict = v.InferOutput<typeof skillVerdict>;

/** How much better than distance alone the expected-forced map has been at saying where forced orders fire. */
const skillEntries = {
  horizonHours: finite,
  /**
   * `first`: forced orders while the price sets a new extreme after the forecast, which positions open at that time can
   * fire; `all`: every forced order on the way. Absent: `first`.
   */
  definition: v.exactOptional(v.picklist(['first', 'all'])),
  /** Whether enough was heard for the interval to mean anything; absent: no. */
  hasEvidence: v.exactOptional(v.boolean()),
  /** The skill was lost: the expected-forced map goes by distance alone until it is back. */
  isDistanceAlone: v.exactOptional(v.boolean()),
  /** How many times likelier than distance alone it made the dollars that were forced; above 1 is better. */
  ratio: terminal,
  /** Sides of forecast windows that were scored, on `days` UTC days, with `usd` forced in them. */
  windows: finite,
  days: finite,
  usd: finite,
  verdict: skillVerdict,
};

/** The skill by one definition, with the other beside it. */
export const skill = fieldsOf({
  ...skillEntries,
  /** The same figures by the other definition. */
  other: v.exactOptional(fieldsOf(skillEntries)),
});
export type SkillReport = v.InferOutput<typeof skill>;
