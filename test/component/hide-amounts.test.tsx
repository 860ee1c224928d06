import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { draftOf } from '../../components/popup/position-draft.ts';
import type { PopupState } from '../../components/popup/popup-store.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { SidePanel } from '../../components/sidepanel/side-panel.tsx';
import type { SavedPosition } from '../../core/market/position.ts';
import { accountPositions } from '../../core/ledger/accounts/account-positions.ts';
import { buildAccount, buildBook, buildHeld, buildTold } from '../support/accounts.ts';
import { SAMPLE_AT } from '../support/sample-report.ts';
import { buildPosition } from '../support/sample-position.ts';
import { buildSidePanel } from '../support/side-panel.ts';

afterEach(cleanup);

type Held = Pick<PopupState, 'draft'> & Partial<PopupState>;

const typed = (position: SavedPosition): Held => ({
  positions: [position],
  draft: draftOf(position, 'en-US'),
});

/** A position of each kind of backing, `times` as large; everything but its amounts stays as it is then. */
const HELD: Readonly<Record<string, (times: number) => Held>> = {
  'an isolated position by its leverage': (times) =>
    typed(
      buildPosition({
        size: { unit: 'usd', value: 25_000 * times },
        targets: [{ price: 95_000, share: 0.5 }],
      }),
    ),
  'an isolated position by its margin, with some added': (times) =>
    typed(
      buildPosition({
        size: { unit: 'base', value: 0.3 * times },
        margin: { kind: 'usd', usd: 2_400 * times },
        addedMarginUsd: 310 * times,
      }),
    ),
  'a cross position': (times) =>
    typed(
      buildPosition({
        side: 'short',
        size: { unit: 'base', value: 0.3 * times },
        marginMode: 'cross',
        walletBalanceUsd: 4_700 * times,
        stopPrice: 95_000,
      }),
    ),
  'a position at an address': (times) => {
    const held = buildHeld({ sizeBase: 0.2 * times, isolatedMarginUsd: 1_800 * times });
    const books = [buildBook({ atMs: SAMPLE_AT, positions: [held] })];
    const accounts = [buildAccount({ told: buildTold({ books }) })];
    return { accounts, draft: draftOf(accountPositions(accounts)[0]!, 'en-US') };
  },
};

const wishes = (times: number): PopupState['wishes'] => ({
  equity: String(19_000 * times),
  risk: '1',
  ruin: '1',
  volatility: '',
  edge: '',
});

function mount(view: 'popup' | 'side panel', held: Held, times: number, hideAmounts: boolean) {
  const { desk, actions, ...rest } = buildSidePanel({
    desk: {
      ...held,
      wishes: wishes(times),
      hideAmounts,
    },
    actions: { onHideAmounts: vi.fn(), onCopy: vi.fn() },
  });
  const { container } = render(
    view === 'popup' ? (
      <Popup store={desk} actions={actions} />
    ) : (
      <SidePanel {...{ desk, actions, ...rest }} />
    ),
  );
  return { store: desk, actions, container };
}

/** All that a view shows or tells a reader of screens, everything unfolded, and what it copies. */
async function said(view: 'popup' | 'side panel', held: Held, times: number, hideAmounts: boolean) {
  const { container, actions } = mount(view, held, times, hideAmounts);
  // These parts are loaded once the page stands.
  for (const part of ['Stop and target', 'All positions if']) await screen.findByText(part);
  for (const part of container.querySelectorAll('details')) {
    await act(() => {
      part.open = true;
      fireEvent(part, new Event('toggle'));
    });
  }
  fireEvent.click(screen.getByRole('button', { name: 'Copy as text' }));
  const entered = [...container.querySelectorAll('input')].map(({ id, value }) => `${id}=${value}`);
  const copied = String(vi.mocked(actions.onCopy).mock.lastCall).split('\n');
  const shown = container.innerHTML.split(/(?=<)/);
  cleanup();
  return [...shown, ...entered, ...copied];
}

describe.each(['popup', 'side panel'] as const)('the %s with amounts hidden', (view) => {
  test.each(Object.keys(HELD))('is the same for %s whatever its amounts are', async (name) => {
    const read = async (hideAmounts: boolean) => {
      const [small, large] = [
        await said(view, HELD[name]!(1), 1, hideAmounts),
        // A double is exact in binary: not a digit changes that is not the amount's.
        await said(view, HELD[name]!(2), 2, hideAmounts),
      ];
      return small.filter((part, index) => part !== large[index]);
    };

    expect(await read(true)).toEqual([]);
    expect((await read(false)).length).toBeGreaterThan(15);
  });

  test('keeps prices, shares and percents', () => {
    const { container } = mount(view, HELD['an isolated position by its leverage']!(1), 1, true);

    const text = container.querySelector('.results')?.textContent;
    expect(text).toMatch(/82,680\.7−9\.1 %/);
    expect(text).toMatch(/Margin ratio\d+\.\d %/);
    expect(text).toMatch(/Position••• USD/);
  });

  test('shows no amount to type over, and one of a price as ever', () => {
    mount(view, HELD['an isolated position by its margin, with some added']!(1), 1, true);

    for (const label of ['Size', 'Margin', 'Added margin']) {
      const [field] = screen.getAllByLabelText<HTMLInputElement>(label, { selector: '.field input' });
      expect([field?.value, field?.readOnly]).toEqual(['', true]);
    }
    expect(screen.getByLabelText<HTMLInputElement>('Entry price').value).toBe('91500');
  });

  test('is one press away, and one press back', async () => {
    const { store, actions, container } = mount(view, HELD['a cross position']!(1), 1, false);
    const eye = () => screen.getByRole('button', { name: 'Hide amounts' });
    expect([eye().getAttribute('aria-pressed'), container.textContent.includes('•••')]).toEqual([
      'false',
      false,
    ]);

    fireEvent.click(eye());
    expect(actions.onHideAmounts).toHaveBeenLastCalledWith(true);
    await act(() => store.setState({ hideAmounts: true }));

    expect([eye().getAttribute('aria-pressed'), container.textContent.includes('•••')]).toEqual([
      'true',
      true,
    ]);
    fireEvent.click(eye());
    expect(actions.onHideAmounts).toHaveBeenLastCalledWith(false);
  });
});
