import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { followSitePermissions } from '../../../entrypoints/background/register-sites.ts';

interface Script {
  readonly id: string;
  readonly matches: readonly string[];
}

interface Tab {
  readonly id: number;
  readonly url: string;
  /** Whether a panel answers in it. */
  readonly hasPanel: boolean;
}

const DYDX = 'https://dydx.trade/*';
const DEXSCREENER = 'https://dexscreener.com/*';

const event = () => {
  const listeners: (() => void)[] = [];
  return {
    addListener: (listener: () => void) => void listeners.push(listener),
    trigger: () => listeners.forEach((listener) => listener()),
  };
};

let granted: string[];
let registered: readonly Script[];
let writes: number;
let tabs: readonly Tab[];
let started: unknown[];
let told: unknown[];
let onAdded: ReturnType<typeof event>;
let onRemoved: ReturnType<typeof event>;

beforeEach(() => {
  fakeBrowser.reset();
  [onAdded, onRemoved] = [event(), event()];
  [granted, registered, tabs, started, told, writes] = [[], [], [], [], [], 0];
  Object.assign(fakeBrowser, {
    permissions: { getAll: async () => ({ origins: granted, permissions: [] }), onAdded, onRemoved },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      unregisterContentScripts: async () => {
        registered = [];
      },
      registerContentScripts: async (scripts: readonly Script[]) => {
        writes += 1;
        registered = scripts;
      },
      executeScript: async ({ target, files }: { target: { tabId: number }; files: readonly string[] }) =>
        void started.push([target.tabId, ...files]),
    },
  });
  Object.assign(fakeBrowser.tabs, {
    query: async ({ url }: { readonly url?: readonly string[] }) =>
      tabs.filter((tab) => url?.some((pattern) => tab.url.startsWith(pattern.slice(0, -1))) ?? true),
    sendMessage: async (id: number, message: { readonly kind: string }) => {
      if (message.kind !== 'which-market') told.push([id, message]);
      if (tabs.find((tab) => tab.id === id)?.hasPanel !== true) throw new Error('no receiver');
      return { market: null };
    },
  });
});

test('a worker that starts again registers nothing twice', async () => {
  granted = [DYDX];
  followSitePermissions();
  await vi.waitFor(() => expect(registered).toHaveLength(2));

  // Of the old worker nobody hears any more.
  onAdded = event();
  Object.assign(fakeBrowser.permissions, { onAdded });
  followSitePermissions();
  // It starts the panel in open pages once it has registered.
  tabs = [{ id: 1, url: 'https://dydx.trade/trade/BTC-USD', hasPanel: false }];
  onAdded.trigger();
  await vi.waitFor(() => expect(started).not.toEqual([]));

  expect(writes).toBe(1);
});

test('only optional sites that are allowed are registered, the probe only where charts can be read', async () => {
  granted = [DYDX, DEXSCREENER, 'https://www.binance.com/*', 'https://bitbo.io/*'];

  followSitePermissions();

  await vi.waitFor(() =>
    expect(registered.map(({ id, matches }) => [id, ...matches])).toEqual([
      ['chart-probe', DYDX],
      ['overlay', DYDX, DEXSCREENER],
    ]),
  );
});

test('pages for other countries of a site of the install are registered once allowed, and leave without the others', async () => {
  const [my, www] = ['https://my.okx.com/*', 'https://www.okx.com/*'];
  granted = [my, www];
  followSitePermissions();
  await vi.waitFor(() =>
    expect(registered.map(({ id, matches }) => [id, ...matches])).toEqual([
      ['chart-probe', my],
      ['overlay', my],
    ]),
  );
  tabs = [{ id: 1, url: 'https://my.okx.com/trade-swap/btc-usdt-swap', hasPanel: true }];

  granted = [www];
  onRemoved.trigger();

  await vi.waitFor(() =>
    expect(told).toContainEqual([1, { kind: 'leave-pages', patterns: expect.arrayContaining([my]) }]),
  );
  expect(JSON.stringify(told)).not.toContain(www);
});

test('a site that is allowed starts the panel in its open tabs that have none', async () => {
  followSitePermissions();
  tabs = [
    { id: 1, url: 'https://dydx.trade/trade/BTC-USD', hasPanel: false },
    { id: 2, url: 'https://dydx.trade/trade/ETH-USD', hasPanel: true },
    { id: 3, url: 'https://www.kucoin.com/futures/trade/XBTUSDTM', hasPanel: false },
  ];

  granted = [DYDX];
  onAdded.trigger();

  await vi.waitFor(() =>
    expect(started).toEqual([
      [1, '/content-scripts/chart-probe.js'],
      [1, '/content-scripts/overlay.js'],
    ]),
  );
});

test('a site that is taken back is unregistered, and its panels are told to leave', async () => {
  granted = [DYDX, DEXSCREENER];
  followSitePermissions();
  await vi.waitFor(() => expect(registered).toHaveLength(2));
  tabs = [{ id: 1, url: 'https://dydx.trade/trade/BTC-USD', hasPanel: true }];

  granted = [DEXSCREENER];
  onRemoved.trigger();

  await vi.waitFor(() => expect(registered.map(({ id }) => id)).toEqual(['overlay']));
  await vi.waitFor(() =>
    expect(told).toContainEqual([
      1,
      { kind: 'leave-pages', patterns: expect.arrayContaining([DYDX, 'https://www.kucoin.com/*']) },
    ]),
  );
  expect(JSON.stringify(told)).not.toContain('dexscreener');
});
