import * as v from 'valibot';

import type { AlertState, Warning } from '../../alerts/alert-state.ts';
import type { MarketSample } from '../../alerts/rules/rule.ts';
import { figures } from '../../market/figures.ts';
import { finite } from '../../market/number-schemas.ts';
import { byName, fieldsOf, like, listOf, word } from '../../market/schemas.ts';
import { type RowOf, table } from './table.ts';

const sample = like<MarketSample>({ atMs: finite, openInterestBase: finite, price: finite });

const warning = v.pipe(
  v.unknown(),
  v.transform(inCodes),
  like<Warning>({
    id: v.string(),
    rule: word(),
    at: finite,
    price: finite,
    code: v.string(),
    figures,
    cause: v.string(),
    gravity: finite,
    isQuiet: v.boolean(),
  }),
);

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
  isRemembered: true,
  schema: fieldsOf({
    state,
    /** The last look, and the price then. */
    lookedAtMs: finite,
    price: finite,
    /** Ids of warnings that the user has still to be notified of. */
    untold: listOf(v.string()),
    /** A time in which nobody looked, of which it is not known yet where the price was; null: none. */
    unseen: v.optional(v.nullable(fieldsOf({ fromMs: finite, untilMs: finite, price: finite })), null),
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

/** A warning that an earlier version stored in words keeps them as what is told. */
function inCodes(stored: unknown): unknown {
  const { title, text, ...warning } = (stored ?? {}) as Partial<Record<string, unknown>>;
  const isWorded = warning['code'] === undefined && title !== undefined && text !== undefined;
  return isWorded ? { ...warning, code: 'told', figures: { title, text } } : stored;
}
