import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf, listOf } from '../schemas.ts';
import { sourceFailure, sourceState } from './names.ts';

/** State of a source of context, which is optional and fails alone. */
const contextSourceStatus = fieldsOf({
  figure: v.picklist(['etf', 'events', 'dvol', 'treasuries']),
  /** What the user is told, e.g. `Deribit DVOL`. */
  name: v.string(),
  status: sourceState,
  /** When the source last answered well; null if never. */
  at: v.nullable(finite),
  code: v.nullable(sourceFailure),
});
export type ContextSourceStatus = v.InferOutput<typeof contextSourceStatus>;

/** What surrounds the market. */
export const context = fieldsOf({
  /**
   * What flowed into spot funds on `date` (UTC), the last day that is known, and in five trading days; that day's sign
   * has held for `streakDays`. Null: nothing is known.
   */
  etf: v.nullable(
    fieldsOf({
      date: v.string(),
      netFlowUsd: finite,
      sum5dUsd: finite,
      streakDays: finite,
    }),
  ),
  /** Releases and speeches ahead; `country` is the currency that one moves, `impact` what the calendar says of it. */
  events: listOf(
    fieldsOf({
      at: finite,
      title: v.string(),
      country: v.string(),
      impact: v.string(),
    }),
  ),
  /** Implied volatility, percent a year; null where none is told or it is older than a day. */
  dvol: v.nullable(finite),
  /** Of the last 30 days, percent a year; null where fewer are known. */
  realisedVol: v.nullable(finite),
  /** Bitcoin of listed companies, of bitcoin alone. */
  treasuries: v.nullable(
    fieldsOf({
      base: finite,
      companies: finite,
      /** Coins that came in the last month, below 0 where some went; null until a month is known. */
      monthBase: v.nullable(finite),
    }),
  ),
  /** Who gives which figure, one entry a source that is allowed; absent before any is. */
  sources: v.exactOptional(listOf(contextSourceStatus)),
});
export type ContextReport = v.InferOutput<typeof context>;
