import { browser } from 'wxt/browser';

import { versionItem } from '../../core/io/storage-shared.ts';
import { settingsItem } from '../../core/io/user-items.ts';

/**
 * Called on installs and updates. A version that left things in storage but not its number kept sockets open to every
 * polled venue without a question: that is remembered, and the question says so. What was answered stays.
 */
export async function rememberOpenSockets(): Promise<void> {
  const [version, all] = await Promise.all([versionItem.getValue(), browser.storage.local.get(null)]);
  if (version === null && Object.keys(all).length > 0)
    await settingsItem.change(({ venues }, stored) =>
      (stored as { readonly listening?: unknown } | null)?.listening === undefined
        ? { listening: { isAnswered: false, venues, ownPages: true } }
        : null,
    );
}
