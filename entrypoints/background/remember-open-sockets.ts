import { browser } from 'wxt/browser';

import { settingsItem, versionItem } from '../../core/io/storage-shared.ts';

/**
 * Called on installs and updates. A version that left things in storage but not its number kept sockets open to every
 * polled venue without a question: that is remembered, and the question says so. What was answered stays.
 */
export async function rememberOpenSockets(): Promise<void> {
  const [version, settings, stored] = await Promise.all([
    versionItem.getValue(),
    settingsItem.getValue(),
    browser.storage.local.get(null),
  ]);
  if (version === null && Object.keys(stored).length > 0 && settings.listening === undefined) {
    const listening = { isAnswered: false, venues: settings.venues, ownPages: true };
    await settingsItem.setValue({ ...settings, listening });
  }
  await versionItem.setValue(browser.runtime.getManifest().version);
}
