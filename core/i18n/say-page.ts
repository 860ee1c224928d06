import { LANGUAGE } from './amount-text.ts';
import { PAGE_ENGLISH } from './page-messages.en.ts';
import { createSpeech } from './say.ts';

/** What the extension's pages in tabs say. */
export const { say, sayStored } = createSpeech(PAGE_ENGLISH, LANGUAGE);
