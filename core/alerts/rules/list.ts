import { bell } from './bell.ts';
import { burst } from './burst.ts';
import { cascade } from './cascade.ts';
import { cluster } from './cluster.ts';
import { event } from './event.ts';
import { level } from './level.ts';
import { missed } from './missed.ts';
import { openInterest } from './open-interest.ts';
import { ownLiquidation } from './own-liquidation.ts';
import type { AlertView, Condition, Rule } from './rule.ts';

/** All that can be told, in the order of the options page. Of two equally grave conditions the upper one is told. */
export const RULES = [
  ownLiquidation,
  bell,
  level,
  cluster,
  cascade,
  burst,
  openInterest,
  event,
  missed,
] as const;

/** The rules that a user can switch off. */
export type AlertRule = (typeof RULES)[number]['id'];

/** Names of the numbers that a rule has. */
type SettingOf<R> = R extends Rule<string, infer Name> ? Name : never;
export type RuleSettingName = SettingOf<(typeof RULES)[number]>;

/** Every rule's conditions, each with its rule. */
export const conditionsOf = (
  view: AlertView,
  settings: Readonly<Record<RuleSettingName, number>>,
): readonly (Condition & { readonly rule: AlertRule })[] =>
  RULES.flatMap((rule) =>
    rule.conditions(view, settings).map((condition) => ({ ...condition, rule: rule.id })),
  );

const ruleOf = (id: AlertRule): Pick<Rule, 'isOwn' | 'isPressing' | 'figure'> | undefined =>
  RULES.find((rule) => rule.id === id);

/** Whether a rule is about something of the user's own. */
export const isOwnRule = (id: AlertRule): boolean => ruleOf(id)?.isOwn === true;

/** Whether a rule is told in quiet hours, too. */
export const isPressingRule = (id: AlertRule): boolean => ruleOf(id)?.isPressing === true;

const OWN_KEYS = RULES.flatMap((rule: Pick<Rule, 'isOwn' | 'passingKeys'>) =>
  rule.isOwn === true ? (rule.passingKeys ?? []) : [],
);

/** Whether a warning of that id, `market:key:time`, is about something of the user's own. */
export const isOwnWarning = (id: string): boolean =>
  OWN_KEYS.some((beginning) => id.slice(id.indexOf(':') + 1).startsWith(beginning));

/** The figure that a rule tells of beside the price; null for the price alone. */
export const figureOfRule = (id: AlertRule): NonNullable<Rule['figure']> | null => ruleOf(id)?.figure ?? null;

/** Whether what a key names may be gone for good. */
export const isPassingKey = (key: string): boolean =>
  RULES.some(({ passingKeys = [] }) => passingKeys.some((beginning) => key.startsWith(beginning)));
