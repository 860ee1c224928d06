import type { WarningReport } from '../market/market-report.ts';
import type { AlertRule } from './rules/list.ts';
import type { RuleMemory } from './rules/rule.ts';

/** What is remembered of one market; plain JSON, so that it outlives the worker. */
export interface AlertState extends RuleMemory {
  /** Warnings of the last days, the newest first. */
  readonly given: readonly Warning[];
}

/** A warning as it was given. */
export interface Warning extends Omit<WarningReport, 'isOwn' | 'isPressing'> {
  readonly rule: AlertRule;
  /** Conditions with the same cause are one event to the user: `down`, `up`, or something of its own. */
  readonly cause: string;
  readonly gravity: number;
  /** Shown in the panel and on the badge, but not as a notification. */
  readonly isQuiet: boolean;
}

export const INITIAL_ALERT_STATE: AlertState = {
  raised: {},
  toldAt: {},
  closesSeenAt: null,
  samples: [],
  given: [],
};
