import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { Options } from '../../components/options/options.tsx';
import { VENUE_IDS, type VenueId } from '../../core/market/venue-id.ts';
import type { Settings } from '../../core/watch/stored.ts';

const SETTINGS: Settings = {
  version: 1,
  venues: VENUE_IDS,
  watchList: ['SOLUSDT'],
  palette: 'orange-blue',
  theme: 'page',
};

function show(overrides: Partial<Settings> = {}, granted: readonly VenueId[] = VENUE_IDS) {
  const actions = { onChange: vi.fn(), onGrant: vi.fn(), onGrantTiers: vi.fn(), onReset: vi.fn() };
  render(
    <Options
      settings={{ ...SETTINGS, ...overrides }}
      granted={new Set(granted)}
      tiersGranted={false}
      {...actions}
    />,
  );
  return actions;
}

afterEach(cleanup);

describe('options', () => {
  test('switching a venue off keeps the others in their order', () => {
    const { onChange } = show();

    fireEvent.click(screen.getByLabelText('OKX'));

    expect(onChange).toHaveBeenCalledWith({
      ...SETTINGS,
      venues: ['binance', 'bybit', 'bitget', 'gate', 'hyperliquid'],
    });
  });

  test('a venue without access offers a button that asks for it', () => {
    const { onGrant } = show({}, ['binance']);

    fireEvent.click(screen.getByRole('button', { name: 'Allow access to Gate' }));

    expect(onGrant).toHaveBeenCalledWith('gate');
  });

  test('a coin is added under its market id however it was typed', () => {
    const { onChange } = show();

    fireEvent.input(screen.getByLabelText('Coin'), { target: { value: ' eth-usdt ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));

    expect(onChange).toHaveBeenCalledWith({ ...SETTINGS, watchList: ['SOLUSDT', 'ETHUSDT'] });
  });

  test('a coin that is no name is refused with a sentence beside the field', () => {
    const { onChange } = show();

    fireEvent.input(screen.getByLabelText('Coin'), { target: { value: 'b t c !' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));

    expect(screen.getByRole('alert').textContent).toContain('letters and digits');
    expect(onChange).not.toHaveBeenCalled();
  });

  test('a watched coin can be removed', () => {
    const { onChange } = show();

    fireEvent.click(screen.getByRole('button', { name: 'Remove SOL' }));

    expect(onChange).toHaveBeenCalledWith({ ...SETTINGS, watchList: [] });
  });
});
