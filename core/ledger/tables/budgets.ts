import type { InferOutput } from 'valibot';

import { finite } from '../../market/number-schemas.ts';
import { fieldsOf, listOf } from '../../market/schemas.ts';
import { table } from './table.ts';

const spending = fieldsOf({ atMs: finite, weight: finite });

export type Spending = InferOutput<typeof spending>;

/** What was spent of one budget, oldest first, no longer than its window: `budgets` under `[venue, budget]`. */
export const budgets = table({
  life: 'loadable',
  isOfNoMarket: true,
  isRemembered: true,
  schema: fieldsOf({ spent: listOf(spending) }),
});
