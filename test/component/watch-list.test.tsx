import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { createPopupStore, type PopupState } from '../../components/popup/popup-store.ts';
import { WatchList } from '../../components/watch-list/watch-list.tsx';
import { SAMPLE_AT } from '../support/sample-report.ts';
import { buildGlance, screenedMarket } from '../support/screened-market.ts';
import { watchedMarkets } from '../support/watched-markets.ts';

afterEach(cleanup);

const LIST = ['SOLUSDT', 'BTCUSDT', 'WIFUSDT', 'ETHUSDT'];

function mount(state: Partial<PopupState> = {}) {
  const store = createPopupStore({
    nowMs: SAMPLE_AT + 2000,
    watchList: LIST,
    markets: watchedMarkets(),
    glance: buildGlance(SAMPLE_AT, {
      markets: [screenedMarket({ market: 'WIFUSDT', nextFundingAtMs: SAMPLE_AT + 3_662_000 })],
    }),
    ...state,
  });
  const actions = {
    onLook: vi.fn(),
    onList: vi.fn(),
    onBase: vi.fn(),
    onWatch: vi.fn(),
    onTrade: vi.fn(),
    onTradeAt: vi.fn(),
  };
  render(<WatchList store={store} actions={actions} />);
  return { store, actions };
}

const items = () => screen.getAllByRole('listitem');
const names = () => items().map((item) => item.querySelector('b')?.textContent);
const item = (asset: string) => items().find((one) => one.querySelector('b')?.textContent === asset)!;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('a row', () => {
  test('says the bands on both sides with distance, dollars and chance, and how the coin stands', () => {
    mount();

    const text = item('BTC').textContent;
    expect(text).toMatch(/^BTC90,912−1\.2 %/);
    expect(text).toMatch(/longs at [\d,]+–[\d,]+, −\d\.\d %, [\d.]+ [MB] USD, chance in 24 h \d+ %/);
    expect(text).toMatch(/shorts at [\d,]+–[\d,]+, \+\d\.\d %/);
    expect(text).toMatch(/OI 62\.0 B/);
  });

  test('of a coin beyond those with maps says what venues tell of all, and loads a map when asked', () => {
    const { actions } = mount();

    expect(item('WIF').textContent).toContain('Fund. +0.031 % 1:01:00');
    expect(within(item('WIF')).queryByText(/longs at/)).toBeNull();
    press('Load the map of WIF for now');
    expect(actions.onWatch).toHaveBeenCalledWith('WIF');
    expect(within(item('BTC')).queryByRole('button', { name: /^Load/ })).toBeNull();
  });

  test('of a coin that no venue lists says so once all have answered, and offers no map', () => {
    const answered = buildGlance(SAMPLE_AT).venues.filter(({ at, code }) => at !== null || code !== null);
    mount({ glance: buildGlance(SAMPLE_AT, { venues: answered, markets: [] }) });

    expect(within(item('WIF')).getByText('No venue that answered lists it')).toBeTruthy();
    expect(within(item('WIF')).queryByRole('button', { name: /^Load/ })).toBeNull();
    cleanup();
    mount({ glance: buildGlance(SAMPLE_AT, { markets: [] }) });
    expect(within(item('WIF')).getByText('No figures yet')).toBeTruthy();
    cleanup();
    const refused = answered.map((venue) => ({ ...venue, at: null, code: 'network' as const }));
    mount({ glance: buildGlance(SAMPLE_AT, { venues: refused, markets: [] }) });
    expect(within(item('WIF')).getByText('No figures yet')).toBeTruthy();
  });

  test('under half a percent from a band is hot, for eyes and for readers', () => {
    mount();

    expect(items().map(({ className }) => className.includes('hot'))).toEqual([true, false, false, false]);
    expect(within(item('ETH')).getByText('within half a percent of a band')).toBeTruthy();
  });

  test('opens the page of the venue of choice, which can be another', () => {
    const { actions } = mount({ tradeAt: 'okx' });

    const open = item('BTC').querySelector('button')!;
    expect(open.title).toBe('Open BTC at OKX');
    fireEvent.click(open);
    fireEvent.change(screen.getByLabelText('A coin opens at'), { target: { value: 'gate' } });

    expect(actions.onTrade).toHaveBeenCalledWith('BTCUSDT');
    expect(actions.onTradeAt).toHaveBeenCalledWith('gate');
  });
});

describe('what was force-closed', () => {
  test('in a day stands in the row, by side and of the last hour for who points at it, as at least', () => {
    mount();

    const closed = within(item('BTC')).getByText('Liq. ≥ 84.0 M');
    expect(closed.title).toBe(
      'Force-closed in 24 hours: at least 51.0 M USD of longs, 33.0 M of shorts. In the last hour at least 1.20 M and 400 k.',
    );
    expect(within(item('WIF')).queryByText(/^Liq\./)).toBeNull();
  });
});

describe('the list', () => {
  test('begins with the nearest, and goes by any figure', () => {
    mount();
    expect(names()).toEqual(['ETH', 'BTC', 'SOL', 'WIF']);

    fireEvent.change(screen.getByLabelText('Order'), { target: { value: 'own' } });
    expect(names()).toEqual(['SOL', 'BTC', 'WIF', 'ETH']);
  });

  test('wants the reports of its coins, and looks at those alone that have none', async () => {
    const { store, actions } = mount();

    expect(actions.onBase.mock.calls.flat()).toEqual(['SOL', 'BTC', 'WIF', 'ETH']);
    expect(actions.onLook.mock.calls).toEqual([[['WIFUSDT']]]);
    store.setState({ watchList: ['BTCUSDT'] });
    await waitFor(() => expect(names()).toEqual(['BTC']));
    expect(actions.onLook).toHaveBeenCalledTimes(1);
  });

  test('is edited in its own order: moved up, taken off, added to', () => {
    const { actions } = mount();
    press('Edit');

    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Move SOL up' }).disabled).toBe(true);
    press('Move WIF up');
    press('Remove ETH');
    fireEvent.input(screen.getByLabelText('Coin'), { target: { value: 'doge' } });
    press('Add');

    expect(actions.onList.mock.calls).toEqual([
      [['SOLUSDT', 'WIFUSDT', 'BTCUSDT', 'ETHUSDT']],
      [{ remove: ['ETHUSDT'] }],
      [{ add: ['DOGEUSDT'] }],
    ]);
  });

  test('takes none beyond thirty, and says so', () => {
    const { actions } = mount({ watchList: Array.from({ length: 30 }, (_, index) => `C${index}USDT`) });
    press('Edit');
    fireEvent.input(screen.getByLabelText('Coin'), { target: { value: 'DOGE' } });
    press('Add');

    expect(screen.getByRole('alert').textContent).toMatch(/^At most 30 coins/);
    expect(actions.onList).not.toHaveBeenCalled();
  });

  test('that is empty says what to do, with the field that does it', () => {
    mount({ watchList: [] });

    expect(screen.getByText(/^No coin yet\./)).toBeTruthy();
    expect(screen.getByLabelText('Coin')).toBeTruthy();
  });
});
