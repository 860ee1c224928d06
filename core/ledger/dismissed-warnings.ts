import * as v from 'valibot';

import { type Fact } from './fact.ts';
import { many } from './fact-list.ts';

/** More warnings than a week can bring. */
const MOST_DISMISSED = 100;

/** A warning, as a message names it. */
export const warningId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const ids = many(warningId, MOST_DISMISSED, []);

/** A warning is taken off the list, or those whose ids contain a text are forgotten. */
export type DismissedChange = string | { readonly forget: string };

/** `local:dismissed-warnings`: ids of the warnings that the user has taken off the list, the newest first. */
export const dismissedWarnings: Fact<readonly string[], DismissedChange> = {
  fallback: [],
  schema: warningId,
  restore: ids.restore,
  change: (stored, change) => {
    const before = ids.restore(stored);
    if (typeof change !== 'string') return before.filter((id) => !id.includes(change.forget));
    return [change, ...before.filter((id) => id !== change)].slice(0, MOST_DISMISSED);
  },
};
