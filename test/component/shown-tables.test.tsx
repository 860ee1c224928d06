import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { PageTables } from '../../components/account/page-tables.tsx';
import { PageTableOptions } from '../../components/options/page-tables.tsx';
import { createPopupStore } from '../../components/popup/popup-store.ts';
import type { PopupActions } from '../../components/popup/popup-actions.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { useAccount } from '../../components/popup/use-account.ts';
import { shownPositions, type ShownTable } from '../../core/ledger/shown-tables.ts';
import { TABLE_DOUBTS, type ShownPosition, type TableReading } from '../../core/market/shown-position.ts';
import { buildPosition } from '../support/sample-position.ts';
import { buildReport, SAMPLE_AT } from '../support/sample-report.ts';
import { buildShown } from '../support/shown-position.ts';

afterEach(cleanup);

const NOW_MS = SAMPLE_AT + 12_000;
const tableOf = (reading: TableReading): ShownTable => ({
  site: 'binance',
  atMs: SAMPLE_AT,
  untilMs: SAMPLE_AT + 90_000,
  reading,
});
const read = (leftOut: number, ...positions: readonly ShownPosition[]): TableReading => ({
  kind: 'read',
  positions,
  leftOut,
});
const storeOf = (reading: TableReading) => createPopupStore({ nowMs: NOW_MS, tables: [tableOf(reading)] });
const click = (element: HTMLElement) => void act(() => void fireEvent.click(element));

describe('what came of a page’s table is said', () => {
  test.each<readonly [TableReading, string]>([
    [read(0, buildShown()), 'Binance: 1 position, as its page shows'],
    [read(0), 'Binance: 0 positions, as its page shows'],
    [
      read(1, buildShown(), buildShown({ side: 'short' })),
      'Binance: 2 positions, as its page shows 1 inverse or dated contract is left out.',
    ],
    [
      { kind: 'doubt', doubt: 'side' },
      'Binance: not read. It cannot be told for sure which side a position is on.',
    ],
  ])('%o', (reading, words) => {
    render(<PageTables store={storeOf(reading)} />);

    expect(screen.getByRole('listitem').textContent).toBe(words);
  });

  test('every doubt has words that name the venue', () => {
    for (const doubt of TABLE_DOUBTS) {
      render(<PageTables store={storeOf({ kind: 'doubt', doubt })} />);
      expect(screen.getByRole('listitem').textContent).toMatch(/^Binance: /);
      cleanup();
    }
  });

  test('nothing is said where no page shows anything', () => {
    const { container } = render(<PageTables store={createPopupStore({ nowMs: NOW_MS })} />);

    expect(container.textContent).toBe('');
  });
});

test('a position that is typed in and stands in a page’s table counts once among all', () => {
  const typed = buildPosition({ entryPrice: 90_000, size: { unit: 'base', value: 0.5 } });
  const ether = buildPosition({ id: 'ether', base: 'ETH', entryPrice: 3_000 });
  const positions = [typed, ether, ...shownPositions([tableOf(read(0, buildShown()))])];
  const { result } = renderHook(() => useAccount({ positions, figures: null, markets: {} }));

  expect(result.current.input.positions).toEqual([typed, ether]);
});

describe('a position of a page’s table stands with the user’s own', () => {
  const mount = (overrides: Partial<ShownPosition> = {}) => {
    const store = createPopupStore({
      nowMs: NOW_MS,
      tables: [tableOf(read(0, buildShown(overrides)))],
      markets: { BTC: { report: buildReport(), tiers: {} } },
    });
    const actions = new Proxy(
      { newId: () => 'new' },
      {
        get: (known, name) => (name in known ? known[name as 'newId'] : vi.fn()),
      },
    ) as unknown as PopupActions;
    render(<Popup {...{ store, actions }} />);
    click(screen.getByRole('button', { name: /BTC long/ }));
  };

  test('as the page shows it, with nothing to change', () => {
    mount();

    expect(screen.getAllByText('as the page shows')).toHaveLength(1);
    expect(screen.getByText(/^As the page of Binance showed 12 s ago\.$/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Leverage 10×$/ })).toBeTruthy();
    expect(screen.queryByLabelText('Entry price')).toBeNull();
    // Its orders are not read: nothing says that there are none.
    expect(screen.queryByRole('row', { name: /^(Stop|Targets)/ })).toBeNull();
  });

  test('the page’s price beside ours where they differ by more than half a percent, else ours alone', () => {
    mount({ liquidationPrice: 84_000 });

    expect(screen.getByRole('row', { name: /^As the page shows 84,000/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /^By our formula 81,\d/ })).toBeTruthy();
    cleanup();

    mount({ liquidationPrice: 81_325 });
    expect(screen.getByRole('row', { name: /^As the page shows 81,325/ })).toBeTruthy();
    expect(screen.queryByRole('row', { name: /^By our formula/ })).toBeNull();
  });
});

test('each of the four sites has a switch of its own, and none is on at first', () => {
  const onTurn = vi.fn();
  render(<PageTableOptions chosen={[]} onTurn={onTurn} />);
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');

  expect(boxes.map(({ checked }) => checked)).toEqual([false, false, false, false]);
  click(screen.getByLabelText('Read it on Bybit'));
  expect(onTurn).toHaveBeenCalledExactlyOnceWith({ add: ['bybit'] });
  cleanup();

  render(<PageTableOptions chosen={['bybit']} onTurn={onTurn} />);
  click(screen.getByLabelText('Read it on Bybit'));
  expect(onTurn).toHaveBeenLastCalledWith({ remove: ['bybit'] });
});
