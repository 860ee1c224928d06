import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createPanelStore } from '../../components/overlay/panel-store.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { followPage } from '../../components/page/follow-page.ts';
import { followWindow } from '../../components/page/follow-window.ts';
import { keepWatch, type WatchAnswer } from '../../components/overlay/keep-watch.ts';
import type { PageContext } from '../../components/page/page-context.ts';
import { pageTheme } from '../../components/page/page-theme.ts';
import { buildPageMarket, buildReport } from '../support/sample-report.ts';

const reports = {
  watchers: new Map<string, (report: MarketReport | null) => void>(),
  stored: new Map<string, MarketReport>(),
};

const reportsOf = (market: string) => ({
  getValue: async () => reports.stored.get(market) ?? null,
  watch: (onChange: (report: MarketReport | null) => void) => {
    reports.watchers.set(market, onChange);
    return () => reports.watchers.delete(market);
  },
});
const ask = vi.fn<(market: PageMarket) => Promise<WatchAnswer | null>>();

beforeEach(() => {
  reports.watchers.clear();
  reports.stored.clear();
  ask.mockReset().mockImplementation(async (market) => ({ market }));
});

describe('following the page', () => {
  let controller = new AbortController();
  const context = () => {
    controller = new AbortController();
    const { signal } = controller;
    return {
      addEventListener: (target: EventTarget, type: string, handler: EventListener) =>
        target.addEventListener(type, handler, { signal }),
      onInvalidated: (stop: () => void) => signal.addEventListener('abort', stop),
    } as PageContext;
  };
  const go = (url: string, title = '') => {
    vi.stubGlobal('location', { href: url });
    document.head.innerHTML = `<title>${title}</title>`;
  };
  const seen = (): { markets: (string | null)[]; onMarket: (market: PageMarket | null) => void } => {
    const markets: (string | null)[] = [];
    return { markets, onMarket: (market) => markets.push(market?.instrument ?? null) };
  };

  afterEach(() => {
    controller.abort();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('the new address counts before the page has it', () => {
    go('https://www.binance.com/en/futures/BTCUSDT');
    const { markets, onMarket } = seen();
    followPage(context(), onMarket);

    const event = Object.assign(new Event('wxt:locationchange'), {
      newUrl: new URL('https://www.binance.com/en/futures/ETHUSDT'),
    });
    window.dispatchEvent(event);

    expect(markets).toEqual(['BTCUSDT', 'ETHUSDT']);
  });

  test('a market that changes by the title alone is seen', async () => {
    go('https://app.hyperliquid.xyz/trade', '90,912 | BTC | Hyperliquid');
    const { markets, onMarket } = seen();
    followPage(context(), onMarket);

    document.title = '3,120 | ETH | Hyperliquid';
    await vi.waitFor(() => expect(markets).toHaveLength(2));

    expect(markets).toEqual(['BTC', 'ETH']);
  });

  test('a price in the title is no change of market', async () => {
    go('https://app.hyperliquid.xyz/trade', '90,912 | BTC | Hyperliquid');
    const { markets, onMarket } = seen();
    const lookAgain = followPage(context(), onMarket);

    document.title = '90,913 | BTC | Hyperliquid';
    lookAgain();

    expect(markets).toEqual(['BTC']);
  });

  test('a title that changed just before the end is looked at no more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    go('https://app.hyperliquid.xyz/trade', '90,912 | BTC | Hyperliquid');
    const { markets, onMarket } = seen();
    followPage(context(), onMarket);
    document.title = '3,120 | ETH | Hyperliquid';
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));

    controller.abort();
    vi.runAllTimers();

    expect(markets).toEqual(['BTC']);
  });
});

describe('keeping the watch', () => {
  let deviceMs = 0;
  const clock = { deviceMs: () => deviceMs, nowMs: () => deviceMs + 90_000 };

  test('the lease is taken at once and renewed after thirty seconds', async () => {
    const store = createPanelStore({ nowMs: 0 });
    const watch = keepWatch(store, { clock, ask, reportsOf });
    const market = buildPageMarket();

    void watch.follow(market);
    deviceMs += 29_000;
    watch.tick();
    deviceMs += 2_000;
    watch.tick();

    expect(ask.mock.calls).toEqual([
      [market, true],
      [market, false],
    ]);
  });

  test('the lease is renewed at once when the clock was set back', () => {
    const watch = keepWatch(createPanelStore({ nowMs: 0 }), { clock, ask, reportsOf });
    void watch.follow(buildPageMarket());

    deviceMs -= 3_600_000;
    watch.tick();

    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('a silent background is told and asked again after three seconds', async () => {
    ask.mockResolvedValueOnce(null);
    const store = createPanelStore({ nowMs: 0 });
    const watch = keepWatch(store, { clock, ask, reportsOf });

    void watch.follow(buildPageMarket());
    await vi.waitFor(() => expect(store.getState().workerAnswers).toBe(false));
    deviceMs += 3_500;
    watch.tick();
    await vi.waitFor(() => expect(store.getState().workerAnswers).toBe(true));

    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('the stored report is shown first and later ones follow', async () => {
    const [first, second] = [buildReport({ at: 1 }), buildReport({ at: 2 })];
    reports.stored.set('BTCUSDT', first);
    const store = createPanelStore({ nowMs: 0 });

    void keepWatch(store, { clock, ask, reportsOf }).follow(buildPageMarket());
    await vi.waitFor(() => expect(store.getState().report).toBe(first));
    reports.watchers.get('BTCUSDT')?.(second);

    expect(store.getState().report).toBe(second);
    // The device is 90 s slow.
    expect(store.getState().nowMs).toBe(deviceMs + 90_000);
  });

  test('another market drops the old report and its watcher', async () => {
    const store = createPanelStore({ nowMs: 0, report: buildReport() });
    const watch = keepWatch(store, { clock, ask, reportsOf });
    void watch.follow(buildPageMarket());

    void watch.follow(buildPageMarket({ base: 'ETH', instrument: 'ETHUSDT' }));

    expect(store.getState().report).toBeNull();
    await vi.waitFor(() => expect([...reports.watchers.keys()]).toEqual(['ETHUSDT']));
  });

  test('a share under a coin’s name shows its own reports from the first', async () => {
    const page = buildPageMarket({ base: 'CAT', instrument: 'CATUSDT' });
    const listed = { ...page, assetClass: 'equity' } as const;
    const ofShare = buildReport({ market: 'CAT.equity', price: 817 });
    reports.stored.set('CATUSDT', buildReport({ market: 'CATUSDT', price: 0.000002 }));
    reports.stored.set('CAT.equity', ofShare);
    ask.mockResolvedValue({ market: listed });
    const store = createPanelStore({ nowMs: 0 });
    const shown: (number | null | undefined)[] = [];
    store.subscribe(({ report }) => shown.push(report?.price));

    await keepWatch(store, { clock, ask, reportsOf }).follow(page);

    expect(store.getState()).toMatchObject({ market: listed, report: ofShare });
    expect(shown).not.toContain(0.000002);
    expect([...reports.watchers.keys()]).toEqual(['CAT.equity']);
  });

  test('nothing is shown while the venue has still to say what the page shows', async () => {
    const page = buildPageMarket({ base: 'CAT', instrument: 'CATUSDT' });
    ask.mockResolvedValue({});
    reports.stored.set('CATUSDT', buildReport({ market: 'CATUSDT', price: 0.000002 }));
    const store = createPanelStore({ nowMs: 0 });
    const watch = keepWatch(store, { clock, ask, reportsOf });
    await watch.follow(page);
    expect([...reports.watchers.keys()]).toEqual([]);
    expect(store.getState().report).toBeNull();

    const listed = { ...page, assetClass: 'equity' } as const;
    ask.mockResolvedValue({ market: listed });
    deviceMs += 3_100;
    watch.tick();

    await vi.waitFor(() => expect([...reports.watchers.keys()]).toEqual(['CAT.equity']));
    expect(store.getState().market).toEqual(listed);
  });

  test('a spot market is not watched', () => {
    const store = createPanelStore({ nowMs: 0 });

    void keepWatch(store, { clock, ask, reportsOf }).follow(buildPageMarket({ kind: 'spot' }));

    expect(ask).not.toHaveBeenCalled();
    expect(reports.watchers.size).toBe(0);
  });
});

describe("the page's theme", () => {
  afterEach(() => {
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
  });

  test.each([
    ['rgb(11, 14, 17)', 'dark'],
    ['rgb(255, 255, 255)', 'light'],
  ])('a body of %s is %s', (colour, theme) => {
    document.body.style.backgroundColor = colour;

    expect(pageTheme()).toBe(theme);
  });

  test('a transparent body shows the root', () => {
    document.body.style.backgroundColor = 'rgba(255, 255, 255, 0)';
    document.documentElement.style.backgroundColor = 'rgb(24, 26, 32)';

    expect(pageTheme()).toBe('dark');
  });
});

describe('what the window does', () => {
  const { signal } = new AbortController();
  const context = {
    addEventListener: (target: EventTarget, type: string, handler: EventListener) =>
      target.addEventListener(type, handler, { signal }),
  } as PageContext;

  test('counts where the browser says so, and not where a script of the page does, however often', () => {
    const store = createPanelStore({ nowMs: 0 });
    const onChange = vi.fn<() => void>();
    followWindow(context, store);
    store.subscribe(onChange);

    for (const type of ['resize', 'online', 'offline'])
      for (let turn = 0; turn < 5_000; turn += 1) window.dispatchEvent(new Event(type));
    expect(onChange).not.toHaveBeenCalled();

    window.dispatchEvent(Object.assign(new Event('offline'), { isTrusted: true }));
    expect(store.getState().online).toBe(false);
  });
});
