import { levels } from './en/levels.ts';
import { rules } from './en/rules.ts';
import { warnings } from './en/warnings.ts';
import type { Messages } from './message.ts';

/** Everything that Plimsoll says, in English; the keys are those of every language. */
export const ENGLISH = {
  /** Of two prices, amounts or texts. */
  range: '{low} to {high}',
  ...levels,
  ...rules,
  ...warnings,
} as const satisfies Messages;
