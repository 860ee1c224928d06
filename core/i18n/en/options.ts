import type { Messages } from '../message.ts';

/** Options and files of them. */
export const options = {
  'options.taken': 'Options of {file} are in force.',
  'options.reset': 'Options are as they were at first.',
  'options.wrong-field': '{file}, line {line:number}: {path} is not what it has to be. Nothing was changed.',
  'options.no-options': '{file}, line {line:number}: these are no options. Nothing was changed.',
} as const satisfies Messages;
