import { browser } from 'wxt/browser';

import { versionItem } from '../../core/io/storage-shared.ts';
import { renewPositions } from '../../core/io/user-items.ts';
import { keepCopy } from './keep-copy.ts';
import { logFailure } from './log-failure.ts';
import { nameWatchedAssets } from './name-watched-assets.ts';
import { rememberOpenSockets } from './remember-open-sockets.ts';

/**
 * Called on installs and updates: what the user keeps is copied, then brought to today's form. A step that fails keeps
 * no other from being done. Safe to repeat; the version is stored once all of it is done.
 */
export async function renewStored(previousVersion: string | undefined): Promise<void> {
  let isDone = true;
  const steps = [() => keepCopy(previousVersion), rememberOpenSockets, nameWatchedAssets, renewPositions];
  for (const step of steps)
    try {
      await step();
    } catch (error) {
      isDone = false;
      logFailure(error);
    }
  if (isDone) await versionItem.setValue(browser.runtime.getManifest().version);
}

/** Called when the browser starts: what an update left undone is tried again. */
export async function finishRenewing(): Promise<void> {
  const doneBy = await versionItem.getValue();
  if (doneBy !== browser.runtime.getManifest().version) await renewStored(doneBy ?? undefined);
}
