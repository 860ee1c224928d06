import * as v from 'valibot';

import type { AlertState, MarketSample, Warning } from '../../alerts/alert-state.ts';
import { finite } from '../../market/number-schemas.ts';
import { byName, fieldsOf, like, listOf, word } from '../schemas.ts';
import { type RowOf, table } from './table.ts';

const sample = like<MarketSample>({ atMs: finite, openInterestBase: finite, price: finite });

const warning = like<Warning>({
  id: v.string(),
  rule: word(),
  at: finite,
  price: finite,
  title: v.string(),
  text: v.string(),
  cause: v.string(),
  gravity: finite,
  isQuiet: v.boolean(),
});

const state = like<AlertState>({
  raised: byName(v.boolean()),
  toldAt: byName(finite),
  closesSeenAt: v.nullable(finite),
  samples: listOf(sample),
  given: listOf(warning),
});

/** What the rules remember of a market: `alerts` under `[market]`. */
export const alerts = table({
  life: 'record',
  schema: fieldsOf({
    state,
    /** The last look, and the price then. */
    lookedAtMs: finite,
    price: finite,
    /** Ids of warnings that the user has still to be notified of. */
    untold: listOf(v.string()),
  }),
  migrations: [
    // Samples of open interest that counted both sides of Gate.
    { version: 4, change: withoutSamples },
  ],
});

export type AlertRow = RowOf<typeof alerts>;

function withoutSamples(row: unknown): unknown {
  const { state } = (row ?? {}) as Partial<AlertRow>;
  return state ? { ...(row as AlertRow), state: { ...state, samples: [] } } : row;
}
