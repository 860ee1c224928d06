import { browser } from 'wxt/browser';

import { keyOfScripts, scriptsFor } from '../../core/sites/page-scripts.ts';
import { leaveOpenPages, startOnOpenPages } from './open-pages.ts';

/**
 * Keeps the panel on the sites that the user allows, and only on them: new pages by registered scripts, which the
 * browser keeps across its restarts and drops on updates; open pages at once. Adds its listeners synchronously.
 */
export function followSitePermissions(): void {
  let last: Promise<void> = Promise.resolve();
  const follow = (reachOpenPages: (granted: ReadonlySet<string>) => Promise<void>) => {
    const task = async () => {
      const granted = await grantedPatterns();
      await registerScripts(granted);
      await reachOpenPages(granted);
    };
    last = last
      .then(task)
      .catch((error: unknown) => console.warn('Plimsoll could not follow the sites allowed', error));
  };
  browser.permissions.onAdded.addListener(() => follow(startOnOpenPages));
  browser.permissions.onRemoved.addListener(() => follow(leaveOpenPages));
  follow(async () => {});
}

/** Match patterns that are allowed; for scripts of the manifest `contains` says no where an optional host is the same. */
async function grantedPatterns(): Promise<ReadonlySet<string>> {
  const { origins = [] } = await browser.permissions.getAll();
  return new Set(origins);
}

/** Registers the scripts for the optional pages among `granted`, in place of what was registered before. */
async function registerScripts(granted: ReadonlySet<string>): Promise<void> {
  const wanted = scriptsFor(granted);
  const registered = await browser.scripting.getRegisteredContentScripts();
  if (keyOfScripts(wanted) === keyOfScripts(registered)) return;
  await browser.scripting.unregisterContentScripts();
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
}
