import * as v from 'valibot';

import { figures } from '../figures.ts';
import { finite } from '../number-schemas.ts';
import { fieldsOf } from '../schemas.ts';

/** A warning that was given. */
export const warning = fieldsOf({
  id: v.string(),
  /** The rule that gave it, e.g. `level`. */
  rule: v.string(),
  at: finite,
  price: finite,
  /** What it says, by the table of messages; `told` for one that an earlier version stored in words. */
  code: v.string(),
  figures: figures,
  /** Of a position of the user's own, whose figures no page is told. */
  isOwn: v.exactOptional(v.literal(true)),
  /** Of a danger that does not wait: it stands before others of the user's own. */
  isPressing: v.exactOptional(v.literal(true)),
});
export type WarningReport = v.InferOutput<typeof warning>;
