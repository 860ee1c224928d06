import { LANGUAGE } from './amount-text.ts';
import { GLANCE_ENGLISH } from './glance-messages.en.ts';
import { createSpeech } from './say.ts';

/** What is said where many markets are looked at. */
export const { say } = createSpeech(GLANCE_ENGLISH, LANGUAGE);
