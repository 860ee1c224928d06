import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { keepCopy } from '../../../entrypoints/background/keep-copy.ts';
import { ADDRESS, buildAccount } from '../../support/accounts.ts';
import { SETTINGS_OF_0_1_0 } from '../../support/stored-settings.ts';

beforeEach(() => fakeBrowser.reset());

const copy = async () => (await fakeBrowser.storage.local.get('before'))['before'];
const items = { settings: SETTINGS_OF_0_1_0, 'place:binance': { form: 'dot' } };

test('what the user had under the version before is kept for one release', async () => {
  await fakeBrowser.storage.local.set({ ...items, 'report:BTCUSDT': {} });

  await keepCopy('0.1.0');
  await fakeBrowser.storage.local.set({ settings: 'changed since' });
  await keepCopy('0.1.0');

  expect(await copy()).toEqual({ version: '0.1.0', items });
});

test('a first install has nothing to keep', async () => {
  await keepCopy(undefined);

  expect(await copy()).toBeUndefined();
});

test('of addresses there is no copy, so that what is forgotten is gone', async () => {
  await fakeBrowser.storage.local.set({ ...items, accounts: [buildAccount()] });

  await keepCopy('0.1.0');

  expect(JSON.stringify(await copy())).not.toContain(ADDRESS);
});
