import type { Messages } from '../message.ts';

/** What is said of a number that is typed. */
export const numbers = {
  'number.none': 'Not a number, such as {example}.',
  'number.positive': 'Must be more than zero.',
  'number.least': 'At least {limit}.',
  'number.most': 'At most {limit}.',
  'number.which': 'Which one is meant?',
} as const satisfies Messages;
