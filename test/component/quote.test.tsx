import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createPanelStore } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import { followQuote } from '../../components/overlay/follow-quote.ts';
import { draftOf } from '../../components/popup/position-draft.ts';
import { createPopupStore } from '../../components/popup/popup-store.ts';
import { Popup } from '../../components/popup/popup.tsx';
import type { QuoteLineEnds } from '../../components/ui/keep-quote.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { buildPanelActions, guard, loadBody } from '../support/panel-actions.ts';
import { buildPosition } from '../support/sample-position.ts';
import { buildPageMarket, buildQuote, buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

const textOf = (selector: string): string => document.querySelector(selector)?.textContent ?? '';

describe('a quote between two reports', () => {
  const panel = (nowMs: number) => {
    const store = createPanelStore({ market: buildPageMarket(), report: buildReport(), nowMs });
    render(<Panel store={store} actions={buildPanelActions()} loadBody={loadBody} guard={guard} />);
    return store;
  };

  test('moves price, age and every distance of the panel, and no chance of a touch', async () => {
    const store = panel(SAMPLE_AT + 8_000);
    const chances = () =>
      [...document.querySelectorAll('.clusters .under')].map((under) => under.textContent);
    const before = chances();
    expect(textOf('.freshness')).toContain('8 s');

    await act(() => store.setState({ quote: buildQuote(91_000) }));

    expect(textOf('.strip-price')).toBe('91,000');
    expect(textOf('.freshness')).toContain('3 s');
    const away = [...document.querySelectorAll('.clusters tbody tr td:last-child')].map((cell) =>
      (cell.textContent ?? '').replace(/24 h.*/, ''),
    );
    // Of 91,000, from 95,800; 94,000; 91,500 and 90,000; 87,800; 85,600.
    expect(away).toEqual(['+5.3 %', '+3.3 %', '+0.5 %', '−1.1 %', '−3.5 %', '−5.9 %']);
    expect(chances()).toEqual(before);
  });

  test('is in the units of a page that quotes a thousand coins', async () => {
    const store = panel(SAMPLE_AT + 8_000);

    await act(() =>
      store.setState({ market: buildPageMarket({ multiplier: 1000 }), quote: buildQuote(91_000) }),
    );

    expect(textOf('.strip-price')).toBe('91,000,000');
  });

  test('does not make a late report live', async () => {
    const store = panel(SAMPLE_AT + 120_000);

    await act(() => store.setState({ quote: buildQuote(91_000, { at: SAMPLE_AT + 119_000 }) }));

    expect(textOf('.freshness')).toContain('2 min old');
  });

  test('moves the distance of an own position, which goes by its venue’s mark', async () => {
    const position = buildPosition();
    const store = createPopupStore({
      nowMs: SAMPLE_AT + 8_000,
      markets: { BTC: { report: buildReport(), tiers: {} } },
      positions: [position],
      draft: draftOf(position, 'en-US'),
    });
    render(<Popup store={store} actions={{ ...POPUP_ACTIONS }} />);
    expect(textOf('.headline')).toContain('82,680.7−9.1 %');
    expect(screen.getByText(/BTC .* 8 s ago/)).toBeTruthy();

    const venueMark = { venue: 'binance', price: 90_000, at: SAMPLE_AT + 5_000 } as const;
    await act(() => store.setState({ quote: buildQuote(91_000, { venueMark }) }));

    expect(screen.getByText(/BTC 91,000.* 3 s ago/)).toBeTruthy();
    // 82,680.7 / 90,000 - 1.
    expect(textOf('.headline')).toContain('82,680.7−8.1 %');
    expect(textOf('.position-card')).toContain('−8.1 %');
    expect(textOf('.results .figures')).toContain('Mark price of Binance90,000');
  });
});

const POPUP_ACTIONS = {
  onPut: () => {},
  onRemove: () => {},
  onPutAccount: () => {},
  onForgetAccount: () => {},
  onConsent: () => {},
  onBase: () => {},
  onWatch: () => {},
  onList: () => {},
  onLook: () => {},
  onTrade: () => {},
  onTradeAt: () => {},
  onHideAmounts: () => {},
  onPermission: () => {},
  onCopy: () => {},
  onExport: () => {},
  onImport: () => {},
  onOpenTab: null,
  newId: () => 'new',
};

describe('the line to the worker', () => {
  let deviceMs = 0;
  let visibility: DocumentVisibilityState = 'visible';
  const lines: { readonly market: PageMarket; readonly ends: QuoteLineEnds; isOpen: boolean }[] = [];
  const open = (market: PageMarket, ends: QuoteLineEnds) => {
    const line = { market, ends, isOpen: true };
    lines.push(line);
    return () => {
      line.isOpen = false;
    };
  };
  const opened = () => lines.filter(({ isOpen }) => isOpen).map(({ market }) => market.instrument);
  const turn = (to: DocumentVisibilityState) => {
    visibility = to;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  let stop = (): void => {};
  const follow = () => {
    const store = createPanelStore({ market: buildPageMarket(), report: buildReport(), nowMs: SAMPLE_AT });
    const followed = followQuote(store, { deviceMs: () => deviceMs, open });
    stop = followed.stop;
    return { store, tick: followed.tick };
  };

  beforeEach(() => {
    deviceMs = 0;
    visibility = 'visible';
    lines.length = 0;
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  });
  afterEach(() => stop());

  test('is open while the page is visible and the panel is there, and brings its quotes into the store', () => {
    const { store } = follow();

    lines[0]?.ends.onQuote(buildQuote(91_000));

    expect(opened()).toEqual(['BTCUSDT']);
    expect(store.getState().quote?.price).toBe(91_000);
  });

  test('is shut while the page is hidden, and opened again with it', () => {
    const { tick } = follow();

    turn('hidden');
    tick();
    expect(opened()).toEqual([]);

    deviceMs += 60_000;
    turn('visible');
    expect(opened()).toEqual(['BTCUSDT']);
  });

  test('is shut with the panel, and with the page', () => {
    const { store } = follow();

    store.setState(({ place }) => ({ place: { ...place, form: 'closed' } }));
    expect(opened()).toEqual([]);

    store.setState(({ place }) => ({ place: { ...place, form: 'strip' } }));
    expect(opened()).toEqual(['BTCUSDT']);

    stop();
    expect(opened()).toEqual([]);
  });

  test('that broke with the worker is opened again after five seconds, as often as a venue is asked', () => {
    const { tick } = follow();

    for (; deviceMs < 60_000; deviceMs += 1_000) {
      tick();
      lines.at(-1)?.ends.onLost();
    }

    expect(lines).toHaveLength(12);
  });

  test('goes with the page to another market', () => {
    const { store } = follow();

    store.setState({ market: buildPageMarket({ instrument: 'ETHUSDT', base: 'ETH' }) });

    expect(opened()).toEqual(['ETHUSDT']);
  });

  test('is not there before a report is, nor where no perpetual is shown', () => {
    const { store } = follow();

    store.setState({ report: null });
    expect(opened()).toEqual([]);

    store.setState({ market: null });
    expect(opened()).toEqual([]);
  });
});
