/** Has the browsers of the tests installed where that is possible, in one go; Firefox's tests are skipped without one. */
import { ensureChromium, ensurePageBrowser, installWithApt, missingPackages } from './browser.ts';
import { findFirefox } from './firefox.ts';

installWithApt([...missingPackages(), ...(findFirefox() === null ? ['firefox-esr'] : [])]);
console.log(`Chromium: ${ensureChromium()}, for pages without the extension ${ensurePageBrowser()}`);
console.log(`Firefox: ${findFirefox() ?? 'none, its tests are skipped'}`);
