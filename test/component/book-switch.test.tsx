import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { BookSwitch } from '../../components/overlay/book-switch.tsx';
import { createPanelStore, type PanelState } from '../../components/overlay/panel-store.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

function mount(state: Partial<PanelState> = {}) {
  const store = createPanelStore({ nowMs: SAMPLE_AT, bookMarks: true, hasBook: true, ...state });
  const onPlace = vi.fn<(place: PanelPlace) => void>();
  render(<BookSwitch store={store} onPlace={onPlace} />);
  return { store, onPlace };
}

const findSwitch = () => screen.queryByRole('button', { name: 'In the order book' });

describe('the switch of the marks in the order book', () => {
  test.each([
    ['marks are not wanted', { bookMarks: false }],
    ['the site has no order book that can be read', { hasBook: false }],
  ])('is absent where %s', (_why, state) => {
    mount(state);

    expect(findSwitch()).toBeNull();
  });

  test.each([
    ['searching', 'None can be read.'],
    ['ready', 'Rows are marked.'],
    ['clear', 'No band this near.'],
    ['hidden', 'Covered or hidden.'],
  ] as const)('says where the marks are: %s', (bookState, sentence) => {
    mount({ bookState });

    expect(screen.getByRole('status').textContent).toBe(sentence);
    expect(findSwitch()?.getAttribute('aria-pressed')).toBe('true');
  });

  test('takes the marks off for this site and brings them back', async () => {
    const { store, onPlace } = mount({ bookState: 'ready' });

    fireEvent.click(findSwitch()!);
    expect(onPlace.mock.lastCall?.[0].bookMarks).toBe(false);
    expect(await screen.findByText('Off on this site.')).toBeTruthy();
    fireEvent.click(findSwitch()!);

    expect(onPlace.mock.lastCall?.[0].bookMarks).toBe(true);
    expect(store.getState().place.bookMarks).toBe(true);
  });
});
