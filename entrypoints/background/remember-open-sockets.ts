import { settingsItem } from '../../core/io/storage-shared.ts';

/** Versions whose sockets were open to every polled venue without a question. */
const UNASKED_VERSIONS = /^0\.1\./;

/**
 * Remembers, after an update from a version that did not ask, that the user's sockets were open until now: the question
 * then says so. What was answered stays.
 */
export async function rememberOpenSockets(previousVersion: string | undefined): Promise<void> {
  if (previousVersion === undefined || !UNASKED_VERSIONS.test(previousVersion)) return;
  const settings = await settingsItem.getValue();
  if (settings.listening !== undefined) return;
  await settingsItem.setValue({
    ...settings,
    listening: { isAnswered: false, venues: settings.venues, ownPages: true },
  });
}
