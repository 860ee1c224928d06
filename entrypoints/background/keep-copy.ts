import { browser } from 'wxt/browser';

import { COPY_KEY, copyForUpdate, forgetAddresses, goBack } from '../../core/ledger/copy-before.ts';
import { messengersItem } from '../../core/io/user-items.ts';
import { logFailure } from './log-failure.ts';

/**
 * Called on updates, before anything is changed: keeps what the user's items were under the version before, until the
 * next update, so that going back loses nothing; and where the browser went back, puts back what cannot be read.
 */
export async function keepCopy(previousVersion: string | undefined): Promise<void> {
  const { version } = browser.runtime.getManifest();
  if (previousVersion === undefined || previousVersion === version) return;
  const stored = await browser.storage.local.get(null);
  const isBack = version.localeCompare(previousVersion, 'en', { numeric: true }) < 0;
  await browser.storage.local.set(isBack ? goBack(stored) : copyForUpdate(stored, previousVersion));
}

/** Has the copy forget the address of a messenger together with the user. */
export function forgetWithUser(): void {
  messengersItem.watch((channels) => {
    const forget = async (): Promise<void> => {
      const changed = forgetAddresses(await browser.storage.local.get(COPY_KEY), channels);
      if (changed !== undefined) await browser.storage.local.set(changed);
    };
    void forget().catch(logFailure);
  });
}
