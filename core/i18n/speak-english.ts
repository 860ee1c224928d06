import { speak } from './say.ts';
import { WORDS } from './words.en.ts';

speak(WORDS);
