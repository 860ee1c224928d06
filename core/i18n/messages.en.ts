import { context } from './en/context.ts';
import { levels } from './en/levels.ts';
import { positions } from './en/positions.ts';
import { refusals } from './en/refusals.ts';
import { rules } from './en/rules.ts';
import { skill } from './en/skill.ts';
import { warnings } from './en/warnings.ts';
import type { Messages } from './message.ts';

/** Everything that Plimsoll says, in English; the keys are those of every language. */
export const ENGLISH = {
  /** Of two prices, amounts or texts. */
  range: '{low} to {high}',
  ...context,
  ...levels,
  ...positions,
  ...refusals,
  ...rules,
  ...skill,
  ...warnings,
} as const satisfies Messages;
