import { beforeEach, describe, expect, test, vi } from 'vitest';

import { createPanelStore, type PanelStore } from '../../../components/overlay/panel-store.ts';
import { keepOwnLines, type OwnLinesSurroundings } from '../../../components/page/chart/keep-own-lines.ts';
import type { OwnLine } from '../../../core/market/own-line.ts';
import { buildPageMarket, buildQuote, buildReport, SAMPLE_AT } from '../../support/sample-report.ts';

const entry = (price: number): readonly OwnLine[] => [{ role: 'entry', price }];

let store: PanelStore;
let told: readonly OwnLine[] | null;
let change = () => {};
const ask = vi.fn<OwnLinesSurroundings['ask']>();
const start = () =>
  keepOwnLines(store, {
    ask,
    watchOwn: (onChange) => {
      change = onChange;
      return () => {};
    },
  });
/** Until all that was asked has been answered. */
const answered = () => new Promise((resolve) => setTimeout(resolve));
const shown = () => store.getState().ownLines;

beforeEach(() => {
  told = entry(90_000);
  ask.mockImplementation(async () => told);
  store = createPanelStore({ nowMs: SAMPLE_AT, market: buildPageMarket(), report: buildReport() });
});

describe('the lines of the user’s positions on a page', () => {
  test('are asked for by market and price, and are there then', async () => {
    const quote = buildQuote(91_000);
    store.setState({ quote });
    start();
    await answered();

    expect(ask.mock.calls).toEqual([[buildPageMarket(), quote]]);
    expect(shown()).toEqual(entry(90_000));
  });

  test('follow a position that is saved, and one that is forgotten', async () => {
    told = [];
    start();
    await answered();

    told = entry(88_000);
    change();
    await answered();
    expect(shown()).toEqual(entry(88_000));

    told = [];
    change();
    await answered();
    expect(shown()).toEqual([]);
  });

  test('are asked for with each quote where there are any, and with each report where there are none', async () => {
    start();
    await answered();
    store.setState({ quote: buildQuote(91_000) });
    await answered();
    expect(ask).toHaveBeenCalledTimes(2);

    told = [];
    change();
    await answered();
    store.setState({ quote: buildQuote(91_001) });
    await answered();
    expect(ask).toHaveBeenCalledTimes(3);
    store.setState({ report: buildReport({ at: SAMPLE_AT + 60_000 }) });
    await answered();
    expect(ask).toHaveBeenCalledTimes(4);
  });

  test('are asked for one at a time, and once more for all that changed meanwhile', async () => {
    start();
    change();
    change();
    change();
    await answered();

    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('of another market are gone with it, and an answer that comes late is not taken', async () => {
    start();
    await answered();
    change();
    store.setState({ market: buildPageMarket({ base: 'ETH' }), report: null });

    expect(shown()).toEqual([]);
    await answered();
    expect(shown()).toEqual([]);
  });

  test('stay as they are while the worker does not answer, and are the same object while they are the same', async () => {
    start();
    await answered();
    const before = shown();
    change();
    await answered();
    told = null;
    change();
    await answered();

    expect(shown()).toBe(before);
  });

  test('are not asked for once the page’s script has ended', async () => {
    const stop = start();
    await answered();
    stop();
    store.setState({ report: buildReport({ at: SAMPLE_AT + 60_000 }) });
    await answered();

    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('are not asked for while nothing is drawn on the chart, and come when it is', async () => {
    const { place } = store.getState();
    store.setState({ place: { ...place, chartBands: false } });
    start();
    change();
    await answered();
    expect([ask.mock.calls.length, shown()]).toEqual([0, []]);

    store.setState({ place: { ...place, chartBands: true } });
    await answered();
    expect(shown()).toEqual(entry(90_000));
    store.setState({ place: { ...place, chartBands: false } });
    expect(shown()).toEqual([]);
  });

  test('tell no distance from a price that is older than three minutes, and stay where they are', async () => {
    const figures = { distance: -0.1, chance24h: 0.02, betweenUsd: 1e9 };
    const line = { role: 'liquidation', price: 82_000, isEstimate: false } as const;
    const bare = { ...line, distance: null, chance24h: null, betweenUsd: null };
    told = [{ ...line, ...figures }];
    start();
    await answered();
    store.setState({ nowMs: SAMPLE_AT + 180_000 });
    expect(shown()).toEqual(told);

    store.setState({ nowMs: SAMPLE_AT + 180_001 });
    expect(shown()).toEqual([bare]);
    change();
    await answered();
    expect(shown()).toEqual([bare]);

    store.setState({ quote: buildQuote(91_000, { at: SAMPLE_AT + 180_001 }) });
    await answered();
    expect(shown()).toEqual(told);
  });
});
