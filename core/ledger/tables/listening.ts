import { exactOptional, type InferOutput } from 'valibot';

import { finite } from '../../market/number-schemas.ts';
import { fieldsOf, listOf } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

/** A stretch of time, epoch milliseconds, in which a venue's forced orders were listened to. */
const stretch = fieldsOf({ fromMs: finite, untilMs: finite });

export type Stretch = InferOutput<typeof stretch>;

/**
 * When a venue's forced orders of a market were listened to: `listening` under `[market, venue]`. What lies between
 * the stretches is a gap, of which nothing is known.
 */
export const listening = table({
  life: 'record',
  isRemembered: true,
  schema: fieldsOf({
    /** Ascending, apart from each other. */
    stretches: listOf(stretch),
    /** Counts what was learnt of a time that the engine may already have read. */
    revision: finite,
    /** What was heard then is not believed: its orders are kept and not counted. Ascending, apart from each other. */
    takenBack: exactOptional(listOf(stretch)),
  }),
  migrations: [
    // Gate's forced orders were whole positions.
    { version: 4, isGone: ([, venue]) => venue === 'gate' },
  ],
});

export type ListeningRow = RowOf<typeof listening>;
