import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { Delivery } from '../../components/options/delivery.tsx';
import { say } from '../../core/i18n/say-page.ts';
import { NO_OUTCOME, type ShownChannel, type ShownChannels } from '../../core/ledger/messengers.ts';
import { MESSENGER_IDS, type MessengerId } from '../../core/messengers/registry.ts';

const TOKEN = '123456789:AAH-dqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const HOOK = `https://discord.com/api/webhooks/1432100000000000042/${'Ab3-_'.repeat(13)}`;

const CHANNEL: ShownChannel = { hint: 'Dsaw', hasOwnFigures: false, ...NO_OUTCOME };

interface Shown {
  readonly channels?: Partial<ShownChannels>;
  readonly allowed?: readonly MessengerId[];
  readonly tests?: Parameters<typeof Delivery>[0]['tests'];
  readonly refused?: Parameters<typeof Delivery>[0]['refused'];
  readonly isOn?: boolean;
}

function show({
  channels = {},
  allowed = MESSENGER_IDS,
  tests = {},
  refused = {},
  isOn = false,
}: Shown = {}) {
  const actions = {
    onSound: vi.fn(),
    onTone: vi.fn(),
    onAddress: vi.fn(),
    onTry: vi.fn(),
    onRemove: vi.fn(),
    onOwnFigures: vi.fn(),
    onAllow: vi.fn(),
  };
  render(
    <Delivery
      sound={{ isOn, volume: 0.5 }}
      channels={{ telegram: null, discord: null, ...channels }}
      allowed={new Set(allowed)}
      {...{ tests, refused }}
      {...actions}
    />,
  );
  return actions;
}

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));

afterEach(cleanup);

describe('how warnings reach the user', () => {
  test('what the options say of privacy leaves messengers not out', () => {
    expect(say('privacy.about')).toContain('warnings go to a messenger of your own if you give one');
  });

  test('what cannot be promised is said first', () => {
    show();

    expect(screen.getByText(/Nothing is watched while the browser is closed/)).toBeTruthy();
  });

  test('a sound is off at first; once on it has its own volume, and each tone can be heard', () => {
    expect((show(), screen.queryByLabelText('Volume'))).toBeNull();
    cleanup();
    const { onSound, onTone } = show({ isOn: true });

    fireEvent.change(screen.getByLabelText('Volume'), { target: { value: '80' } });
    press('Hear: My liquidation');

    expect(onSound).toHaveBeenCalledWith({ volume: 0.8 });
    expect(onTone).toHaveBeenCalledWith('own');
  });

  test('a bot is kept by its token and chat', () => {
    const { onAddress } = show();

    type('Token of the bot', ` ${TOKEN} `);
    type('Chat', '-100123');
    press('Save Telegram');

    expect(onAddress).toHaveBeenCalledWith({
      messenger: 'telegram',
      address: { token: TOKEN, chat: '-100123' },
    });
  });

  test.each([
    ['abc', '42', /A token is/],
    [TOKEN, 'my chat', /A chat is/],
  ])('token %s with chat %s is refused beside its field', (token, chat, sentence) => {
    const { onAddress } = show();

    type('Token of the bot', token);
    type('Chat', chat);
    press('Save Telegram');

    expect(screen.getByRole('alert', { hidden: true }).textContent).toMatch(sentence);
    expect(onAddress).not.toHaveBeenCalled();
  });

  test('a webhook is kept by its address, one of another host is refused', () => {
    const { onAddress } = show();

    type('Address of the webhook', HOOK.replace('discord.com', 'evil.example'));
    press('Save Discord');
    expect(screen.getByRole('alert', { hidden: true }).textContent).toContain('No other host');
    expect(onAddress).not.toHaveBeenCalled();
    type('Address of the webhook', HOOK);
    press('Save Discord');

    expect(onAddress).toHaveBeenCalledWith({
      messenger: 'discord',
      address: { id: '1432100000000000042', token: 'Ab3-_'.repeat(13) },
    });
    expect(screen.queryByRole('alert', { hidden: true })).toBeNull();
  });

  test('secrets are typed unseen', () => {
    show();

    for (const label of ['Token of the bot', 'Address of the webhook'])
      expect(screen.getByLabelText(label).getAttribute('type')).toBe('password');
  });

  test('a messenger that has an address shows its last four signs, and can be tried, emptied and given own figures', () => {
    const { onTry, onRemove, onOwnFigures } = show({ channels: { telegram: CHANNEL } });

    expect(screen.getByText('to the bot whose token ends in …Dsaw')).toBeTruthy();
    press('Send a test by Telegram');
    press('Remove Telegram');
    fireEvent.click(screen.getByLabelText('With figures of my own, by Telegram'));

    expect(onTry).toHaveBeenCalledWith('telegram');
    expect(onRemove).toHaveBeenCalledWith('telegram');
    expect(onOwnFigures).toHaveBeenCalledWith('telegram', true);
  });

  test.each([
    ['that has an address', { telegram: CHANNEL }],
    ['that has none yet', {}],
  ])('a change of a messenger %s that could not be stored says so beside it', (_which, channels) => {
    show({ channels, refused: { telegram: { code: 'no-room', figures: {} }, discord: null } });

    const told = screen.getByRole('alert', { hidden: true });
    expect(told.textContent).toBe('Not stored: The browser has no room to store it.');
    expect(told.closest('.messenger')?.textContent).toContain('Telegram');
  });

  test('a test that arrived says so', () => {
    show({ channels: { discord: CHANNEL }, tests: { discord: 'arrived' } });

    expect(screen.getByRole('status').textContent).toBe('The test arrived.');
  });

  const fault = { code: 'http', count: 1, retryAtMs: 2, atMs: 1 } as const;

  test('one that fails says what the host answered, and what becomes of warnings', () => {
    show({ channels: { telegram: { ...CHANNEL, fault, status: 400, refusals: 1 } } });

    expect(screen.getByRole('alert').textContent).toBe(
      'The last message did not arrive. Telegram knows no such chat, or nobody has written to the bot there yet. Warnings wait until it is tried again.',
    );
  });

  test('one that was switched off says why and how it comes back', () => {
    show({ channels: { discord: { ...CHANNEL, fault, status: 500, refusals: 5 } } });

    expect(screen.getByRole('alert').textContent).toBe(
      'Switched off after five refusals in a row. Discord answered with an error. A test that arrives switches it on again.',
    );
  });

  test('one whose host is not allowed has a button that asks for it', () => {
    const { onAllow } = show({ channels: { discord: CHANNEL }, allowed: ['telegram'] });

    press('Allow discord.com');

    expect(onAllow).toHaveBeenCalledWith('discord');
  });
});
