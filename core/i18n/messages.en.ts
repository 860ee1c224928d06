import { assets } from './en/assets.ts';
import { context } from './en/context.ts';
import { levels } from './en/levels.ts';
import { options } from './en/options.ts';
import { page } from './en/page.ts';
import { positions } from './en/positions.ts';
import { refusals } from './en/refusals.ts';
import { rules } from './en/rules.ts';
import { skill } from './en/skill.ts';
import { sources } from './en/sources.ts';
import { warnings } from './en/warnings.ts';
import type { Messages } from './message.ts';

/** Everything that Plimsoll says, in English; the keys are those of every language. */
export const ENGLISH = {
  /** Of two prices, amounts or texts. */
  range: '{low} to {high}',
  /** One of several names. */
  either: '{names:either}',
  ...assets,
  ...context,
  ...levels,
  ...options,
  ...page,
  ...positions,
  ...refusals,
  ...rules,
  ...skill,
  ...sources,
  ...warnings,
} as const satisfies Messages;
