import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { SidePanel } from '../../components/sidepanel/side-panel.tsx';
import type { Bell } from '../../core/market/bell.ts';
import { oneSize } from '../support/one-size.ts';
import { buildSidePanel } from '../support/side-panel.ts';
import { SAMPLE_AT } from '../support/sample-report.ts';

const NOW_MS = SAMPLE_AT + 2000;
const DAY_MS = 86_400_000;

const BELL: Bell = {
  id: 'mine',
  market: 'BTCUSDT',
  venue: 'binance',
  place: 'price',
  low: 92_000,
  high: 92_000,
  setPrice: 90_912,
  setAtMs: NOW_MS - 1000,
  untilMs: NOW_MS + 30 * DAY_MS,
  repeats: false,
  rangAtMs: null,
};

function show(bells: readonly Bell[] = [], side = {}) {
  const actions = { onPutBell: vi.fn<(bell: Bell) => void>(), onRemoveBell: vi.fn() };
  render(<SidePanel {...buildSidePanel({ actions, side: { bells, ...side } })} />);
  return { ...actions, section: within(screen.getByRole('region', { name: 'Bells' })) };
}

const fresh = {
  id: 'new',
  market: 'BTCUSDT',
  venue: 'binance',
  setAtMs: NOW_MS,
  repeats: false,
  rangAtMs: null,
};

beforeEach(() => vi.stubGlobal('ResizeObserver', oneSize(300, 220)));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('bells in the side panel', () => {
  test('a price that is typed hangs one, for once and for thirty days', () => {
    const { section, onPutBell } = show();

    fireEvent.input(section.getByLabelText('Price'), { target: { value: '92,500' } });
    fireEvent.click(section.getByRole('button', { name: 'Hang a bell' }));

    expect(onPutBell.mock.calls).toEqual([
      [
        expect.objectContaining({
          ...fresh,
          place: 'price',
          low: 92_500,
          high: 92_500,
          untilMs: NOW_MS + 30 * DAY_MS,
        }),
      ],
    ]);
    expect(section.getByRole('status').textContent).toBe('Bell at 92,500.');
  });

  test('what is no price is said beside the field, and hangs none', () => {
    const { section, onPutBell } = show();

    fireEvent.input(section.getByLabelText('Price'), { target: { value: 'soon' } });
    fireEvent.click(section.getByRole('button', { name: 'Hang a bell' }));

    expect(section.getByRole('alert').textContent).toContain('Not a number');
    expect(onPutBell).not.toHaveBeenCalled();
  });

  test('a cluster, a level and a price of the map have a button each', () => {
    const { onPutBell } = show([], { pressed: 91_700 });

    fireEvent.click(screen.getAllByRole('button', { name: /^Bell on the cluster/ })[0]!);
    fireEvent.click(screen.getAllByRole('button', { name: /^Bell on the level/ })[0]!);
    fireEvent.click(screen.getByRole('button', { name: 'Bell' }));

    const hung = onPutBell.mock.calls.map(([bell]) => bell);
    expect(hung.map(({ place }) => place)).toEqual(['cluster', 'level', 'price']);
    expect(hung[0]!.high).toBeGreaterThan(hung[0]!.low);
    expect(hung[2]).toMatchObject({ low: 91_700, high: 91_700 });
    expect(screen.queryByRole('button', { name: 'Bell' })).toBeNull();
  });

  test('those of the market are listed, the highest first, with how far away they are', () => {
    const cluster = { ...BELL, id: 'c', place: 'cluster', low: 93_000, high: 94_000 } as const;
    const { section } = show([BELL, cluster, { ...BELL, id: 'e', market: 'ETHUSDT', low: 3000, high: 3000 }]);

    const rows = section
      .getAllByRole('listitem')
      .map((row) => row.querySelector('.bell-price')?.textContent?.replaceAll(/\s+/g, ' ').trim());
    expect(rows).toEqual(['93,000 to 94,000 +2.3 % cluster', '92,000 +1.2 %']);
  });

  test('one can ring each time, end earlier or never, and be removed', () => {
    const { section, onPutBell, onRemoveBell } = show([BELL]);

    fireEvent.click(section.getByLabelText('Each time at 92,000'));
    fireEvent.change(section.getByLabelText('Until when at 92,000'), { target: { value: '7' } });
    fireEvent.change(section.getByLabelText('Until when at 92,000'), { target: { value: 'forever' } });
    fireEvent.click(section.getByRole('button', { name: 'Remove the bell at 92,000' }));

    expect(onPutBell.mock.calls).toEqual([
      [{ ...BELL, repeats: true }],
      [{ ...BELL, untilMs: NOW_MS + 7 * DAY_MS }],
      [{ ...BELL, untilMs: null }],
    ]);
    expect(onRemoveBell).toHaveBeenCalledWith('mine');
  });

  test('one that has rung says when, and is hung again with the price of now', () => {
    const { section, onPutBell } = show([{ ...BELL, rangAtMs: NOW_MS - DAY_MS, setPrice: 80_000 }]);

    expect(section.getByText(/^rang /)).toBeTruthy();
    fireEvent.click(section.getByRole('button', { name: 'Again at 92,000' }));

    const [[again]] = onPutBell.mock.calls as unknown as [[Bell]];
    expect(again).toMatchObject({ id: 'mine', rangAtMs: null, setAtMs: NOW_MS });
    expect(again.setPrice).not.toBe(80_000);
  });
});
