import { watchList } from './en/watch-list.ts';
import { screener } from './en/screener.ts';
import type { Messages } from './message.ts';
import { ENGLISH } from './messages.en.ts';

/** What is said where many markets are looked at, in English; apart, so that it is loaded once that is wanted. */
export const GLANCE_ENGLISH = {
  range: ENGLISH.range,
  ...screener,
  ...watchList,
} as const satisfies Messages;
