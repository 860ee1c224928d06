import type { Messages } from '../message.ts';

/** What is sent to a messenger of the user's own. */
export const messages = {
  'message.title': '{asset}: {title}',
  /** The same number twice is the same warning. */
  'message.mark': '{at:moment}, warning {number}',
  'message.test':
    'Plimsoll can write here. Warnings come while the browser is open; while it is closed nothing is watched.',
} as const satisfies Messages;
