import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import type { PanelState } from '../../components/overlay/panel-store.ts';
import { draftOf, emptyDraft } from '../../components/popup/position-draft.ts';
import type { PopupState } from '../../components/popup/popup-store.ts';
import { isTyped } from '../../components/popup/typed-draft.ts';
import { ownLines } from '../../components/sidepanel/own-lines.ts';
import { SidePanel } from '../../components/sidepanel/side-panel.tsx';
import { withPrice } from '../../components/sidepanel/take-role.ts';
import { shownPositions } from '../../core/ledger/shown-tables.ts';
import { PANEL_STATES } from '../support/panel-states.ts';
import { buildPosition } from '../support/sample-position.ts';
import { buildPageMarket, buildReport, SAMPLE_AT } from '../support/sample-report.ts';
import { buildSidePanel } from '../support/side-panel.ts';
import { buildShown } from '../support/shown-position.ts';

afterEach(cleanup);

/** A saved long whose liquidation is near 82,700. */
const long = buildPosition();
const fresh = emptyDraft('fresh', { venue: 'binance', base: 'BTC', price: 90_912 }, 'en-US');

function mount(desk: Partial<PopupState> = {}, panel: Partial<PanelState> = {}) {
  const actions = { onWatch: vi.fn(), onPut: vi.fn(), onPermission: vi.fn() };
  const parts = buildSidePanel({ panel, desk: { draft: fresh, ...desk }, actions });
  const { container } = render(<SidePanel {...parts} />);
  return { ...parts, actions, container };
}

test.each([['market'], ['list'], ['screener']] as const)(
  'that a messenger was switched off is said where %s is shown',
  (view) => {
    const desk = { draft: fresh, silentMessengers: ['telegram'] as const };
    render(<SidePanel {...buildSidePanel({ desk, side: { view } })} />);

    expect(screen.getByRole('alert').textContent).toMatch(/^Warnings by Telegram are switched off/);
  },
);

const bands = () => screen.getByRole('slider', { name: /bands/i });

/** Goes to a price of the map by keys and takes it. */
async function take(key: 'Home' | 'End', role: 'Entry' | 'Stop' | 'Target') {
  fireEvent.keyDown(bands(), { key });
  await waitFor(() => {
    fireEvent.keyDown(bands(), { key: 'Enter' });
    expect(screen.getByRole('button', { name: role })).toBeTruthy();
  });
  fireEvent.click(screen.getByRole('button', { name: role }));
}

describe('what stands in it', () => {
  test('is the market of the page, with its map, clusters, levels, context and sources', () => {
    mount();

    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('BTC');
    expect(bands()).toBeTruthy();
    expect(screen.getAllByRole('table', { name: /Nearest clusters/ })).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Key levels' })).toBeTruthy();
    expect(screen.getByText(/^Sources: /)).toBeTruthy();
  });

  test('is every position of the user, those in the market first, and the open one in full', async () => {
    const ether = buildPosition({ id: 'ether', base: 'ETH', entryPrice: 3_000 });
    mount({ positions: [ether, long], draft: draftOf(long, 'en-US') });

    const list = screen.getByRole('list', { name: 'Saved positions' });
    const names = within(list)
      .getAllByRole('button')
      .map((button) => button.querySelector('b')?.textContent);
    expect(names).toEqual(['BTC long', 'ETH long']);
    expect((await screen.findByRole('region', { name: 'Results' })).textContent).toMatch(
      /Liquidation.*82,6\d\d/,
    );
  });

  test('is folded of a position that is none yet, and unfolds with what is typed into it', async () => {
    const { container } = mount();
    const inputs = container.querySelector<HTMLDetailsElement>('.inputs');

    expect(inputs?.open).toBe(false);
    fireEvent.input(screen.getByLabelText('Size'), { target: { value: '25,000' } });

    await waitFor(() => expect(inputs?.open).toBe(true));
  });

  test('is said of a tab without a market', () => {
    const { side } = mount();
    expect(screen.queryByText(/shows no market/)).toBeNull();

    side.setState({ isElsewhere: true });

    return screen.findByText('The tab in front shows no market; this is BTC.');
  });

  test('are the warnings of the market, which can be taken off', () => {
    mount({}, PANEL_STATES['warned']);

    expect(screen.getByRole('article', { name: /closed above/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Dismiss/ })).toBeTruthy();
  });

  test('one of a position of the user’s own is written there, where no page reads it, and can be dismissed', () => {
    const warning = {
      id: 'BTCUSDT:own:1:5',
      rule: 'own-liquidation',
      at: SAMPLE_AT,
      price: 90_000,
      code: 'own-liquidation',
      figures: {},
      isOwn: true,
    } as const;
    mount({}, { report: buildReport({ warnings: [warning] }) });

    const own = screen.getByRole('article', { name: 'A position of yours is near its liquidation' });
    expect(own.textContent).toContain('Dismiss');
    expect(screen.getByText('Past warnings: 1')).toBeTruthy();
  });

  test('a coin that nothing watches can be looked at', () => {
    const solana = { ...fresh, base: 'SOL' };
    const { actions } = mount({
      draft: solana,
      markets: { BTC: { report: buildReport(), tiers: {} }, SOL: { report: null, tiers: {} } },
    });

    fireEvent.click(screen.getByRole('button', { name: 'Load SOL' }));

    expect(actions.onWatch).toHaveBeenCalledWith('SOL');
  });
});

describe('in every state that the panel knows', () => {
  test.each(Object.entries(PANEL_STATES).filter(([, { place }]) => place === undefined))(
    '%s: the user’s positions stand in it all the same',
    (_name, state) => {
      const { container } = mount({ positions: [long], draft: draftOf(long, 'en-US') }, state);

      expect(screen.getByRole('button', { name: /^BTC long/ })).toBeTruthy();
      expect(container.querySelector('main')?.dataset['condition']).not.toBe('no-market');
    },
  );

  test('a missing permission is asked for in the click itself', () => {
    const { actions } = mount({}, PANEL_STATES['permission-missing']);

    fireEvent.click(screen.getByRole('button', { name: 'Allow' }));

    expect(actions.onPermission).toHaveBeenCalledOnce();
  });
});

describe('a price of the map', () => {
  test('becomes entry, stop or target of a new position, whose side follows the stop', async () => {
    const { desk } = mount({ positions: [long], draft: draftOf(long, 'en-US') });

    // Rows of 500 from 80,000 to 102,000: the middle of the highest and of the lowest.
    await take('End', 'Stop');
    await take('Home', 'Target');

    const { draft } = desk.getState();
    expect(draft).toMatchObject({ id: 'new', side: 'short', entryPrice: '90912', stopPrice: '101750' });
    expect(draft.targets).toEqual([{ price: '80250', share: '' }]);
    expect(desk.getState().positions).toEqual([long]);
  });

  test('is asked about by name, and Escape leaves it', async () => {
    const { side, desk } = mount();

    side.setState({ pressed: 85_900 });
    const bar = await screen.findByRole('group', { name: 'New position: 85,900 as' });
    fireEvent.keyDown(bar, { key: 'Escape' });

    await waitFor(() => expect(screen.queryByRole('group', { name: /New position/ })).toBeNull());
    expect(desk.getState().draft).toEqual(fresh);
  });

  test('of a page that counts by the thousand is that of one coin', async () => {
    const pepe = { ...fresh, base: 'PEPE', entryPrice: '' };
    const { side, desk } = mount(
      { draft: pepe },
      { market: buildPageMarket({ base: 'PEPE', multiplier: 1000 }) },
    );

    side.setState({ pressed: 0.0123 });
    fireEvent.click(await screen.findByRole('button', { name: 'Entry' }));

    expect(desk.getState().draft.entryPrice).toBe('0.0000123');
  });
});

describe('the side of a new position', () => {
  const at = (part: Partial<typeof fresh>) => ({ ...fresh, entryPrice: '90000', ...part });

  test.each([
    ['a stop below is that of a long', 'short', 'stop', 88_000, 'long'],
    ['a stop above is that of a short', 'long', 'stop', 92_000, 'short'],
    ['a target below is that of a short', 'long', 'target', 88_000, 'short'],
    ['a stop at the entry says nothing', 'short', 'stop', 90_000, 'short'],
  ] as const)('%s', (_name, before, role, price, after) => {
    expect(withPrice(at({ side: before }), role, price, 'en-US').side).toBe(after);
  });

  test('is told by the stop where the target says otherwise', () => {
    const short = withPrice(at({ stopPrice: '92000' }), 'entry', 90_000, 'en-US');

    expect(withPrice(short, 'target', 95_000, 'en-US')).toMatchObject({
      side: 'short',
      targets: [{ price: '95000', share: '' }],
    });
  });

  test('a second target takes the place of the first and keeps its share', () => {
    const drafted = at({ targets: [{ price: '95000', share: '50' }] });

    expect(withPrice(drafted, 'target', 97_000, 'en-US').targets).toEqual([{ price: '97000', share: '50' }]);
  });
});

describe('the user’s own lines', () => {
  const market = buildPageMarket();
  const markets = { BTC: { report: buildReport(), tiers: {} } };
  const given = { isMeant: true, market, pressed: null, decimals: 0, locale: 'en-US' };
  const labelsOf = (input: Partial<Parameters<typeof ownLines>[0]>) =>
    ownLines({
      desk: { positions: [], markets, draft: fresh, figures: null },
      ...given,
      ...input,
    }).map(({ label, price }) => [label, price]);

  test('are entry, stop and targets of the open form, as far as they can be read', () => {
    const draft = {
      ...fresh,
      stopPrice: '88,400',
      targets: [
        { price: '95000', share: '' },
        { price: 'x', share: '' },
      ],
    };

    expect(labelsOf({ desk: { positions: [], markets, draft, figures: null } })).toEqual([
      ['entry 90,912', 90_912],
      ['stop 88,400', 88_400],
      ['target 95,000', 95_000],
    ]);
  });

  test('are none of a form that stands as it was opened, and none of another coin', () => {
    expect(labelsOf({ isMeant: false })).toEqual([]);
    expect(labelsOf({ market: { base: 'ETH', multiplier: 1 } })).toEqual([]);
  });

  test('are of other positions in the market their liquidations', () => {
    const others = [long, buildPosition({ id: 'ether', base: 'ETH', entryPrice: 3_000 })];
    const [[label, price] = []] = labelsOf({
      isMeant: false,
      desk: { positions: others, markets, draft: fresh, figures: null },
    });

    expect(label).toMatch(/^liq 82,6\d\d$/);
    expect(price).toBeCloseTo(82_680.7, 0);
  });

  test('are one where a page’s table shows what was typed in', () => {
    const shown = shownPositions([
      {
        site: 'binance',
        atMs: SAMPLE_AT,
        untilMs: SAMPLE_AT + 90_000,
        reading: { kind: 'read', positions: [buildShown()], leftOut: 0 },
      },
    ]);
    const typed = buildPosition({ entryPrice: 90_000, size: { unit: 'base', value: 0.5 } });
    const desk = { positions: [typed, ...shown], markets, draft: fresh, figures: null };

    expect(labelsOf({ isMeant: false, desk })).toHaveLength(1);
    expect(labelsOf({ isMeant: false, desk: { ...desk, draft: { ...fresh, id: typed.id } } })).toEqual([]);
  });

  test('are in the units of the page', () => {
    const draft = { ...fresh, base: 'PEPE', entryPrice: '0.0000123' };

    expect(
      labelsOf({
        desk: { positions: [], markets: {}, draft, figures: null },
        market: { base: 'PEPE', multiplier: 1000 },
        decimals: 4,
      }),
    ).toEqual([['entry 0.0123', 0.0123]]);
  });
});

describe('what is typed', () => {
  const state = { draft: fresh, opened: fresh, positions: [long], locale: 'en-US' };

  test('is not lost when the tab goes to another market', () => {
    expect(isTyped(state)).toBe(false);
    expect(isTyped({ ...state, draft: { ...fresh, size: '1' } })).toBe(true);
  });

  test('is nothing of a saved position that is only looked at', () => {
    const looked = draftOf(long, 'en-US');

    expect(isTyped({ ...state, draft: looked })).toBe(false);
    expect(isTyped({ ...state, draft: { ...looked, size: '1' } })).toBe(true);
  });
});

test('the age of the figures is told', () => {
  mount({}, { nowMs: SAMPLE_AT + 4000 });

  expect(screen.getByText('Live,', { exact: false }).parentElement?.textContent).toContain('4 s');
});

describe('an example', () => {
  test('is offered to who has no position, stands open and is marked', async () => {
    const { desk, actions, container } = mount();

    fireEvent.click(screen.getByRole('button', { name: 'Show an example' }));

    // 3 % below and 6 % above 90,912, to a hundred dollars.
    const [[put] = []] = actions.onPut.mock.calls;
    expect(put).toMatchObject({
      base: 'BTC',
      venue: 'binance',
      entryPrice: 90_912,
      stopPrice: 88_200,
      targets: [{ price: 96_400, share: 1 }],
      isExample: true,
    });
    desk.setState({ positions: [put] });
    expect((await screen.findByRole('button', { name: /^BTC long/ })).textContent).toContain('Example');
    expect(container.querySelector('h2 .tag')?.textContent).toBe('Example');
    expect(screen.queryByRole('button', { name: 'Show an example' })).toBeNull();
  });

  test('that is changed and saved is the user’s own', async () => {
    const example = buildPosition({ isExample: true });
    const { actions } = mount({ positions: [example], draft: draftOf(example, 'en-US') });

    fireEvent.input(screen.getByLabelText('Entry price'), { target: { value: '91000' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Save changes' }));

    const [[put] = []] = actions.onPut.mock.calls;
    expect(put).toMatchObject({ id: 'first', entryPrice: 91_000 });
    expect(put).not.toHaveProperty('isExample');
  });

  test('is not offered where there is no price to begin it at', () => {
    mount({ markets: { BTC: { report: null, tiers: {} } } });

    expect(screen.queryByRole('button', { name: 'Show an example' })).toBeNull();
  });
});
