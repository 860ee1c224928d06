import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { versionItem } from '../../../core/io/storage-shared.ts';
import { settingsItem } from '../../../core/io/user-items.ts';
import { finishRenewing, renewStored } from '../../../entrypoints/background/renew-stored.ts';
import { SETTINGS_OF_0_1_0 } from '../../support/stored-settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.3.0' } as never);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The copy is the first that an update writes. */
const refuseCopy = () =>
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));

const copied = async () => (await fakeBrowser.storage.local.get('before'))['before'];
const openBefore = { isAnswered: false, venues: SETTINGS_OF_0_1_0.venues, ownPages: true };

test('a copy for which there is no room keeps no open socket from being remembered, and is said', async () => {
  await fakeBrowser.storage.local.set({ settings: SETTINGS_OF_0_1_0 });
  refuseCopy();

  await renewStored('0.1.0');

  expect((await settingsItem.getValue()).listening).toEqual(openBefore);
  expect(await versionItem.getValue()).toBeNull();
  expect(console.warn).toHaveBeenCalledTimes(1);
});

test('what an update could not do is done when the browser starts the next time', async () => {
  await fakeBrowser.storage.local.set({ settings: SETTINGS_OF_0_1_0, version: '0.2.0' });
  refuseCopy();
  await renewStored('0.2.0');
  refuseCopy();
  await finishRenewing();
  expect(await copied()).toBeUndefined();

  await finishRenewing();

  expect(await copied()).toMatchObject({ version: '0.2.0' });
  expect(await versionItem.getValue()).toBe('0.3.0');
});

test('once all is done a start changes nothing', async () => {
  await renewStored('0.2.0');
  const write = vi.spyOn(browser.storage.local, 'set');

  await finishRenewing();

  expect(write).not.toHaveBeenCalled();
});
