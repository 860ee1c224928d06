import { options } from './en/options.ts';
import { record } from './en/record.ts';
import { rules } from './en/rules.ts';
import { welcome } from './en/welcome.ts';
import type { Messages } from './message.ts';
import { OWN_ENGLISH } from './own-messages.en.ts';

/** Everything that the extension's pages in tabs say, in English: options, track record, welcome. */
export const PAGE_ENGLISH = {
  ...OWN_ENGLISH,
  ...options,
  ...record,
  ...rules,
  ...welcome,
} as const satisfies Messages;
