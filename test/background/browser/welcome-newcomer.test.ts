import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { welcomeNewcomer } from '../../../entrypoints/background/welcome-newcomer.ts';

const opened = async (): Promise<readonly (string | undefined)[]> =>
  (await fakeBrowser.tabs.query({})).map(({ url }) => url).filter((url) => url?.endsWith('/welcome.html'));

beforeEach(() => {
  fakeBrowser.reset();
});

test('an install opens the welcome page', async () => {
  await welcomeNewcomer('install');

  expect(await opened()).toHaveLength(1);
});

test('what the browser calls an install a second time opens nothing more', async () => {
  await welcomeNewcomer('install');
  await welcomeNewcomer('install');

  expect(await opened()).toHaveLength(1);
});

test.each(['update', 'chrome_update', 'browser_update', 'shared_module_update'])(
  'an %s opens nothing',
  async (reason) => {
    await welcomeNewcomer(reason);

    expect(await opened()).toEqual([]);
  },
);

test('a newcomer whose storage is refused is not welcomed at every start', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));

  await expect(welcomeNewcomer('install')).rejects.toThrow('could not be stored');

  expect(await opened()).toEqual([]);
});
