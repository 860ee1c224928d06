import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { bellsItem, messengersItem, positionsItem } from '../../../core/io/user-items.ts';
import { userItem } from '../../../core/io/user-item.ts';
import { one } from '../../../core/ledger/fact.ts';
import { NO_OUTCOME } from '../../../core/ledger/messengers.ts';
import { finite } from '../../../core/market/number-schemas.ts';
import { forgetWithUser, keepCopy } from '../../../entrypoints/background/keep-copy.ts';
import { ADDRESS, buildAccount } from '../../support/accounts.ts';
import { buildPosition } from '../../support/sample-position.ts';
import { SETTINGS_OF_0_1_0 } from '../../support/stored-settings.ts';

const isVersion = (version: string) =>
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version } as never);

beforeEach(() => {
  fakeBrowser.reset();
  isVersion('0.3.0');
});

afterEach(() => {
  vi.restoreAllMocks();
});

const store = (items: Record<string, unknown>) => fakeBrowser.storage.local.set(items);
const stored = () => fakeBrowser.storage.local.get(null);
const copy = async () =>
  (await stored())['before'] as { readonly items: Record<string, unknown> } | undefined;

const BELL = {
  id: 'a',
  market: 'BTCUSDT',
  venue: 'binance',
  place: 'price',
  low: 90_000,
  high: 90_000,
  setPrice: 91_000,
  setAtMs: 1,
  untilMs: null,
  repeats: false,
  rangAtMs: null,
};
const TOKEN = '123456789:AAH-dqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const TELEGRAM = { address: { token: TOKEN, chat: '42' }, hasOwnFigures: false, ...NO_OUTCOME };
const DISCORD = {
  address: { id: '1432100000000000042', token: 'Ab3-_'.repeat(13) },
  hasOwnFigures: false,
  ...NO_OUTCOME,
};

/** One of everything that the user keeps, but accounts. */
const ITEMS = {
  settings: SETTINGS_OF_0_1_0,
  positions: { version: 2, positions: [buildPosition()] },
  bells: [BELL],
  messengers: { telegram: TELEGRAM, discord: null },
  'dismissed-warnings': ['x'],
  'place:binance': { form: 'dot' },
};

describe('the copy of an update', () => {
  test('is of everything that the user had under the version before, and kept for one release', async () => {
    await store({ ...ITEMS, 'report:BTCUSDT': {}, welcomed: true });

    await keepCopy('0.2.0');
    await store({ settings: 'changed since' });
    await keepCopy('0.2.0');

    expect(await copy()).toEqual({ version: '0.2.0', items: ITEMS });
  });

  test('follows from a list without which an item of the user is an error of types', () => {
    // @ts-expect-error -- not in the list that the copy follows from
    expect(userItem('local:diary', one(finite, 0))).toBeTruthy();
  });

  test('is not made on a first install, nor by an extension that is loaded anew', async () => {
    await store(ITEMS);

    await keepCopy(undefined);
    await keepCopy('0.3.0');

    expect(await copy()).toBeUndefined();
  });

  test('has no addresses, so that what is forgotten is gone', async () => {
    await store({ ...ITEMS, accounts: [buildAccount()] });

    await keepCopy('0.2.0');

    expect(JSON.stringify(await copy())).not.toContain(ADDRESS);
  });

  test('forgets a messenger that the user removes or gives another address, and none for a new one or a message', async () => {
    await store(ITEMS);
    await keepCopy('0.2.0');
    forgetWithUser();

    await messengersItem.change(({ telegram }) => ({
      telegram: telegram && { ...telegram, refusals: 1 },
      discord: DISCORD,
    }));
    expect(JSON.stringify(await copy())).toContain(TOKEN);
    await messengersItem.change(() => ({ telegram: null }));

    await vi.waitFor(async () => expect(JSON.stringify(await copy())).not.toContain(TOKEN));
    expect((await copy())?.items).toMatchObject({ settings: SETTINGS_OF_0_1_0, bells: [BELL] });
  });
});

/** The version that the copy was made by is back. */
async function goBack(items: Record<string, unknown>): Promise<void> {
  await store(ITEMS);
  await keepCopy('0.2.0');
  await store(items);
  isVersion('0.2.0');
  await keepCopy('0.3.0');
}

describe('going back to the version before', () => {
  test('leaves what can be read as the user has left it since', async () => {
    const since = {
      settings: { ...SETTINGS_OF_0_1_0, palette: 'of 0.3.0', theme: 'light' },
      positions: { version: 2, positions: [buildPosition({ entryPrice: 95_000 })] },
      bells: [],
      messengers: { telegram: null, discord: DISCORD },
      'dismissed-warnings': [],
      'place:binance': { form: 'card' },
    };

    await goBack(since);

    expect(await stored()).toMatchObject(since);
  });

  test('puts back what is of no form that it knows or gone, and keeps aside what stood there', async () => {
    const since = { settings: 'packed', bells: { version: 2, bells: [] }, 'place:binance': [] };

    await goBack(since);
    await fakeBrowser.storage.local.remove('messengers');
    await keepCopy('0.3.0');

    expect(await stored()).toMatchObject(ITEMS);
    expect(await copy()).toMatchObject({ version: '0.2.0', items: ITEMS, aside: since });
    expect(await bellsItem.getValue()).toEqual([BELL]);
  });

  test('puts back positions that it finds and cannot read, not those that the user removed', async () => {
    const [changed, removed, added] = ['changed', 'removed', 'added'].map((id) => buildPosition({ id }));
    await store({ positions: { version: 2, positions: [changed, removed] } });
    await keepCopy('0.2.0');
    const later = { ...buildPosition({ id: 'changed' }), contract: 'quanto' };
    await store({ positions: { version: 2, positions: [later, added] } });

    isVersion('0.2.0');
    await keepCopy('0.3.0');

    expect((await stored())['positions']).toEqual({
      version: 2,
      positions: [added, changed],
      unread: [later],
    });
  });

  test('puts all positions back where they are of a form that it does not know, which stays beside them', async () => {
    const later = { version: 3, positions: { BTC: [] } };

    await goBack({ positions: later });

    expect(await positionsItem.getValue()).toEqual([buildPosition()]);
    expect((await stored())['positions']).toEqual({ ...ITEMS.positions, unread: [later] });
  });

  test('makes no copy, however far back it goes, and changes nothing where there is none', async () => {
    await keepCopy('0.10.0');
    expect(await stored()).toEqual({});
    await store(ITEMS);
    await keepCopy('0.2.0');

    isVersion('0.1.0');
    await store({ settings: 7 });
    await keepCopy('0.10.0');

    expect(await copy()).toMatchObject({ version: '0.2.0', items: ITEMS });
    expect((await stored())['settings']).toEqual(SETTINGS_OF_0_1_0);
  });

  test('and forward again copies what the user had by then, and loses nothing that stood aside', async () => {
    await goBack({ bells: { version: 2 } });
    await store({ bells: [] });

    isVersion('0.3.0');
    await keepCopy('0.2.0');

    expect(await copy()).toEqual({
      version: '0.2.0',
      items: { ...ITEMS, bells: [] },
      aside: { bells: { version: 2 } },
    });
  });
});
