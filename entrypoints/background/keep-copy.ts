import { browser } from 'wxt/browser';

const COPY_KEY = 'before';

/** What the user keeps, by its key in storage; not the accounts, of which nothing may be left once they are forgotten. */
const isOfUser = (key: string): boolean =>
  ['settings', 'positions', 'dismissed-warnings'].includes(key) || key.startsWith('place:');

/**
 * Called on updates, before anything is changed: keeps what the user's items were under the version before, until the
 * next update, so that going back loses nothing.
 */
export async function keepCopy(previousVersion: string | undefined): Promise<void> {
  if (previousVersion === undefined) return;
  const stored = await browser.storage.local.get(null);
  const copied = stored[COPY_KEY] as { readonly version?: unknown } | undefined;
  if (copied?.version === previousVersion) return;
  const items = Object.fromEntries(Object.entries(stored).filter(([key]) => isOfUser(key)));
  await browser.storage.local.set({ [COPY_KEY]: { version: previousVersion, items } });
}
