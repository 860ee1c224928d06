import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { draftOf, emptyDraft } from '../../components/popup/position-draft.ts';
import { createPopupStore, type PopupState } from '../../components/popup/popup-store.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { buildPosition } from '../support/sample-position.ts';
import { buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

function mount(state: Partial<PopupState> = {}) {
  const report = buildReport();
  const store = createPopupStore({
    nowMs: SAMPLE_AT + 2000,
    report,
    draft: emptyDraft('fresh', { venue: 'bybit', base: 'BTC', price: report.price }),
    ...state,
  });
  const actions = { onSave: vi.fn(), onBase: vi.fn(), onPermission: vi.fn(), newId: () => 'new' };
  render(<Popup store={store} actions={actions} />);
  return { store, actions };
}

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('a new position', () => {
  test('has venue, coin and price of the page and asks for the rest', () => {
    mount();

    expect(screen.getByLabelText<HTMLInputElement>('Entry price').value).toBe('90912');
    expect(screen.getByLabelText<HTMLSelectElement>('Venue', { selector: 'select' }).value).toBe('bybit');
    expect(screen.getByText(/^Enter coin, entry, size and margin/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save position' }).disabled).toBe(true);
  });

  test('shows its liquidation as soon as the size is typed', async () => {
    mount();

    type('Size', '25,000');

    const results = await screen.findByRole('region', { name: 'Results' });
    expect(results.textContent).toMatch(/Liquidation.*8\d,\d{3}/);
    expect(results.textContent).toContain('Distance−');
    expect(results.textContent).toContain('ATR');
    expect(results.textContent).toMatch(/Tier0\.\d+ % maintenance/);
  });

  test('is saved with the others', async () => {
    const saved = buildPosition({ id: 'saved' });
    const { actions } = mount({ positions: [saved] });
    type('Size', '25000');
    await screen.findByRole('region', { name: 'Results' });

    fireEvent.click(screen.getByRole('button', { name: 'Save position' }));

    expect(actions.onSave).toHaveBeenCalledWith([
      saved,
      expect.objectContaining({ id: 'fresh', venue: 'bybit' }),
    ]);
  });
});

describe('errors stand beside their field', () => {
  test.each([
    ['Size', 'much', 'Not a number, such as 1,234.5.'],
    ['Entry price', '0', 'Must be more than zero.'],
    ['Leverage, isolated', '500', 'At most 200×.'],
    ['Coin', 'BTC/USDT', 'The coin alone, such as BTC.'],
  ])('%s', async (label, value, sentence) => {
    mount();

    type(label, value);

    const error = await screen.findByText(sentence);
    expect(screen.getByLabelText(label).getAttribute('aria-describedby')).toBe(error.id);
  });
});

describe('a saved position', () => {
  test('opens in the form when chosen', async () => {
    const saved = buildPosition({ id: 'saved', side: 'short', entryPrice: 95_000 });
    mount({ positions: [saved] });

    fireEvent.click(screen.getByRole('button', { name: /BTC short/ }));

    expect(await screen.findByDisplayValue('95000')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save changes' })).toBeTruthy();
  });

  test('is deleted alone', () => {
    const [first, second] = [buildPosition({ id: 'a' }), buildPosition({ id: 'b' })];
    const { actions } = mount({ positions: [first, second], draft: draftOf(first) });

    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));

    expect(actions.onSave).toHaveBeenCalledWith([second]);
  });
});

test('another coin asks for its market', () => {
  const { actions } = mount();

  type('Coin', 'eth');

  expect(actions.onBase).toHaveBeenCalledWith('ETH');
});

test('missing access is asked for with one button', () => {
  const { actions } = mount({ missingOrigins: ['https://api.bybit.com/*'] });

  fireEvent.click(screen.getByRole('button', { name: 'Allow' }));

  expect(screen.getByText(/may not read api\.bybit\.com\./)).toBeTruthy();
  expect(actions.onPermission).toHaveBeenCalledOnce();
});

test('the clusters on the way to the liquidation are listed', () => {
  mount({ draft: draftOf(buildPosition()) });

  const table = screen.getByRole('table', { name: /^Nearest clusters/ });

  // Liquidation near 82,700: all three clusters of longs lie in between, none of shorts.
  expect(table.querySelectorAll('tbody tr')).toHaveLength(3);
});

test('a failed save is told', () => {
  mount({ saving: 'failed' });

  expect(screen.getByRole('status').textContent).toContain('Could not be saved');
});
