import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { AccountSection } from '../../components/account/account-section.tsx';
import { draftOf, emptyDraft } from '../../components/popup/position-draft.ts';
import { createPopupStore, type PopupState } from '../../components/popup/popup-store.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { accountPositions } from '../../core/ledger/accounts/account-positions.ts';
import type { WatchedAccount } from '../../core/ledger/accounts/accounts.ts';
import { ADDRESS, buildAccount, buildBook, buildHeld, buildTold } from '../support/accounts.ts';
import { buildPosition } from '../support/sample-position.ts';
import { buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

const NOW_MS = SAMPLE_AT + 12_000;
const OTHER = `0x${'34CD'.repeat(10)}`;

/** Told at the time of the sample report. */
const told = (overrides: Parameters<typeof buildTold>[0] = {}) =>
  buildTold({ books: [buildBook({ atMs: SAMPLE_AT })], ...overrides });

const openSection = (title = 'Hyperliquid addresses') => {
  const part = screen.getByText(title).closest('details')!;
  part.open = true;
  void act(() => void fireEvent(part, new Event('toggle')));
};

async function mountSection(accounts: readonly WatchedAccount[], nowMs = NOW_MS) {
  const actions = { onPut: vi.fn(), onForget: vi.fn() };
  render(<AccountSection {...{ accounts, nowMs, ...actions }} newId={() => 'new'} onConsent={null} />);
  openSection();
  await screen.findByLabelText('Address of an account');
  return actions;
}

const click = (element: HTMLElement) => void act(() => void fireEvent.click(element));
const field = () => screen.getByLabelText<HTMLInputElement>('Address of an account');
const type = (into: HTMLElement, text: string) =>
  void act(() => void fireEvent.input(into, { target: { value: text } }));
const enter = (text: string) => {
  type(field(), text);
  void act(() => void fireEvent.submit(field().closest('form')!));
};

describe('the field for an address', () => {
  test('takes one as it is pasted, with a name, and is free for the next', async () => {
    const { onPut } = await mountSection([]);

    type(screen.getByLabelText('Name, if you like'), ' Main ');
    enter(` ${OTHER}`);

    expect(onPut).toHaveBeenCalledExactlyOnceWith({
      id: 'new',
      address: OTHER.toLowerCase(),
      label: 'Main',
    });
    expect(field().value).toBe('');
  });

  test('says beside it that the address goes to Hyperliquid alone, and what links several', async () => {
    await mountSection([]);

    const said = document.querySelector(`#${field().getAttribute('aria-describedby')}`)?.textContent;
    expect(said).toContain('The address goes to Hyperliquid alone');
    expect(said).toMatch(/addresses asked for from one browser belong together.*Firefox.*origin/);
  });

  test.each([
    ['0x1234', 'An address has 40 characters after 0x; this has 4.'],
    ['vitalik.eth', 'An address is 0x and 40 more characters, 0 to 9 and a to f.'],
    [`0x${'12ag'.repeat(10)}`, 'An address is 0x and 40 more characters, 0 to 9 and a to f.'],
    [ADDRESS.toUpperCase().replace('X', 'x'), 'This address is there already.'],
  ])('refuses %s and says why', async (text, problem) => {
    const { onPut } = await mountSection([buildAccount()]);

    enter(text);

    expect(screen.getByRole('alert').textContent).toBe(problem);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(field().value).toBe(text);
    expect(onPut).not.toHaveBeenCalled();
  });

  test('takes what is as long as a private key off the screen and warns', async () => {
    const { onPut } = await mountSection([]);

    enter('5a'.repeat(32));

    expect(screen.getByRole('alert').textContent).toMatch(/as long as a private key/);
    expect(field().value).toBe('');
    expect(onPut).not.toHaveBeenCalled();
  });
});

describe('an address in the list', () => {
  const builders = { askedAtMs: 0, value: [] };
  const empty = buildBook({ positions: [], atMs: SAMPLE_AT });
  const failure = { code: 'network' as const, count: 1, retryAtMs: 0 };
  const answered = (role: 'missing' | 'agent' | 'account') =>
    told({ builders, books: [empty], role: { askedAtMs: 0, value: role } });

  test.each<[string, WatchedAccount['told'], RegExp]>([
    ['that nothing is known of', null, /^Hyperliquid is being asked\.$/],
    ['that holds something', told(), /^1 position, as of 12 s ago$/],
    ['that holds nothing', answered('account'), /^No open position, as of 12 s ago$/],
    ['that the venue does not know', answered('missing'), /knows no account at this address/],
    ['that is the key of a program', answered('agent'), /key of a program that trades for another account/],
    ['that could not be read', told({ books: [], failure }), /^Not read: Hyperliquid cannot be reached\.$/],
  ])('%s says so', async (_what, known, sentence) => {
    await mountSection([buildAccount({ told: known })]);

    const line = screen.getByRole('listitem');

    expect(within(line).getByText(sentence)).toBeDefined();
    expect(within(line).getByText('0x12ab…12ab').title).toBe(ADDRESS);
  });

  test('that cannot be read again says so beside what is known, and how old that is', async () => {
    await mountSection([buildAccount({ told: told({ failure }) })], SAMPLE_AT + 12 * 60_000);

    expect(screen.getByText('1 position, as of 12 min ago').className).toContain('bad');
    expect(screen.getByText('Not read again: Hyperliquid cannot be reached.')).toBeDefined();
  });

  test('is forgotten by its own button, which names it', async () => {
    const { onForget } = await mountSection([
      buildAccount(),
      buildAccount({ id: 'two', address: OTHER.toLowerCase(), label: 'Savings' }),
    ]);

    click(screen.getByRole('button', { name: 'Forget Savings and all that came from it' }));

    expect(onForget).toHaveBeenCalledExactlyOnceWith('two');
  });
});

describe('its positions in the popup', () => {
  function mount(account: WatchedAccount, state: Partial<PopupState> = {}) {
    const report = buildReport();
    const store = createPopupStore({
      nowMs: NOW_MS,
      markets: { BTC: { report, tiers: {} } },
      draft: emptyDraft('fresh', { venue: 'binance', base: 'BTC', price: report.price }, 'en-US'),
      accounts: [account],
      ...state,
    });
    const onPut = vi.fn();
    const ignore = () => {};
    const actions = {
      onPut,
      onRemove: ignore,
      onPutAccount: ignore,
      onForgetAccount: ignore,
      onConsent: ignore,
      onBase: ignore,
      onWatch: ignore,
      onList: ignore,
      onLook: ignore,
      onTrade: ignore,
      onTradeAt: ignore,
      onHideAmounts: ignore,
      onPermission: ignore,
      onCopy: ignore,
      onExport: ignore,
      onImport: ignore,
      onOpenTab: null,
      newId: () => 'new',
    };
    render(<Popup store={store} actions={actions} />);
    return { store, onPut };
  }
  const cards = () => within(screen.getByRole('list', { name: 'Saved positions' })).getAllByRole('button');

  test('stand with those that were typed in, and say where they are from', () => {
    mount(buildAccount(), { positions: [buildPosition()] });

    const [typed, read] = cards();

    expect(typed?.textContent).not.toContain('from');
    expect(read?.textContent).toContain('from 0x12ab…12ab');
    expect(read?.textContent).toContain('82,025');
  });

  test('that are old say how old', () => {
    mount(buildAccount({ label: 'Main', told: told() }), { nowMs: SAMPLE_AT + 30 * 60_000 });

    expect(cards()[0]?.textContent).toContain('from Main, 30 min old');
  });

  test('are read-only: what they are is told, and no field is there', () => {
    const exits = [
      { kind: 'stop', instrument: 'BTC', side: 'long', price: 88_000, sizeBase: null },
      { kind: 'target', instrument: 'BTC', side: 'long', price: 97_000, sizeBase: 0.2 },
    ] as const;
    mount(
      buildAccount({
        label: 'Main',
        told: told({ books: [buildBook({ atMs: SAMPLE_AT, exits: { askedAtMs: 0, value: exits } })] }),
      }),
    );

    click(cards()[0]!);

    const part = screen.getByRole('region', { name: 'Position at an address' });
    expect(part.textContent).toContain('From Main (0x12ab…12ab), as Hyperliquid said 12 s ago.');
    expect(part.textContent).toMatch(
      /Size0\.5 BTC.*Entry90,000.*isolated.*Stop88,000.*Targets97,000.*\(40 %\)/,
    );
    expect(screen.queryByLabelText('Entry price')).toBeNull();
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  test('show the venue’s own price beside the formula’s where the two differ', () => {
    mount(
      buildAccount({
        told: told({ books: [buildBook({ positions: [buildHeld({ liquidationPrice: 83_000 })] })] }),
      }),
    );

    click(cards()[0]!);

    const results = screen.getByRole('region', { name: 'Results' });
    expect(within(results).getByRole('row', { name: /As Hyperliquid says 83,000/ })).toBeDefined();
    expect(within(results).getByRole('row', { name: /By our formula 82,025/ })).toBeDefined();
    expect(within(results).getByText(/^83,000/, { selector: 'b' })).toBeDefined();
  });

  test('are changed on a copy alone, which is the user’s own once it is saved', () => {
    const { store, onPut } = mount(buildAccount());
    click(cards()[0]!);

    click(screen.getByRole('button', { name: 'Try changes on a copy' }));
    click(screen.getByRole('button', { name: 'Save position' }));

    expect(store.getState().draft.id).toBe('new');
    expect(onPut).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: 'new', entryPrice: 90_000, margin: { kind: 'usd', usd: 4500 } }),
    );
    expect(onPut.mock.calls[0]?.[0]).not.toHaveProperty('origin');
  });

  test('that are held no more leave an empty form behind, not a position of the user’s', () => {
    const account = buildAccount();
    const { store } = mount(account, { draft: draftOf(accountPositions([account])[0]!, 'en-US') });
    expect(screen.getByRole('region', { name: 'Position at an address' })).toBeDefined();

    void act(() => store.setState({ accounts: [] }));

    expect(store.getState().draft).toMatchObject({ id: 'new', size: '' });
    expect(screen.queryByRole('region', { name: 'Position at an address' })).toBeNull();
  });

  test('are in no file', () => {
    mount(buildAccount());

    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export' }).disabled).toBe(true);
  });
});
