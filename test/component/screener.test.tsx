import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { createPopupStore, type PopupState } from '../../components/popup/popup-store.ts';
import { Screener } from '../../components/screener/screener.tsx';
import { buildGlance, screenedMarket } from '../support/screened-market.ts';
import { SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

function mount(state: Partial<PopupState> = {}) {
  const store = createPopupStore({ nowMs: SAMPLE_AT, glance: buildGlance(SAMPLE_AT), ...state });
  const actions = { onLook: vi.fn(), onList: vi.fn() };
  render(<Screener store={store} actions={actions} />);
  return { store, actions };
}

const names = () =>
  screen.getAllByRole('rowheader').map(({ textContent }) => textContent?.replace(/^[+✓]/, ''));
const cell = (name: string, heading: string) => {
  const headings = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  const row = screen
    .getAllByRole('rowheader')
    .find((one) => one.textContent?.endsWith(name))!
    .closest('tr')!;
  return within(row).getAllByRole('cell')[headings.indexOf(heading) - 1]!;
};
const rankBy = (heading: string) => fireEvent.click(screen.getByRole('button', { name: heading }));

describe('order', () => {
  test('is by the day’s change of open interest, what is not known last, and small markets left out', () => {
    mount();

    expect(names()).toEqual(['BTC', 'PEPE', 'NVDA share', 'SOL']);
    expect(screen.getByRole('columnheader', { name: 'OI 24 h' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  test('is by volume while nothing is known of a day ago', () => {
    const markets = [
      screenedMarket({ openInterestDayChange: null }),
      screenedMarket({ market: 'BTCUSDT', openInterestDayChange: null, turnoverUsd: 4e10 }),
    ];
    mount({ glance: buildGlance(SAMPLE_AT, { markets }) });

    expect(names()).toEqual(['BTC', 'SOL']);
    expect(screen.getAllByRole('columnheader')[1]?.textContent).toBe('Volume');
    expect(screen.getByRole('columnheader', { name: 'Volume' }).getAttribute('aria-sort')).toBe('descending');
  });

  test('is by any heading that is pressed, and turned round by pressing it again', () => {
    mount();

    rankBy('Volume');
    expect(names()[0]).toBe('BTC');
    rankBy('Volume');
    expect(names()[0]).toBe('NVDA share');
    expect(screen.getByRole('columnheader', { name: 'Volume' }).getAttribute('aria-sort')).toBe('ascending');
  });

  test('is of one class and of one size where that is wanted', () => {
    mount();

    fireEvent.change(screen.getByLabelText('Class'), { target: { value: 'equity' } });
    expect(names()).toEqual(['NVDA share']);
    fireEvent.change(screen.getByLabelText('Class'), { target: { value: 'crypto' } });
    fireEvent.change(screen.getByLabelText('Traded in a day'), { target: { value: '0' } });
    expect(names()).toContain('DUST');
    fireEvent.change(screen.getByLabelText('Traded in a day'), { target: { value: '1000000000' } });
    expect(names()).toEqual(['BTC', 'SOL']);
  });
});

describe('a figure that is not known', () => {
  test('says why: told one contract at a time, or of too short a time', () => {
    mount();

    expect(cell('NVDA share', 'OI').textContent).toBe('–');
    expect(cell('NVDA share', 'OI').title).toBe('Told of one contract at a time by Binance');
    expect(cell('SOL', 'OI 24 h').title).toBe('Needs 24 hours of snapshots: 2 hours kept so far');
    expect(cell('SOL', 'Volume ×').title).toBe('Needs snapshots of three days before: 2 hours kept so far');
    expect(cell('BTC', 'OI 24 h').textContent).toBe('+21.0 %');
  });

  test('of a day before says that nothing may be kept of it, where answers were kept for longer', () => {
    const [first, ...others] = buildGlance(SAMPLE_AT).venues;
    const venues = [{ ...first!, since: SAMPLE_AT - 80 * 3_600_000 }, ...others];
    mount({ glance: buildGlance(SAMPLE_AT, { venues }) });

    const gap = 'Too little is kept of the days before, or its venues do not tell it';
    expect(cell('SOL', 'OI 24 h').title).toBe(gap);
    expect(cell('SOL', 'Volume ×').title).toBe(gap);
  });

  test('and it is said from whom the others are, how old they are and of how long a time', () => {
    mount();

    expect(screen.getByText('Answers: Binance 1 min ago, Bybit 1 min ago and OKX 2 min ago.')).toBeTruthy();
    expect(screen.getByText(/^Without Gate: asked, and refused or failed/)).toBeTruthy();
    expect(screen.getByText('No answer yet from Aster.')).toBeTruthy();
    expect(
      screen.getByText(/^Open interest, its changes and OI \/ volume are without Binance, told there one/),
    ).toBeTruthy();
    expect(
      screen.getByText(/oldest of 2 hours ago\. A change over 24 hours needs one of 24 hours ago\./),
    ).toBeTruthy();
  });
});

test('a venue that may not be read is not said to have refused', () => {
  const venues = buildGlance(SAMPLE_AT).venues.map((one) =>
    one.venue === 'gate' ? { ...one, code: 'permission' as const } : one,
  );
  mount({ glance: buildGlance(SAMPLE_AT, { venues }) });

  expect(screen.getByText('Without Gate, which Plimsoll may not read; the options allow it.')).toBeTruthy();
  expect(screen.queryByText(/refused or failed/)).toBeNull();
});

describe('the watch list', () => {
  test('takes a market, and lets it go', () => {
    const { actions } = mount({ watchList: ['BTCUSDT'] });

    fireEvent.click(screen.getByRole('button', { name: 'Add SOL to the watch list' }));
    fireEvent.click(screen.getByRole('button', { name: 'Take BTC off the watch list' }));

    expect(actions.onList.mock.calls).toEqual([[{ add: ['SOLUSDT'] }], [{ remove: ['BTCUSDT'] }]]);
  });

  test('takes none once it holds thirty', () => {
    mount({ watchList: Array.from({ length: 30 }, (_, index) => `C${index}USDT`) });

    const full = screen.getAllByRole<HTMLButtonElement>('button', {
      name: 'The watch list holds 30, and is full.',
    });
    expect(full.every(({ disabled }) => disabled)).toBe(true);
  });
});

test('whoever looks asks at once and again every twenty seconds, for as long as it stands', async () => {
  const { store, actions } = mount();
  expect(actions.onLook.mock.calls).toEqual([[null]]);

  store.setState({ nowMs: SAMPLE_AT + 20_000 });
  await waitFor(() => expect(actions.onLook).toHaveBeenCalledTimes(2));
});

test('before the first answer it says that venues are asked', () => {
  mount({ glance: null });

  expect(screen.getByRole('status').textContent).toMatch(/^Asking your venues/);
});
