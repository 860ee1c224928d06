import * as v from 'valibot';

import { RULES } from '../../alerts/rules/list.ts';
import { type AlertSettings, COMMON_ALERT_SETTINGS, RULE_SETTINGS } from '../../alerts/settings.ts';
import { fields, one, type Fact } from '../fact.ts';

type Setting = { readonly schema: v.GenericSchema; readonly fallback: unknown };

const factsOf = (settings: Readonly<Record<string, Setting>>) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, { schema, fallback }]) => [name, one(schema, fallback)]),
  );

export type AlertChange = Partial<Omit<AlertSettings, 'rules'>> & {
  readonly rules?: Partial<AlertSettings['rules']>;
};

/** What the user wants to be told, and when not. */
export const alerts = fields({
  rules: fields(Object.fromEntries(RULES.map(({ id }) => [id, one(v.boolean(), true)]))),
  ...factsOf(RULE_SETTINGS),
  ...factsOf(COMMON_ALERT_SETTINGS),
}) as unknown as Fact<AlertSettings, AlertChange>;
