import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { clockItem, placeItem } from '../../../core/io/storage-shared.ts';
import type { PanelPlace } from '../../../core/ledger/place.ts';

const place: PanelPlace = { right: 8, top: 80, width: 280, height: 420, form: 'open' };

beforeEach(() => fakeBrowser.reset());

describe('stored items', () => {
  test('read back what was written', async () => {
    await placeItem('binance').change(() => place);

    expect(await placeItem('binance').getValue()).toEqual(place);
    expect(await placeItem('bybit').getValue()).toEqual({});
  });

  test('of which a part is broken lose that part alone', async () => {
    await fakeBrowser.storage.local.set({ 'place:binance': { ...place, width: 'wide', chartBands: false } });

    const { width: _width, ...rest } = place;
    expect(await placeItem('binance').getValue()).toEqual({ ...rest, chartBands: false });
  });

  test.each([NaN, Infinity, -Infinity])('refuse to store %s and name where it is', async (width) => {
    await expect(placeItem('binance').change(() => ({ width }))).rejects.toThrow('$.width');

    expect(await placeItem('binance').getValue()).toEqual({});
  });

  test.each([new Float64Array(1), new Map(), new Date(0)])('refuse to store %o', async (value) => {
    await expect(clockItem.setValue({ offsetMs: value as unknown as number })).rejects.toThrow('$.offsetMs');
  });

  test('tell watchers of a later value', async () => {
    const seen: Partial<PanelPlace>[] = [];
    const stop = placeItem('binance').watch((value) => seen.push(value));

    await placeItem('binance').change(() => place);
    stop();
    await placeItem('binance').change(() => ({ form: 'dot' }));

    expect(seen).toEqual([place]);
  });
});
