/** Has the browsers of the tests installed where that is possible; Firefox's tests are skipped without one. */
import { ensureChromium } from './browser.ts';
import { ensureFirefox } from './firefox.ts';

console.log(`Chromium: ${ensureChromium()}`);
console.log(`Firefox: ${ensureFirefox() ?? 'none, its tests are skipped'}`);
