import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { Options } from '../../components/options/options.tsx';
import { DEFAULT_ALERT_SETTINGS } from '../../core/alerts/settings.ts';
import { VENUE_IDS, type VenueId } from '../../core/market/venue-id.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import type { RegionalHost } from '../../core/venues/hosts.ts';
import type { ListeningChange } from '../../core/ledger/settings/listening.ts';
import { type Settings, settings, type SettingsChange } from '../../core/ledger/settings/settings.ts';

const SETTINGS: Settings = { ...settings.fallback, watchList: ['SOLUSDT'] };

const NOW_MS = Date.UTC(2026, 0, 12, 12);

function show(
  overrides: Partial<Settings> = {},
  granted: readonly VenueId[] = VENUE_IDS,
  allowed = false,
  refused: Refusal | null = null,
) {
  const actions = {
    onChange: vi.fn<(change: SettingsChange) => void>(),
    onGrant: vi.fn(),
    onHost: vi.fn<(venue: VenueId, host: RegionalHost | null) => void>(),
    onGrantTiers: vi.fn(),
    onGrantContext: vi.fn(),
    onNotifications: vi.fn(),
    onListening: vi.fn<(change: ListeningChange) => void>(),
    onReset: vi.fn(),
  };
  render(
    <Options
      settings={{ ...SETTINGS, ...overrides }}
      granted={new Set(granted)}
      tiersGranted={false}
      contextGranted={new Set(allowed ? ['https://bitbo.io/*'] : [])}
      notificationsAllowed={allowed}
      areHostsWanted={false}
      nowMs={NOW_MS}
      streaming={['binance', 'bybit', 'okx', 'bitget']}
      byRequest={new Set<VenueId>(['okx', 'bitget', 'gate'])}
      refused={refused}
      {...actions}
    />,
  );
  return actions;
}

afterEach(cleanup);

describe('options', () => {
  test('switching a venue off says nothing of the others', () => {
    const { onChange } = show();

    fireEvent.click(screen.getByLabelText('OKX'));

    expect(onChange).toHaveBeenCalledWith({ venues: { remove: ['okx'] } });
  });

  test('a venue without access offers a button that asks for it', () => {
    const { onGrant } = show({}, ['binance']);

    fireEvent.click(screen.getByRole('button', { name: 'Allow access to Gate' }));

    expect(onGrant).toHaveBeenCalledWith('gate');
  });

  test('a venue that came later is off, and the click that adds it asks for its host', () => {
    const { onChange, onGrant } = show({}, INSTALLED_VENUES);
    expect(screen.queryByRole('button', { name: 'Allow access to Aster' })).toBeNull();
    expect(onGrant).not.toHaveBeenCalled();

    fireEvent.click(screen.getByLabelText('Aster'));

    expect(onChange).toHaveBeenCalledWith({ venues: { add: ['aster'] } });
    expect(onGrant).toHaveBeenCalledWith('aster');
  });

  test('a venue with hosts for other countries offers each with one click, and the way back', () => {
    const { onHost } = show();

    fireEvent.click(screen.getByRole('button', { name: 'Use eea.okx.com', hidden: true }));
    cleanup();
    const chosen = show({ hosts: { okx: 'eea.okx.com' } });

    expect(screen.getByText('OKX is asked at eea.okx.com (European Economic Area)')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Use the main host of OKX' }));
    expect(onHost.mock.calls.map(([venue, host]) => [venue, host?.host])).toEqual([['okx', 'eea.okx.com']]);
    expect(chosen.onHost.mock.calls).toEqual([['okx', null]]);
  });

  test('a venue that documents no other host offers none', () => {
    show();

    expect(screen.queryByText('If Binance refuses your region')).toBeNull();
  });

  test('a coin is added under its market id however it was typed', () => {
    const { onChange } = show();

    fireEvent.input(screen.getByLabelText('Coin'), { target: { value: ' eth-usdt ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));

    expect(onChange).toHaveBeenCalledWith({ watchList: { add: ['ETHUSDT'] } });
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

    expect(onChange).toHaveBeenCalledWith({ watchList: { remove: ['SOLUSDT'] } });
  });
});

describe('warnings', () => {
  const alertsOf = ({ onChange }: ReturnType<typeof show>) => onChange.mock.lastCall?.[0].alerts;

  test('a rule that is switched off keeps its threshold', () => {
    const actions = show();

    fireEvent.click(screen.getByLabelText('Open interest drops fast'));

    expect(alertsOf(actions)).toEqual({ rules: { 'open-interest': false } });
  });

  test('thresholds are typed in the unit that stands beside them', () => {
    const actions = show();

    fireEvent.change(screen.getByLabelText(/^Open interest drops fast: At least/), {
      target: { value: '4.5' },
    });

    expect(alertsOf(actions)?.openInterestDrop).toBe(0.045);
  });

  test('a threshold may be typed as another language writes it', () => {
    const actions = show();
    const field = screen.getByLabelText(/^A high-impact economic event comes: Told/);

    fireEvent.change(field, { target: { value: '50,0' } });
    expect(alertsOf(actions)?.eventLeadMs).toBe(50 * 60_000);

    fireEvent.change(field, { target: { value: 'soon' } });
    expect(screen.getByRole('alert').textContent).toContain('From 5 to 720 minutes before.');
    expect(actions.onChange).toHaveBeenCalledTimes(1);
  });

  test('a threshold outside its limits is refused beside the field', () => {
    const { onChange } = show();

    fireEvent.change(screen.getByLabelText(/^Open interest drops fast: At least/), {
      target: { value: '80' },
    });

    expect(screen.getByRole('alert').textContent).toContain('From 0.5 to 50');
    expect(onChange).not.toHaveBeenCalled();
  });

  test('quiet hours begin with the night in the time of the user', () => {
    const actions = show();

    fireEvent.click(screen.getByLabelText(/^Quiet hours/));

    expect(alertsOf(actions)?.quietHours).toEqual({
      fromMinute: 1320,
      untilMinute: 420,
    });
  });

  test('quiet hours can be moved', () => {
    const quietHours = { fromMinute: 1320, untilMinute: 420 };
    const actions = show({ alerts: { ...DEFAULT_ALERT_SETTINGS, quietHours } });

    fireEvent.change(screen.getByLabelText('until'), { target: { value: '08:30' } });

    expect(alertsOf(actions)?.quietHours).toEqual({ ...quietHours, untilMinute: 510 });
  });

  test('notifications rest for the hours that were chosen, and the rest can be ended', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('button', { name: '8 h' }));
    const snoozedUntilMs = NOW_MS + 8 * 3_600_000;
    expect(alertsOf(actions)?.snoozedUntilMs).toBe(snoozedUntilMs);
    cleanup();

    const later = show({ alerts: { ...DEFAULT_ALERT_SETTINGS, snoozedUntilMs } });
    fireEvent.click(screen.getByRole('button', { name: 'End the rest' }));

    expect(alertsOf(later)?.snoozedUntilMs).toBeNull();
  });

  test('notifications are asked for by a button and given back by another', () => {
    const { onNotifications } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Allow notifications' }));
    cleanup();
    const allowed = show({}, VENUE_IDS, true);
    fireEvent.click(screen.getByRole('button', { name: 'Stop notifications' }));

    expect(onNotifications).toHaveBeenCalledWith(true);
    expect(allowed.onNotifications).toHaveBeenCalledWith(false);
  });
});

test('each source of context has its own consent', () => {
  const { onGrantContext } = show({}, VENUE_IDS, true);

  fireEvent.click(screen.getByRole('button', { name: 'Allow Deribit DVOL' }));
  fireEvent.click(screen.getByRole('button', { name: 'Stop Bitbo' }));

  expect(onGrantContext.mock.calls).toEqual([
    ['https://www.deribit.com/*', true],
    ['https://bitbo.io/*', false],
  ]);
});

describe('marks in the order book', () => {
  test('are off until they are asked for, and the sites that may have them are named', () => {
    const { onChange } = show();
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Marks in the order book' });
    expect(box.checked).toBe(false);
    expect(screen.getByText(/Binance, Bybit, OKX, Hyperliquid/)).toBeTruthy();

    fireEvent.click(box);

    expect(onChange).toHaveBeenCalledWith({ bookMarks: true });
  });

  test('positions stand on the chart until that is switched off', () => {
    const { onChange } = show();
    const box = screen.getByLabelText<HTMLInputElement>('My positions on the chart');
    expect(box.checked).toBe(true);

    fireEvent.click(box);

    expect(onChange).toHaveBeenCalledWith({ ownLines: false });
  });

  test('orders of public accounts are asked for once that is switched on', () => {
    const { onChange } = show();
    const box = screen.getByLabelText<HTMLInputElement>(/^Stops and take-profits of public accounts/);
    expect(box.checked).toBe(false);

    fireEvent.click(box);

    expect(onChange).toHaveBeenCalledWith({ waitingOrders: true });
  });

  test('own amounts can be hidden', () => {
    const { onChange } = show();

    fireEvent.click(screen.getByLabelText('Hide amounts'));

    expect(onChange).toHaveBeenCalledWith({ hideAmounts: true });
  });

  test('are switched off again', () => {
    const { onChange } = show({ bookMarks: true });

    fireEvent.click(screen.getByLabelText('Marks in the order book'));

    expect(onChange).toHaveBeenCalledWith({ bookMarks: false });
  });
});

describe('options as a file', () => {
  const choose = (text: string) =>
    fireEvent.change(screen.getByLabelText('Import options'), {
      target: { files: [new File([text], 'mine.json')] },
    });

  test('the export is read back as it is', async () => {
    const { onChange } = show();
    const href = screen.getByRole('link', { name: 'Export options' }).getAttribute('href') ?? '';

    choose(decodeURIComponent(href.slice(href.indexOf(',') + 1)));

    await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith(SETTINGS));
  });

  test('a bad file is refused with its line and changes nothing', async () => {
    const { onChange } = show();

    choose('{\n  "version": 1,\n  "venues": ["mtgox"]\n}');

    expect((await screen.findByRole('alert')).textContent).toMatch(/^mine\.json, line 3: venues\[0\]/);
    expect(onChange).not.toHaveBeenCalled();
  });

  test('a reset is asked for twice', () => {
    const { onReset } = show();

    fireEvent.click(screen.getByRole('button', { name: 'Reset options' }));
    expect(onReset).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Yes, reset' }));

    expect(onReset).toHaveBeenCalledOnce();
  });
});

test('a change that could not be stored is said', () => {
  show({}, VENUE_IDS, false, { code: 'no-room', figures: {} });

  expect(screen.getByRole('alert').textContent).toBe('Not stored: The browser has no room to store it.');
});
