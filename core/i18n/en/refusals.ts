import type { Messages } from '../message.ts';

/** Why something was not done. */
export const refusals = {
  'refused.not-asked': 'This cannot be asked.',
  'refused.unreadable': 'This could not be read: {path}.',
  'refused.not-stored': 'The browser could not store it.',
  'refused.no-room': 'The browser has no room to store it.',
  'refused.too-many-positions': 'There would be more than {most:number} positions.',
  'refused.too-many-addresses': 'There would be more than {most:number} addresses.',
  'refused.too-many-bells': 'There would be more than {most:number} bells.',
  'refused.known-address': 'That address is there already.',
  'refused.not-delivered': 'It did not arrive.',
  'refused.no-answer': 'The background does not answer. Try again.',
  'refused.failed': 'It did not work. Try again.',

  'refused.done': 'Not done: {reason}',
  'refused.stored': 'Not stored: {reason}',
  'refused.saved': 'Not saved. {reason}',
  'taken-back': 'Taken back. The venue is asked again with the next poll.',
  'refused.taken-back': 'Not taken back: {reason}',
} as const satisfies Messages;
