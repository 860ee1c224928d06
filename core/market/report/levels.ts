import * as v from 'valibot';

import { finite } from '../number-schemas.ts';
import { fieldsOf, listOf } from '../schemas.ts';
import { terminal } from './estimates.ts';

const levelState = v.picklist(['untouched', 'touched', 'rejected', 'closed-beyond', 'reclaimed']);
export type LevelState = v.InferOutput<typeof levelState>;

/** A price or zone that the market has minded. */
export const level = fieldsOf({
  id: v.string(),
  kind: v.string(),
  side: v.picklist(['support', 'resistance']),
  low: finite,
  high: finite,
  /** What its reasons and touches make of it together, 0 to 1. */
  score: finite,
  /** Codes of what makes it a level, each with its figures after blanks, such as `swing-high 2026-01-05 94789`. */
  sources: listOf(v.string()),
  touches: finite,
  state: levelState,
  /** The daily close that brought the state; null while it is untouched. */
  stateAt: v.nullable(finite),
  /** The states of the last weeks, the oldest first; `at` is the daily close that brought each. */
  track: v.exactOptional(
    listOf(
      fieldsOf({
        state: levelState,
        at: finite,
      }),
    ),
  ),
});
export type LevelReport = v.InferOutput<typeof level>;

/** A figure of candles. */
export const pattern = fieldsOf({
  kind: v.picklist(['doji', 'double-top', 'double-bottom']),
  timeframe: v.picklist(['day', 'week']),
  confirmed: v.boolean(),
  /** 00:00 UTC of the day that completed the figure. */
  at: finite,
  /** As far beyond the valley as the tops are before it (mirrored for bottoms), USD; null of a doji. */
  target: v.nullable(finite),
  /** The two extremes of a double top or bottom. */
  points: v.exactOptional(
    listOf(
      fieldsOf({
        at: finite,
        price: finite,
      }),
    ),
  ),
});
export type PatternReport = v.InferOutput<typeof pattern>;

/** What a break of a level within a time would mean. */
export const breakdown = fieldsOf({
  levelId: v.string(),
  direction: v.picklist(['up', 'down']),
  horizonHours: finite,
  /** Chance that the price reaches the near edge within the horizon. */
  touch: finite,
  /** Chance that at least one daily close, 00:00 UTC, within the horizon lies beyond; 0 where none falls into it. */
  closeBeyond: finite,
  /** Dollars expected to be force-closed in the average true range beyond the level. */
  releasedUsd: finite,
  /** How many times as far as the level forced orders would carry the move, in log distance; the middle draw. */
  amplification: finite,
  /** `closeBeyond` times `releasedUsd` times `amplification`. */
  expectedForcedUsd: finite,
  /** Price to which forced orders would carry the move: what they add, not where a move ends. */
  terminal: terminal,
  /** Where a move through the level ends, forced orders or not; absent in reports of earlier versions. */
  moveEnds: v.exactOptional(terminal),
});
export type BreakdownReport = v.InferOutput<typeof breakdown>;

/** How likely one price is followed by another. */
export const scenario = fieldsOf({
  /** Far edge of the next strong level; `target` is the near edge of the one after it, USD. */
  trigger: finite,
  target: finite,
  /** Chance that the price reaches the target within a week. */
  probability: finite,
});
export type ScenarioReport = v.InferOutput<typeof scenario>;
