import type { Messages } from '../message.ts';

/** Lengths of time, where there is little room. */
export const durations = {
  'duration.days': '{count:number} d',
  'duration.hours': '{count:number} h',
  'duration.minutes': '{count:number} min',
  'duration.seconds': '{count:number} s',
  'duration.two': '{larger} {smaller}',
} as const satisfies Messages;
