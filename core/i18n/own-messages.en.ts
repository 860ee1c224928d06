import { options } from './en/options.ts';
import { positions } from './en/positions.ts';
import { rules } from './en/rules.ts';
import type { Messages } from './message.ts';
import { ENGLISH } from './messages.en.ts';

/** Everything that the extension's own pages say, in English. */
export const OWN_ENGLISH = { ...ENGLISH, ...options, ...positions, ...rules } as const satisfies Messages;
