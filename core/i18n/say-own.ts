import { LANGUAGE } from './amount-text.ts';
import { OWN_ENGLISH } from './own-messages.en.ts';
import { createSpeech } from './say.ts';

/** What the extension's own pages say. */
export const { say, sayStored } = createSpeech(OWN_ENGLISH, LANGUAGE);
