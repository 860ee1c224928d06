import { LANGUAGE } from './amount-text.ts';
import { ENGLISH } from './messages.en.ts';
import type { Words } from './say.ts';

/** Everything that a page of an exchange may be told, in English. */
export const WORDS: Words = { language: LANGUAGE, messages: ENGLISH };
