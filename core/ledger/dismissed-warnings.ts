import * as v from 'valibot';

import { type Fact } from './fact.ts';
import { many } from './fact-list.ts';

/** More warnings than a week can bring. */
const MOST_DISMISSED = 100;

const warningId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const ids = many(warningId, MOST_DISMISSED, []);

/** `local:dismissed-warnings`: ids of the warnings that the user has taken off the list, the newest first. */
export const dismissedWarnings: Fact<readonly string[], string> = {
  fallback: [],
  schema: warningId,
  restore: ids.restore,
  change: (stored, id) =>
    [id, ...ids.restore(stored).filter((other) => other !== id)].slice(0, MOST_DISMISSED),
};
