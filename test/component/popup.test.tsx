import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { draftOf, emptyDraft } from '../../components/popup/position-draft.ts';
import { createPopupStore, type PopupState } from '../../components/popup/popup-store.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { buildPosition } from '../support/sample-position.ts';
import { buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

describe('what leaves the device', () => {
  test.each([
    [{}, 'Positions stay on this device. Nothing of them is sent anywhere.'],
    [
      { messengers: ['telegram', 'discord'] as const },
      'Positions stay on this device. Warnings of them go to Telegram and Discord, with their figures only where you ticked that.',
    ],
  ])('is said as it is: %o', (state, text) => {
    mount(state);

    expect(screen.getByText(text)).toBeTruthy();
  });
});

function mount(state: Partial<PopupState> = {}) {
  const report = buildReport();
  const store = createPopupStore({
    nowMs: SAMPLE_AT + 2000,
    markets: { BTC: { report, tiers: {} } },
    draft: emptyDraft('fresh', { venue: 'binance', base: 'BTC', price: report.price }, 'en-US'),
    ...state,
  });
  const actions = {
    onPut: vi.fn(),
    onRemove: vi.fn(),
    onPutAccount: vi.fn(),
    onForgetAccount: vi.fn(),
    onConsent: vi.fn(),
    onBase: vi.fn(),
    onWatch: vi.fn(),
    onList: vi.fn(),
    onLook: vi.fn(),
    onTrade: vi.fn(),
    onTradeAt: vi.fn(),
    onPermission: vi.fn(),
    onHideAmounts: vi.fn(),
    onCopy: vi.fn(),
    onExport: vi.fn(),
    onImport: vi.fn(),
    onOpenTab: vi.fn(),
    onSidePanel: vi.fn(),
    newId: () => 'new',
  };
  render(<Popup store={store} actions={actions} />);
  return { store, actions };
}

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

/** Opens a folded part of the answer. */
function unfold(title: string) {
  const part = screen.getByText(title).closest('details');
  if (part === null) throw new Error(`${title} does not fold`);
  part.open = true;
  fireEvent(part, new Event('toggle'));
}

const results = () => screen.findByRole('region', { name: 'Results' });

/** A saved long whose liquidation is near 82,700. */
const long = buildPosition();

test("a clock that is wrong is told, and the age of the figures is by the venues'", () => {
  mount({ clockOffsetMs: -300_000 });

  expect(screen.getByText('This device’s clock is 5 min fast; times here are the venues’.')).toBeDefined();
  expect(screen.getByText(/BTC .* 2 s ago/)).toBeDefined();
});

describe('a new position', () => {
  test('has venue, coin and price of the page and asks for the rest', () => {
    mount();

    expect(screen.getByLabelText<HTMLInputElement>('Entry price').value).toBe('90912');
    expect(screen.getByLabelText<HTMLSelectElement>('Venue').value).toBe('binance');
    expect(screen.getByText(/^Enter coin, entry, size and margin/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save position' }).disabled).toBe(true);
  });

  test('shows its liquidation as soon as the size is typed', async () => {
    mount();

    type('Size', '25,000');

    const { textContent } = await results();
    expect(textContent).toMatch(/Liquidation \(estimate\)8\d,\d{3}/);
    expect(textContent).toMatch(/ATR · \d+\.\d σ of a day/);
    expect(textContent).toMatch(/0\.40 % maintenance, up to 150×; built-in Binance table of 2026-07-02/);
  });

  test('is saved with the others', async () => {
    const saved = buildPosition({ id: 'saved' });
    const { actions } = mount({ positions: [saved] });
    type('Size', '25000');
    await results();

    fireEvent.click(screen.getByRole('button', { name: 'Save position' }));

    expect(actions.onPut).toHaveBeenCalledWith(expect.objectContaining({ id: 'fresh', venue: 'binance' }));
  });

  test('may be cross, and then wants the balance that backs it', async () => {
    const { store } = mount();
    type('Size', '25000');

    fireEvent.click(screen.getByRole('button', { name: 'Cross' }));
    fireEvent.input(await screen.findByLabelText('Wallet balance'), { target: { value: '3000' } });

    expect((await results()).textContent).toMatch(/Margin3\.00 k USD/);
    expect(screen.queryByLabelText('Added margin')).toBeNull();
    expect(store.getState().draft.marginMode).toBe('cross');
  });

  test('may settle in its coin', async () => {
    mount();
    type('Size', '25000');

    fireEvent.change(screen.getByLabelText('Settles in'), { target: { value: 'inverse' } });

    // 10x of a contract in coins: 90,912 * (1 + 0.004) / 1.1 = 82,978.
    expect((await results()).textContent).toMatch(/Liquidation \(estimate\)82,97\d/);
    expect(screen.getByText(/built-in Binance table of 2026-09-17/)).toBeTruthy();
  });
});

describe('a number that can be read in two ways', () => {
  const question = () => screen.getByRole('alert');

  test('is asked beside its field, and nothing is computed until it is answered', async () => {
    const { store } = mount();

    type('Size', '90.000');

    expect(question().textContent).toBe('Which one is meant?9090\u202f000');
    expect(screen.getByLabelText('Size').getAttribute('aria-describedby')).toBe(question().id);
    expect(screen.queryByRole('region', { name: 'Results' })).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save position' }).disabled).toBe(true);

    fireEvent.click(screen.getByRole('button', { name: '90\u202f000' }));

    expect((await results()).textContent).toMatch(/Position90\.0 k USD/);
    expect(store.getState().draft.size).toBe('90000');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is not asked where the language of the user settles it', async () => {
    mount({ locale: 'de' });

    type('Size', '90.000');

    expect((await results()).textContent).toMatch(/Position90\.0 k USD/);
  });

  test('is not asked of a price that the market settles', () => {
    mount({ locale: 'de' });

    // The market stands at 90,912.
    type('Entry price', '90.912');
    expect(screen.queryByRole('alert')).toBeNull();

    type('Entry price', '90,912');
    expect(question().textContent).toBe('Which one is meant?90,912090\u202f912');
  });

  test('is not asked where the limits leave one of them', async () => {
    mount();

    type('Leverage', '10.000');
    type('Size', '25,000');

    expect((await results()).textContent).toMatch(/Margin2\.50 k USD/);
  });

  test('is asked in the sizes that are wished for too', async () => {
    mount({ draft: draftOf(long, 'en-US') });
    unfold('Largest size');
    fireEvent.input(await screen.findByLabelText('Equity'), { target: { value: '20.000' } });

    expect((await screen.findByRole('alert')).textContent).toMatch(/Which one is meant/);
  });
});

describe('a coin that is none', () => {
  test('is said, not saved, and put right by one click', async () => {
    const { store } = mount();
    type('Size', '25,000');

    type('Coin', 'BTCUSDT');
    await act(() => store.setState({ markets: { BTCUSDT: { report: null, tiers: {} } } }));

    expect(screen.getByText(/^There is no coin BTCUSDT\./)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load BTCUSDT' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Results' })).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save position' }).disabled).toBe(true);

    fireEvent.click(screen.getByRole('button', { name: 'BTC' }));

    expect(await results()).toBeTruthy();
    expect(store.getState().draft.base).toBe('BTC');
  });

  test('at the venue is said beside the answer', async () => {
    const source = {
      venue: 'binance',
      kind: 'instruments',
      status: 'ok',
      at: null,
      code: 'not-listed',
    } as const;
    mount({ markets: { BTC: { report: buildReport({ sources: [source] }), tiers: {} } } });

    type('Size', '25,000');

    expect((await results()).textContent).toContain(
      'Binance lists no perpetual of BTC: its tiers are a stand-in.',
    );
  });
});

describe('errors stand beside their field', () => {
  test.each([
    ['Size', 'much', 'Not a number, such as 1,234.5.'],
    ['Entry price', '0', 'Must be more than zero.'],
    ['Leverage', '1000', 'At most 500×.'],
    ['Coin', 'two words', 'The coin alone, such as BTC.'],
    ['Horizon', '0.5', 'At least 1 h.'],
  ])('%s', async (label, value, sentence) => {
    mount();

    type(label, value);

    const error = await screen.findByText(sentence);
    expect(screen.getByLabelText(label).getAttribute('aria-describedby')?.split(' ')).toContain(error.id);
  });
});

describe('an answer', () => {
  test('says that a position cannot be liquidated where that is so', () => {
    mount({ draft: draftOf(buildPosition({ margin: { kind: 'leverage', leverage: 1 } }), 'en-US') });

    expect(screen.getByText('Cannot be liquidated: the margin covers any loss.')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/NaN|null|undefined|Infinity/);
  });

  test('shows the other published formula of Bybit, and calls an estimate one', () => {
    mount({
      draft: draftOf(buildPosition({ venue: 'bybit', margin: { kind: 'leverage', leverage: 3 } }), 'en-US'),
    });
    expect(screen.getByText('By the older formula')).toBeTruthy();
    cleanup();

    mount({ draft: draftOf(buildPosition({ venue: 'deribit' }), 'en-US') });
    expect(screen.getByText('Liquidation (estimate)')).toBeTruthy();
  });

  test('lists chances of touch for 4 h, 24 h, 7 d and the own horizon, with and without cascade', () => {
    mount({ draft: draftOf(buildPosition({ horizonHours: 72 }), 'en-US') });

    const table = screen.getByRole('table', { name: /^Chance that the price touches/ });
    const columns = within(table).getAllByRole('columnheader');
    expect(columns.map(({ textContent }) => textContent)).toEqual([
      'Chance of touch',
      '4 h',
      '24 h',
      '7 d',
      '3 d',
    ]);
    expect(within(table).getAllByRole('row')).toHaveLength(3);
  });

  test('lists the clusters on the way and the cascade that would reach the liquidation', () => {
    mount({ draft: draftOf(long, 'en-US') });

    // All three clusters of longs lie in between, none of shorts; the last one's cascade ends at 82,134.
    const table = screen.getByRole('table', { name: /^Nearest clusters/ });
    expect(table.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(screen.getByText(/would most likely carry the price to 82,134/)).toBeTruthy();
  });

  test('warns of a stop behind the liquidation and of one that the price has passed', () => {
    mount({ draft: draftOf(buildPosition({ stopPrice: 80_000 }), 'en-US') });
    expect(screen.getByText(/The stop stands beyond the liquidation at 82,\d{3}/)).toBeTruthy();
    cleanup();

    mount({ draft: draftOf(buildPosition({ stopPrice: 91_000 }), 'en-US') });
    expect(screen.getByText("The price has passed this stop: a long's stands below it.")).toBeTruthy();
  });

  test('says which limit of the size binds, and why the others say nothing', async () => {
    mount({ draft: draftOf(long, 'en-US') });

    unfold('Largest size');
    fireEvent.input(await screen.findByLabelText('Equity'), { target: { value: '20,000' } });

    // 1 % of 20,000 at a stop 2.76 % away and 0.1 % of fees: 200 / 0.02863 = 6,985.
    expect(await screen.findByText('Risk at the stop: binds')).toBeTruthy();
    expect(screen.getAllByText('6.99 k USD')).toHaveLength(2);
    expect(screen.getByText('book not polled')).toBeTruthy();
    expect(screen.getByText('no edge entered')).toBeTruthy();
  });

  test('offers stops with their reasons; one click takes one', async () => {
    const { store } = mount({ draft: draftOf(long, 'en-US') });

    unfold('Stops');
    fireEvent.click(await screen.findByRole('button', { name: 'Use 88,327 as stop' }));

    await waitFor(() => expect(store.getState().draft.stopPrice).toBe('88327'));
    expect(screen.getByText('beyond a cluster at 88,600')).toBeTruthy();
  });

  test('says of gold what its interval says, or that nothing is known', async () => {
    mount({ draft: draftOf(long, 'en-US') });
    unfold('Gold beside it');
    expect(await screen.findByText(/^No daily prices of gold/)).toBeTruthy();
    cleanup();
    const around = (value: number) => ({ low: value - 0.2, value, high: value + 0.2 });
    const gold = {
      correlation: around(0.1),
      fundedWeight: 0.8,
      fundedSaving: around(0.7),
      overlayRatio: around(-0.2),
      verdict: 'not-a-hedge' as const,
      days: 90,
    };

    mount({ draft: draftOf(long, 'en-US'), markets: { BTC: { report: buildReport({ gold }), tiers: {} } } });

    expect(screen.getByText('not a hedge now')).toBeTruthy();
  });
});

describe('sliders', () => {
  test('change the whole answer, and the form with it', async () => {
    const { store } = mount({ draft: draftOf(long, 'en-US') });
    const before = (await results()).textContent;

    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Leverage' });
    fireEvent.input(slider, { target: { value: '240' } });

    // 150 ^ (240 / 300) = 55.06.
    await waitFor(() => expect(store.getState().draft.margin).toBe('55.1'));
    await waitFor(async () => expect((await results()).textContent).not.toBe(before));
    expect(slider.getAttribute('aria-valuetext')).toBe('55.1×');
  });

  test('of the margin names it in dollars, of the stop takes it away at its end', async () => {
    const { store } = mount({ draft: draftOf(long, 'en-US') });

    fireEvent.input(screen.getByRole('slider', { name: 'Margin' }), { target: { value: '300' } });
    await waitFor(() => expect(store.getState().draft).toMatchObject({ marginKind: 'own', margin: '25000' }));
    fireEvent.input(screen.getByRole('slider', { name: 'Stop' }), { target: { value: '0' } });

    await waitFor(() => expect(store.getState().draft.stopPrice).toBe(''));
  });
});

describe('a saved position', () => {
  test('is one line with side, size, liquidation, distance and chance', () => {
    mount({ positions: [long] });

    const card = screen.getByRole('button', { name: /BTC long/ });
    expect(card.textContent).toMatch(
      /25\.0 k.*liquidation, estimate ≈ 82,\d{3}−9\.\d %.*% chance in 24 hours/,
    );
  });

  test('opens when chosen, with its inputs folded, and keeps its place when changed', async () => {
    const saved = buildPosition({ id: 'saved', side: 'short', entryPrice: 95_000 });
    const { actions } = mount({ positions: [long, saved] });

    fireEvent.click(screen.getByRole('button', { name: /BTC short/ }));
    fireEvent.input(await screen.findByDisplayValue('95000'), { target: { value: '96000' } });

    expect(screen.getByText('Inputs').closest('details')?.open).toBe(false);
    expect(await screen.findByText(/^as saved:/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(actions.onPut).toHaveBeenCalledWith({ ...saved, entryPrice: 96_000 });
  });

  test('is deleted alone', () => {
    const [first, second] = [buildPosition({ id: 'a' }), buildPosition({ id: 'b' })];
    const { actions } = mount({ positions: [first, second], draft: draftOf(first, 'en-US') });

    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));

    expect(actions.onRemove).toHaveBeenCalledExactlyOnceWith('a');
  });
});

test('another coin asks for its market, and for watching it where nothing is known', async () => {
  const { store, actions } = mount();

  type('Coin', 'eth');
  store.setState({ markets: { ETH: { report: null, tiers: {} } } });
  fireEvent.click(await screen.findByRole('button', { name: 'Load ETH' }));

  expect(actions.onBase).toHaveBeenCalledWith('ETH');
  expect(actions.onWatch).toHaveBeenCalledWith('ETH');
});

test('missing access is asked for with one button', () => {
  const { actions } = mount({ missingOrigins: ['https://api.bybit.com/*'] });

  fireEvent.click(screen.getByRole('button', { name: 'Allow' }));

  expect(screen.getByText(/may not read api\.bybit\.com\./)).toBeTruthy();
  expect(actions.onPermission).toHaveBeenCalledOnce();
});

test('the answer is copied as text', () => {
  const { actions } = mount({ draft: draftOf(long, 'en-US') });

  fireEvent.click(screen.getByRole('button', { name: 'Copy as text' }));

  expect(actions.onCopy).toHaveBeenCalledWith(expect.stringMatching(/^BTC long, Binance/));
});

test('what went wrong is told', () => {
  mount({ notice: { kind: 'failed', text: 'Could not be saved.' } });

  expect(screen.getByRole('status').textContent).toBe('Could not be saved.');
});

describe('its two views', () => {
  test('are the watch list and the positions, and a position that was begun is still there', async () => {
    mount({ view: 'list', watchList: ['BTCUSDT'] });

    expect(await screen.findByRole('region', { name: 'Watch list' })).toBeTruthy();
    expect(screen.queryByLabelText('Entry price')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Positions' }));
    type('Entry price', '88,000');
    fireEvent.click(screen.getByRole('button', { name: 'Watch list' }));
    fireEvent.click(screen.getByRole('button', { name: 'Positions' }));

    expect(screen.getByLabelText<HTMLInputElement>('Entry price').value).toBe('88,000');
  });
});
