import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { settingsItem } from '../../../core/io/user-items.ts';
import { type Listening, UNASKED_LISTENING } from '../../../core/ledger/settings/listening.ts';
import { answerMessage } from '../../../core/service/protocol/answer-message.ts';
import { household } from '../../../entrypoints/background/household.ts';
import { rememberOpenSockets } from '../../../entrypoints/background/remember-open-sockets.ts';
import { shutSockets } from '../../../entrypoints/background/shut-sockets.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.2.0' } as never);
});

const stored = async () => (await settingsItem.getValue()).listening;
const store = (listening: Listening) => settingsItem.change(() => ({ listening }));
const listenToOwnPages = () =>
  answerMessage(
    { kind: 'listen-to-own-pages' },
    { isOwn: false, page: 'tab' },
    { ...household, service: {} as never, poll: () => {}, pollDue: () => {}, nowMs: () => 0 },
  );

describe('after an update', () => {
  test('from a version that did not ask, it is remembered that sockets were open', async () => {
    await fakeBrowser.storage.local.set({
      settings: { version: 1, venues: ['okx', 'gate'], watchList: [], palette: 'orange-blue', theme: 'page' },
    });

    await rememberOpenSockets();

    expect(await stored()).toEqual({ isAnswered: false, venues: ['okx', 'gate'], ownPages: true });
  });

  test('from a version that asked, or on a first install, nothing is claimed', async () => {
    await rememberOpenSockets();
    expect(await stored()).toEqual(UNASKED_LISTENING);

    await settingsItem.change(() => ({}));
    await rememberOpenSockets();
    expect(await stored()).toEqual(UNASKED_LISTENING);
  });

  test('what was answered stays', async () => {
    const answered = { isAnswered: true, venues: ['okx'], ownPages: false } as const;
    await store(answered);

    await rememberOpenSockets();

    expect(await stored()).toEqual(answered);
  });
});

describe('an answer that comes from a page', () => {
  test('opens nothing but the venues of open pages', async () => {
    await store({ isAnswered: false, venues: ['binance', 'okx'], ownPages: true });

    await listenToOwnPages();

    expect(await stored()).toEqual({ isAnswered: true, venues: [], ownPages: true });
  });

  test('does not take back what was chosen in the options', async () => {
    const answered = { isAnswered: true, venues: ['okx'], ownPages: false } as const;
    await store(answered);

    await listenToOwnPages();

    expect(await stored()).toEqual(answered);
  });
});

test('taking back Firefox’s consent for log-in data shuts the agreed sockets, another permission none', async () => {
  await store({ isAnswered: true, venues: ['okx'], ownPages: true });

  await shutSockets({ origins: ['https://bitbo.io/*'] });
  expect((await stored())?.venues).toEqual(['okx']);

  await shutSockets({ data_collection: ['authenticationInfo'] } as never);
  expect(await stored()).toEqual({ isAnswered: true, venues: [], ownPages: true });
});
