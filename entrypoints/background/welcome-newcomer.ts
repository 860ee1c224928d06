import { browser } from 'wxt/browser';

import { welcomedItem } from '../../core/io/storage-shared.ts';

/**
 * Called on installs and updates: opens the welcome page, once in the life of a profile's storage. A browser that is
 * started with an unpacked extension calls each start an install.
 */
export async function welcomeNewcomer(reason: string): Promise<void> {
  if (reason !== 'install' || (await welcomedItem.getValue())) return;
  await welcomedItem.setValue(true);
  await browser.tabs.create({ url: `${browser.runtime.getURL('/')}welcome.html` });
}
