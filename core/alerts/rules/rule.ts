import type * as v from 'valibot';

import type { Figures } from '../../market/figures.ts';
import type { MarketReport } from '../../market/market-report.ts';
import type { AlertSignals } from '../alert-signals.ts';

/** A number that the user can set for a rule. */
export interface RuleSetting {
  /** Values that can be stored. */
  readonly schema: v.GenericSchema<unknown, number>;
  readonly fallback: number;
  /** Stored value of one of the units in which it is entered. */
  readonly scale: number;
  /** What can be entered, in those units. */
  readonly least: number;
  readonly most: number;
}

/** Something that the user may want to be told of. Everything else that is said of rules derives from their list. */
export interface Rule<Id extends string = string, Name extends string = never> {
  /** Its words and those of its settings stand under this and their names in `core/i18n/en/rules.ts`. */
  readonly id: Id;
  /** Names are those of the alert settings, so no two rules have the same. */
  readonly settings: Readonly<Record<Name, RuleSetting>>;
  /** Beginnings of keys whose conditions may be gone for good; the others keep their state while a source is silent. */
  readonly passingKeys?: readonly string[];
  /** About something of the user's own: told beyond the day's limit, and without figures outside the extension's pages. */
  readonly isOwn?: boolean;
  /** Told in quiet hours and while warnings rest, too. */
  readonly isPressing?: boolean;
  /** The figure that it tells of beside the price: where a venue told that wrongly, its warnings are taken back. */
  readonly figure?: 'open-interest' | 'forced-orders';
  readonly conditions: (view: AlertView, settings: Readonly<Record<Name, number>>) => readonly Condition[];
}

/** A rule, with its id and the names of its settings as types. */
export const rule = <const Id extends string, const Name extends string>(
  definition: Rule<Id, Name>,
): Rule<Id, Name> => definition;

/** Stored value of one percent. */
export const PERCENT = 0.01;

/** Something that may be told, as it is now. */
export interface Condition {
  /** The same condition has the same key from report to report. */
  readonly key: string;
  readonly cause: string;
  /**
   * How grave it is, 1 to 6; a graver condition is told although its cause was told already. 1: near. 2: may start.
   * 3: goes on. 4: a day has closed. 5: a date that is known. 6: the own position.
   */
  readonly gravity: number;
  readonly isRaised: boolean;
  /** Told even if it holds when first looked at; others must be seen to begin. */
  readonly isToldAtFirstSight: boolean;
  /** The same is told again after this time at the earliest; absent: after the user's. */
  readonly coolDownMs?: number;
  /** Under which its words stand in `core/i18n/en/warnings.ts`; it begins with the rule's id. */
  readonly code: string;
  readonly figures: Figures;
}

export interface MarketSample {
  readonly atMs: number;
  readonly openInterestBase: number;
  readonly price: number;
}

/** What the rules remember of one market. */
export interface RuleMemory {
  /** Conditions by key: whether they held when last looked at. */
  readonly raised: Readonly<Record<string, boolean>>;
  /** When each key was last told, epoch milliseconds. */
  readonly toldAt: Readonly<Record<string, number>>;
  /** The newest daily close that changed a level and has been looked at; null before the first levels. */
  readonly closesSeenAt: number | null;
  /** Open interest and price of the last hour, ascending in time. */
  readonly samples: readonly MarketSample[];
}

/** What a rule looks at. */
export interface AlertView {
  readonly report: MarketReport;
  readonly price: number;
  readonly previousPrice: number | null;
  readonly state: RuleMemory;
  readonly signals: AlertSignals;
  readonly nowMs: number;
}
