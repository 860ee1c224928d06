import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { createExtensionStorage } from '../../../core/io/storage-worker.ts';
import { settingsItem } from '../../../core/io/user-items.ts';

describe('what the worker reads of the user’s every few seconds', () => {
  beforeEach(() => {
    fakeBrowser.reset();
  });

  test('is read once while nothing changes', async () => {
    const { readSettings } = createExtensionStorage(() => 0);
    const read = vi.spyOn(fakeBrowser.storage.local, 'get');

    const [first, second] = [await readSettings(), await readSettings()];

    expect(second).toBe(first);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('is what the worker has just stored, before the browser tells of it', async () => {
    const { readSettings, readLeases, writeLeases } = createExtensionStorage(() => 0);
    await readSettings();
    await readLeases();
    // A browser that never tells of a change.
    vi.spyOn(fakeBrowser.storage.local.onChanged, 'trigger').mockResolvedValue([]);
    vi.spyOn(fakeBrowser.storage.onChanged, 'trigger').mockResolvedValue([]);

    await settingsItem.change(() => ({ watchList: ['ETHUSDT'] }));
    const lease = { market: 'BTCUSDT', venue: 'binance', untilMs: 1 };
    await writeLeases({ tab: lease });

    expect((await readSettings()).watchList).toEqual(['ETHUSDT']);
    expect(await readLeases()).toEqual({ tab: lease });
  });

  test('is what another context stored, once the browser tells of it', async () => {
    const { readSettings } = createExtensionStorage(() => 0);
    const settings = await readSettings();

    await fakeBrowser.storage.local.set({ settings: { ...settings, watchList: ['SOLUSDT'] } });

    expect((await readSettings()).watchList).toEqual(['SOLUSDT']);
  });

  test('is asked for again after the browser failed to tell it', async () => {
    const { readSettings } = createExtensionStorage(() => 0);
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('gone'));

    await expect(readSettings()).rejects.toThrow('gone');
    expect((await readSettings()).watchList).toBeInstanceOf(Array);
  });
});
