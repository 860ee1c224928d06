import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { DEFAULT_SETTINGS, placeItem, positionsItem, settingsItem } from '../../core/io/storage-shared.ts';
import type { PanelPlace } from '../../core/ledger/stored.ts';

const place: PanelPlace = { right: 8, top: 80, width: 280, height: 420, form: 'open' };

describe('stored items', () => {
  beforeEach(() => {
    fakeBrowser.reset();
  });

  test('read back what was written', async () => {
    await placeItem('binance').setValue(place);

    expect(await placeItem('binance').getValue()).toEqual(place);
    expect(await placeItem('bybit').getValue()).toBeNull();
  });

  test.each([
    ['a text', 'local:settings', 'corrupt'],
    ['a version of the future', 'local:settings', { ...DEFAULT_SETTINGS, version: 9 }],
    ['a word for a switch', 'local:settings', { ...DEFAULT_SETTINGS, bookMarks: 'yes' }],
    ['an unknown venue', 'local:settings', { ...DEFAULT_SETTINGS, venues: ['mtgox'] }],
  ])('fall back when storage holds %s', async (_what, key, value) => {
    await fakeBrowser.storage.local.set({ [key.replace('local:', '')]: value });

    expect(await settingsItem.getValue()).toEqual(DEFAULT_SETTINGS);
  });

  test('fall back for one corrupt position among good ones', async () => {
    await fakeBrowser.storage.local.set({ positions: [{ id: 'a', venue: 'binance' }] });

    expect(await positionsItem.getValue()).toEqual([]);
  });

  test.each([NaN, Infinity, -Infinity])('refuse to store %s and name where it is', async (width) => {
    await expect(placeItem('binance').setValue({ ...place, width })).rejects.toThrow('$.width');

    expect(await placeItem('binance').getValue()).toBeNull();
  });

  test.each([new Float64Array(1), new Map(), new Date(0)])('refuse to store %o', async (value) => {
    const width = value as unknown as number;

    await expect(placeItem('binance').setValue({ ...place, width })).rejects.toThrow('$.width');
  });

  test('tell watchers of a later value', async () => {
    const seen: (PanelPlace | null)[] = [];
    const stop = placeItem('binance').watch((value) => seen.push(value));

    await placeItem('binance').setValue(place);
    stop();
    await placeItem('binance').setValue({ ...place, form: 'dot' });

    expect(seen).toEqual([place]);
  });
});
