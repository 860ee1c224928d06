import * as v from 'valibot';

import { finite, notNegative } from '../market/number-schemas.ts';
import { isQuietHour, type QuietHours } from './quiet-hours.ts';
import { type AlertRule, RULES, type RuleSettingName } from './rules/list.ts';
import { HOUR_MS } from '../market/time.ts';

const WEEK_MS = 7 * 24 * HOUR_MS;

const minute = v.pipe(finite, v.integer(), v.minValue(0), v.maxValue(1439));

/** A setting as it may be stored, and what holds while it is not. */
interface AlertSetting<Value> {
  readonly schema: v.GenericSchema<unknown, Value>;
  readonly fallback: Value;
}

const setting = <Value>(schema: v.GenericSchema<unknown, Value>, fallback: Value): AlertSetting<Value> => ({
  schema,
  fallback,
});

/** What holds for all rules together. */
export const COMMON_ALERT_SETTINGS = {
  /** The same condition is told again after this time at the earliest. */
  coolDownMs: setting(v.pipe(notNegative, v.maxValue(WEEK_MS)), 12 * HOUR_MS),
  /** Conditions of one cause within this time are one warning, unless a graver one comes. */
  causeWindowMs: setting(v.pipe(notNegative, v.maxValue(WEEK_MS)), 4 * HOUR_MS),
  /** Warnings in any 24 hours; those about own positions are not counted. */
  maxPerDay: setting(v.pipe(finite, v.integer(), v.minValue(1), v.maxValue(100)), 6),
  /** No notification before this time; epoch milliseconds. */
  snoozedUntilMs: setting<number | null>(v.nullable(notNegative), null),
  quietHours: setting<QuietHours | null>(
    v.nullable(v.object({ fromMinute: minute, untilMinute: minute })),
    null,
  ),
} as const;

type CommonAlertSettings = {
  readonly [Name in keyof typeof COMMON_ALERT_SETTINGS]: (typeof COMMON_ALERT_SETTINGS)[Name]['fallback'];
};

/** What the user wants to be told, and when not: a switch a rule, the numbers of the rules, and what holds for all. */
export type AlertSettings = CommonAlertSettings &
  Readonly<Record<RuleSettingName, number>> & { readonly rules: Readonly<Record<AlertRule, boolean>> };

/** The numbers of all rules. */
export const RULE_SETTINGS = Object.assign({}, ...RULES.map(({ settings }) => settings)) as Readonly<
  Record<RuleSettingName, AlertSetting<number>>
>;

const fallbacks = (settings: Readonly<Record<string, AlertSetting<unknown>>>) =>
  Object.fromEntries(Object.entries(settings).map(([name, { fallback }]) => [name, fallback]));

export const DEFAULT_ALERT_SETTINGS = {
  rules: Object.fromEntries(RULES.map(({ id }) => [id, true])),
  ...fallbacks(RULE_SETTINGS),
  ...fallbacks(COMMON_ALERT_SETTINGS),
} as AlertSettings;

/** Whether notifications rest now, by snooze or by the quiet hours of the user's IANA time zone. */
export function isQuiet(settings: AlertSettings, nowMs: number, timeZone: string): boolean {
  if (settings.snoozedUntilMs !== null && nowMs < settings.snoozedUntilMs) return true;
  return settings.quietHours !== null && isQuietHour(settings.quietHours, nowMs, timeZone);
}
