import { renewPositions } from '../../core/io/user-items.ts';
import { keepCopy } from './keep-copy.ts';
import { nameWatchedAssets } from './name-watched-assets.ts';
import { rememberOpenSockets } from './remember-open-sockets.ts';

/** Called on installs and updates: what the user keeps is copied, then brought to today's form. Safe to repeat. */
export async function renewStored(previousVersion: string | undefined): Promise<void> {
  await keepCopy(previousVersion);
  await rememberOpenSockets();
  await nameWatchedAssets();
  await renewPositions();
}
