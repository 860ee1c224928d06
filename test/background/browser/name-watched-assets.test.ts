import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { settingsItem } from '../../../core/io/user-items.ts';
import { nameWatchedAssets } from '../../../entrypoints/background/name-watched-assets.ts';

beforeEach(() => fakeBrowser.reset());

test('what was watched as a coin and is none is watched as what it is', async () => {
  const watchList = ['BTCUSDT', 'XAUUSDT', 'CATUSDT', 'TSLAUSDT', 'TSLA.equity'];
  await settingsItem.change(() => ({ watchList }));

  await nameWatchedAssets();
  await nameWatchedAssets();

  expect((await settingsItem.getValue()).watchList).toEqual([
    'BTCUSDT',
    'XAU.commodity',
    'CATUSDT',
    'TSLA.equity',
  ]);
});
