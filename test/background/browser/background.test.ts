import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { reportItem } from '../../../core/io/storage-shared.ts';
import { settingsItem } from '../../../core/io/user-items.ts';
import { settings } from '../../../core/ledger/settings/settings.ts';
import type { PageMarket } from '../../../core/market/page-market.ts';
import background from '../../../entrypoints/background/index.ts';

const market: PageMarket = {
  venue: 'binance',
  instrument: 'BTCUSDT',
  base: 'BTC',
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
};

const PAGE = { id: fakeBrowser.runtime.id, url: 'https://www.binance.com/en/futures/BTCUSDT' };
const OWN = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/options.html') };

/** The background's reply; undefined if it does not answer. */
const send = (message: unknown, sender: { id: string; url: string }): Promise<unknown> =>
  new Promise((resolve) => {
    const listen = async (): Promise<void> => {
      const kept: readonly unknown[] = await fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
      if (!kept.includes(true)) resolve(undefined);
    };
    void listen();
  });

const event = () => ({ addListener: vi.fn() });

describe('the background', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    globalThis.indexedDB = new IDBFactory();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    Object.assign(fakeBrowser.permissions, {
      contains: async () => true,
      getAll: async () => ({ origins: [], permissions: [] }),
      onAdded: event(),
      onRemoved: event(),
    });
    Object.assign(fakeBrowser.runtime, { onConnect: event() });
    Object.assign(fakeBrowser.commands, { onCommand: event() });
    Object.assign(fakeBrowser.action, {
      setBadgeText: async () => {},
      setBadgeBackgroundColor: async () => {},
    });
    background.main();
  });

  test('keeps an alarm of thirty seconds, set again if the browser lost it', async () => {
    await vi.waitFor(async () => {
      expect(await fakeBrowser.alarms.get('poll')).toMatchObject({ periodInMinutes: 0.5 });
    });
    await fakeBrowser.alarms.clearAll();

    await fakeBrowser.runtime.onStartup.trigger();

    await vi.waitFor(async () => {
      expect(await fakeBrowser.alarms.get('poll')).toMatchObject({ periodInMinutes: 0.5 });
    });
  });

  test('answers a page at once and writes a report that says what failed', async () => {
    expect(await send({ kind: 'watch', market }, PAGE)).toEqual({
      ok: true,
      value: { market, isListed: true },
    });

    await vi.waitFor(async () => {
      const report = await reportItem('BTCUSDT').getValue();
      expect(report?.sources.map(({ code }) => code)).toContain('network');
    });
  });

  test('saves what its own pages ask to save, and only theirs', async () => {
    const message = { kind: 'change-settings', change: { theme: 'light' } };
    const light = { ...settings.fallback, theme: 'light' };

    expect(await send(message, PAGE)).toMatchObject({ ok: false });
    expect(await settingsItem.getValue()).toEqual(settings.fallback);

    expect(await send(message, OWN)).toEqual({ ok: true, value: light });
    expect(await settingsItem.getValue()).toEqual(light);
  });

  test('refuses what it does not know', async () => {
    expect(await send({ kind: 'fetch', url: 'https://example.com' }, OWN)).toMatchObject({
      ok: false,
      refusal: { code: 'not-asked' },
    });
  });

  test('does not answer another extension', async () => {
    expect(await send({ kind: 'watch', market }, { ...PAGE, id: 'another' })).toBeUndefined();
  });
});
