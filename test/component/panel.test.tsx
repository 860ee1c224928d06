import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { createPanelStore, type PanelState } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import type { SkillReport } from '../../core/market/market-report.ts';
import { buildPanelActions, guard, loadBody } from '../support/panel-actions.ts';
import { PANEL_STATES } from '../support/panel-states.ts';
import { buildPageMarket, buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

function mount(state: Partial<PanelState> = {}) {
  const store = createPanelStore({
    market: buildPageMarket(),
    report: buildReport(),
    nowMs: SAMPLE_AT + 2000,
    ...state,
  });
  const actions = buildPanelActions();
  render(<Panel store={store} actions={actions} loadBody={loadBody} guard={guard} />);
  return { store, actions };
}

test('skill is told by first passage, and on all orders with its sign', () => {
  const { skill } = buildReport();
  if (skill === null) throw new Error('no skill');
  const other: SkillReport = {
    ...skill,
    definition: 'all',
    hasEvidence: true,
    ratio: { p5: 0.92, p50: 0.95, p95: 0.98 },
    verdict: 'behind',
  };
  mount({ report: buildReport({ skill: { ...skill, hasEvidence: true, other } }) });

  const badge = document.querySelector('.badge');
  expect(badge?.textContent).toBe('×1.02 · all ×0.95');
  expect(badge?.getAttribute('title')).toContain(
    'On all orders: ×0.95 (0.92 to 0.98) against distance alone, behind it.',
  );
});

describe('the form of the panel is kept', () => {
  test('folding leaves the card and is saved', async () => {
    const { actions } = mount();

    fireEvent.click(screen.getByRole('button', { name: 'Fold to the card' }));

    expect(await screen.findByRole('button', { name: 'Open the panel' })).toBeTruthy();
    expect(screen.queryByRole('slider')).toBeNull();
    expect(actions.onPlace).toHaveBeenCalledWith(expect.objectContaining({ form: 'card' }));
  });

  test('the strip shrinks to the dot', async () => {
    const { actions } = mount(PANEL_STATES['strip']);

    fireEvent.click(screen.getByRole('button', { name: 'Shrink to a dot' }));

    expect(await screen.findByRole('button', { name: /^Open Plimsoll/ })).toBeTruthy();
    expect(actions.onPlace).toHaveBeenCalledWith(expect.objectContaining({ form: 'dot' }));
  });

  test('dragging the strip moves the panel and saves the place once', () => {
    const { store, actions } = mount();
    const strip = document.querySelector('.strip-handle');
    if (strip === null) throw new Error('no strip');
    Object.assign(strip, { setPointerCapture: () => {} });
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
    store.setState(({ place }) => ({ place: { ...place, right: 100, top: 100 } }));

    fireEvent.pointerDown(strip, { button: 0, clientX: 500, clientY: 100, pointerId: 1 });
    fireEvent.pointerMove(strip, { clientX: 480, clientY: 130, pointerId: 1 });
    fireEvent.pointerUp(strip, { pointerId: 1 });

    // Twenty to the left is twenty more from the right edge.
    expect(store.getState().place).toMatchObject({ right: 120, top: 130 });
    expect(actions.onPlace).toHaveBeenCalledTimes(1);
  });
});

describe('without a pointer', () => {
  test('arrow keys on the grip move the panel and save its place when they are let go', () => {
    const { store, actions } = mount();
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
    store.setState(({ place }) => ({ place: { ...place, right: 100, top: 100 } }));
    const grip = screen.getByRole('button', { name: 'Move the panel with the arrow keys' });

    fireEvent.keyDown(grip, { key: 'ArrowLeft' });
    fireEvent.keyDown(grip, { key: 'ArrowLeft' });
    fireEvent.keyDown(grip, { key: 'ArrowDown', shiftKey: true });
    expect(actions.onPlace).not.toHaveBeenCalled();
    fireEvent.keyUp(grip, { key: 'ArrowDown' });

    // Two steps of 8 to the left, one leap of 48 down.
    expect(store.getState().place).toMatchObject({ right: 116, top: 148 });
    expect(actions.onPlace).toHaveBeenCalledOnce();
  });

  test('arrow keys on the corner resize it', () => {
    const { store } = mount();
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
    const corner = screen.getByRole('button', { name: 'Resize the panel with the arrow keys' });

    fireEvent.keyDown(corner, { key: 'ArrowLeft' });
    fireEvent.keyDown(corner, { key: 'ArrowUp' });

    expect(store.getState().place).toMatchObject({ width: 328, height: 472 });
  });

  test('other keys on the grip are left to it', () => {
    mount();

    const wasFree = fireEvent.keyDown(
      screen.getByRole('button', { name: 'Move the panel with the arrow keys' }),
      { key: 'Enter' },
    );

    expect(wasFree).toBe(true);
  });
});

test('the dot is moved by dragging, which does not open the panel', async () => {
  const { store, actions } = mount(PANEL_STATES['dot']);
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
  const dot = Object.assign(screen.getByRole('button', { name: /^Open Plimsoll/ }), {
    setPointerCapture: () => {},
  });

  fireEvent.pointerDown(dot, { button: 0, clientX: 500, clientY: 100, pointerId: 1 });
  fireEvent.pointerMove(dot, { clientX: 400, clientY: 130, pointerId: 1 });
  fireEvent.pointerUp(dot, { pointerId: 1 });
  fireEvent.click(dot);

  expect(store.getState().place).toMatchObject({ form: 'dot', right: 116, top: 126 });
  expect(actions.onPlace).toHaveBeenCalledOnce();
});

describe('the bands answer to keys', () => {
  test('arrow keys walk from the price and say price, distance and dollars', async () => {
    mount();
    const slider = screen.getByRole('slider');

    fireEvent.keyDown(slider, { key: 'ArrowUp' });

    // Rows are 500 USD; the price lies in 90,500 to 91,000, so one up is 91,000 to 91,500.
    expect(await screen.findByText(/^91,000–91,500: /)).toBeTruthy();
    expect(slider.getAttribute('aria-valuetext')).toContain('to 91,500:');
    expect(slider.getAttribute('aria-valuetext')).toContain('ATR');
  });

  test('other keys are left alone', () => {
    mount();

    const wasFree = fireEvent.keyDown(screen.getByRole('slider'), { key: 'b' });

    expect(wasFree).toBe(true);
  });
});

describe('two maps', () => {
  test('the forced map changes chart, sentence and clusters together', async () => {
    mount();
    const before = screen.getByRole('row', { name: /94,000–95,000/ }).textContent;

    fireEvent.click(screen.getByRole('button', { name: 'Forced' }));

    expect(await screen.findByText('Estimate: USD expected to be force-closed here.')).toBeTruthy();
    expect(screen.getByRole('row', { name: /94,000–95,000/ }).textContent).not.toBe(before);
  });
});

describe('what the user can mend has a button', () => {
  test('missing access', () => {
    const { actions } = mount(PANEL_STATES['permission-missing']);

    fireEvent.click(screen.getByRole('button', { name: 'Allow' }));

    expect(actions.onPermission).toHaveBeenCalledOnce();
  });

  test('silent venues', () => {
    const { actions } = mount(PANEL_STATES['all-venues-down']);

    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));

    expect(actions.onRefresh).toHaveBeenCalledOnce();
  });
});

test('the table for screen readers carries the dollars of the bands', () => {
  mount();
  const table = screen.getByRole('table', { name: /^Liquidation bands/ });

  const row = within(table).getByRole('row', { name: /94,000 to 94,500/ });

  expect(row.textContent).toContain('shorts');
  expect(row.textContent).toMatch(/\d+ M/);
});

test('clusters are three above and three below, the highest first', () => {
  mount();
  const table = screen.getByRole('table', { name: /^Nearest clusters/ });

  const rows = within(table).getAllByRole('rowheader');

  expect(rows.map((cell) => cell.textContent?.match(/[\d,]+–[\d,]+/)?.[0])).toEqual([
    '95,800–97,100',
    '94,000–95,000',
    '91,500–92,400',
    '88,600–90,000',
    '86,400–87,800',
    '83,300–85,600',
  ]);
});

test('a page that quotes a thousand coins gets prices of a thousand coins', () => {
  mount({ market: buildPageMarket({ multiplier: 1000, base: 'PEPE' }) });

  // 1000 times 90,912.
  expect(screen.getByText('90,912,000')).toBeTruthy();
  expect(screen.getByText('1000PEPE')).toBeTruthy();
});

test('a cluster says its interval, its chance of touch and where forced orders would carry it', () => {
  mount();

  const row = screen.getByRole('row', { name: /94,000–95,000/ });

  // The middle times 0.68 and 1.46; the end is 1.4 % beyond 95,000.
  expect(row.textContent).toContain('1.59 B1.1–2.3 B');
  expect(row.textContent).toContain('24 h 21 %');
  expect(row.textContent).toContain('would carry to 96,330');
});

test('a cluster says between which prices its edges may lie, on hover and to a screen reader', () => {
  mount();

  const row = screen.getByRole('row', { name: /94,000–95,000/ });

  const edges = 'low edge 94,000 (93,700 to 94,400), high edge 95,000 (94,600 to 95,300)';
  expect(within(row).getByRole('rowheader').textContent).toContain(edges);
  expect(row.title).toContain(`${edges}, p10 to p90`);
});

test('a page that quotes a thousand coins gets the edges in its own units', () => {
  mount({ market: buildPageMarket({ multiplier: 1000, base: 'PEPE' }) });

  expect(screen.getByText(/low edge 94,000,000 \(93,700,000 to 94,400,000\)/)).toBeTruthy();
});

test('dollars at risk carry their interval', () => {
  mount();

  // 10.65 B times 0.68 and 1.46
  expect(screen.getByText(/^to 84,000:/).textContent).toBe('to 84,000: 10.7 B of longs 7.2–16 B');
});

describe('the level card', () => {
  test('says the state of the nearest level on each side and since when', () => {
    mount();

    const card = screen.getByRole('region', { name: 'Key levels' });

    expect(card.textContent).toContain(
      '94,589 to 94,789 +4.0 % resistance, touched 5 times, turned back since 5 Jan',
    );
    expect(card.textContent).toContain(
      '89,628 to 90,000 −1.0 % support, touched 3 times since 11 Jan, never closed beyond',
    );
  });

  test('says on hover where a level comes from, in words', () => {
    mount();

    const titles = [...document.querySelectorAll('.level p:first-child')].map((p) => p.getAttribute('title'));
    expect(titles[0]).toMatch(
      /^swing high of 2026-01-05 at 94,789, high of last week\. By the daily close at /,
    );
    expect(titles[1]).toMatch(/^round number 90,000, mean of 50 days/);
  });

  test("says a break's chance and consequence with its three factors", () => {
    mount();

    // 0.12 times 1.41 B times 1.30
    expect(screen.getByText(/^Daily close above 94,789/).textContent).toBe(
      'Daily close above 94,789 in 24 h: 12 % × 1.41 B × 1.30 = 220 M of forced buying, which would carry it to 96,900 95,800–98,400, estimate',
    );
    expect(screen.getByText(/^Daily close above 94,789/).title).toContain('carry the move 1.30 times as far');
  });

  test('names what would come next on each side, and the figures of the chart', () => {
    mount();

    expect(screen.getByText(/^Above 94,789 next is 98,200: 14 %/)).toBeTruthy();
    expect(screen.getByText(/^Below 89,628 next is 84,400: 11 %/)).toBeTruthy();
    expect(
      screen.getByText('Weekly doji, 11 Jan · Double top 9 Dec and 5 Jan, unconfirmed, target 78,900'),
    ).toBeTruthy();
  });

  test('a broken resistance below the price is not taken for one above', () => {
    const report = buildReport();
    const [first, ...others] = report.levels;
    if (first === undefined) throw new Error('no level');
    const broken = { ...first, id: 'broken', low: 90_500, high: 90_700, state: 'closed-beyond' } as const;
    mount({ report: { ...report, levels: [broken, first, ...others] } });

    const card = screen.getByRole('region', { name: 'Key levels' });

    expect(card.textContent).toContain('90,500 to 90,700 −0.2 % resistance, touched 5 times, closed beyond');
    expect(card.textContent).toContain('94,589 to 94,789');
    expect(card.textContent).not.toContain('89,628 to 90,000');
  });
});

describe('the context line', () => {
  describe('what was force-closed', () => {
    /** The rows of the table, cell by cell. */
    const rows = () =>
      [...document.querySelectorAll<HTMLTableRowElement>('.liquidations tbody tr')].map((row) =>
        [...row.cells].map(({ textContent }) => textContent),
      );

    test('stands by side for an hour and a day, at least, and nothing of a time that was not heard', () => {
      const { liquidations } = buildReport();
      mount({ report: buildReport({ liquidations: { ...liquidations, h1: null } }) });

      expect(screen.getByText('Liquidated, USD at least')).toBeTruthy();
      expect(rows()).toEqual([['All venues', '–', '–', '51.0 M', '33.0 M']]);
      expect(screen.getAllByTitle('Not known: venues were not listened to for long enough')).toHaveLength(2);
    });

    test('stands by venue on demand', () => {
      mount();
      fireEvent.click(screen.getByRole('button', { name: 'By venue' }));

      // Two fifths and three fifths of 1.2 and 0.4, of 51 and 33 M.
      expect(rows()).toEqual([
        ['All venues', '1.20 M', '400 k', '51.0 M', '33.0 M'],
        ['Binance', '480 k', '160 k', '20.4 M', '13.2 M'],
        ['Bybit', '720 k', '240 k', '30.6 M', '19.8 M'],
      ]);
      fireEvent.click(screen.getByRole('button', { name: 'Together' }));
      expect(rows()).toHaveLength(1);
    });

    test('is no lower bound where all was heard, and is left out where nobody listened', () => {
      const whole = { longUsd: 1e6, shortUsd: 2e6, isLowerBound: false };
      const { store } = mount({ report: buildReport({ liquidations: { h1: whole, h24: whole } }) });

      expect(screen.getByText('Liquidated, USD')).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'By venue' })).toBeNull();
      void act(() => store.setState({ report: buildReport({ liquidations: { h1: null, h24: null } }) }));
      expect(screen.queryByText(/^Liquidated/)).toBeNull();
    });
  });

  describe('funding', () => {
    const { positioning } = buildReport();
    const withTimes = (times: Partial<Record<'binance' | 'okx', number>>, next: number | null) =>
      buildReport({
        positioning: {
          ...positioning,
          nextFundingAt: next,
          perVenue: positioning.perVenue.map((one) => {
            const nextFundingAt =
              one.venue === 'binance' || one.venue === 'okx' ? times[one.venue] : undefined;
            return {
              ...one,
              ...(nextFundingAt === undefined ? {} : { nextFundingAt }),
              fundingIntervalHours: 8,
            };
          }),
        },
      });
    const funding = () => screen.getByText('Funding 8 h').nextElementSibling?.textContent;
    const nowMs = SAMPLE_AT + 2000;

    test('counts down to the payment of the page’s own venue', () => {
      const { store } = mount({
        report: withTimes({ binance: nowMs + 754_000, okx: nowMs + 60_000 }, nowMs + 60_000),
      });

      expect(funding()).toBe('+0.0083 %, next in 12:34');
      void act(() => store.setState({ nowMs: nowMs + 1000 }));
      expect(funding()).toBe('+0.0083 %, next in 12:33');
      expect(titleOf('Funding 8 h')).toContain('Binance +0.0083 %, every 8 hours');
    });

    test('counts down to the next of any venue where its own says nothing', () => {
      mount({ report: withTimes({}, nowMs + 3_600_000) });

      expect(funding()).toBe('+0.0083 %, next in 1:00:00');
    });

    test('has no clock where nobody says when, or it was due a while ago', () => {
      const { store } = mount({ report: withTimes({}, nowMs) });

      void act(() => store.setState({ nowMs: nowMs + 61_000 }));
      expect(funding()).toBe('+0.0083 %');
    });
  });

  test('what companies hold of bitcoin stands with its change in a month, its source and age', () => {
    const { context } = buildReport();
    const told = (monthBase: number | null) => ({
      context: {
        ...context,
        treasuries: { base: 1_062_000.4, companies: 179, monthBase },
        sources: [
          {
            figure: 'treasuries' as const,
            name: 'CoinGecko',
            status: 'ok' as const,
            at: SAMPLE_AT - 3_600_000,
            code: null,
          },
        ],
      },
    });
    mount({ report: buildReport(told(-12_000)) });

    expect(screen.getByText('1,062,000 BTC, −12,000 in 30 d')).toBeTruthy();
    expect(titleOf('Companies hold')).toBe(
      'Bitcoin on the books of 179 listed companies that are known of; filings come late. CoinGecko, 1 h ago',
    );
    cleanup();
    mount({ report: buildReport(told(null)) });
    expect(screen.getByText('1,062,000 BTC')).toBeTruthy();
  });

  test('the books near the price are told by side', () => {
    mount({
      report: buildReport({ depth: { bidWithinOnePercentUsd: 210e6, askWithinOnePercentUsd: 185e6 } }),
    });

    expect(screen.getByText('Book within 1 %').nextElementSibling?.textContent).toBe(
      '210 M bids, 185 M asks',
    );
  });

  const titleOf = (text: string | RegExp) =>
    screen.getByText(text).closest<HTMLElement>('[title]')?.title ?? '';

  describe('open interest', () => {
    const { openInterest } = buildReport();

    test('names its peak, and on hover each venue with share and age, and who told the peak', () => {
      mount();

      // 62 of 90 B; Binance holds 36 % of 62 B.
      expect(
        screen.getByText('62.0 B, about 31 % under the peak of 90.0 B on 6 Oct 2025 (estimate)'),
      ).toBeTruthy();
      const title = titleOf('Open interest');
      expect(title).toContain('Binance 22.3 B (2 s ago)');
      expect(title).toContain('between 80.0 B and 96.0 B: Bybit, OKX and Gate told that day, for Binance');
      expect(title).toContain('Known since 1 Jan 2024.');
    });

    test('is no estimate where every venue told the peak', () => {
      const { peakEstimate: _, ...told } = openInterest;
      mount({ report: buildReport({ openInterest: told }) });

      expect(screen.getByText('62.0 B, 31 % under the peak of 90.0 B on 6 Oct 2025')).toBeTruthy();
      expect(titleOf('Open interest')).not.toContain('share of today');
    });

    test('that is as high as ever says so', () => {
      mount({ report: buildReport({ openInterest: { ...openInterest, drawdown: 0.004 } }) });

      expect(screen.getByText('62.0 B, at its peak')).toBeTruthy();
    });

    test('is drawn over a year with the price and its peak, gaps left out', () => {
      mount();

      const year = screen.getByLabelText(/^Open interest since 14 Jan 2025, in part an estimate/);
      const [marked, price, usd] = [...year.querySelectorAll('path')].map((path) => path.getAttribute('d')!);
      // The 54th step is the highest: at the top, where it is marked. The first four are not known.
      expect(marked).toBe('M53 0V100');
      expect(usd).toContain('L53 0');
      expect(usd!.startsWith('M4 ')).toBe(true);
      expect(price!.startsWith('M0 ')).toBe(true);
    });

    test('tells its change in a day, with the day hour by hour', () => {
      mount();

      expect(screen.getByText('−1.2 %')).toBeTruthy();
      expect(screen.getByLabelText(/^Open interest in coins/).querySelectorAll('path')).toHaveLength(2);
    });

    test('of which only the bars are known has no year', () => {
      const { year: _, ...short } = openInterest;
      mount({ report: buildReport({ openInterest: short }) });

      expect(screen.queryByLabelText(/^Open interest since/)).toBeNull();
    });
  });

  test('the source that answered is named with its age', () => {
    mount();

    expect(titleOf('ETF 12 Jan')).toMatch(/first day of inflow; .*\. Bitbo, 2 h ago$/);
    expect(titleOf('DVOL')).toContain('Deribit DVOL, 10 min ago');
  });

  test('what somebody reported is shown as reported, by whom and when', () => {
    mount();

    expect(screen.getByText('19.0 B, 10 Oct 2025 (reported), today 84.0 M')).toBeTruthy();
    expect(titleOf('Record liquidations')).toContain(
      'reported by CoinGlass, repeated by the press, 2025-10-11; not measured here',
    );
  });

  test('a source that refuses leaves a gap that says why, and the others stay', () => {
    const report = buildReport();
    const sources = [
      { figure: 'etf', name: 'CoinMarketCap', status: 'failed', at: null, code: 'rate-limited' },
    ] as const;
    mount({ report: { ...report, context: { ...report.context, etf: null, sources } } });

    expect(titleOf('ETF')).toBe('CoinMarketCap asked Plimsoll to wait');
    expect(screen.getByText('DVOL')).toBeTruthy();
  });

  test('a source that was never allowed leaves no gap', () => {
    const sources = [
      { figure: 'etf', name: 'CoinMarketCap', status: 'failed', at: null, code: 'permission' },
    ] as const;
    mount({ report: buildReport({ context: { ...buildReport().context, etf: null, sources } }) });

    expect(screen.queryByText(/^ETF/)).toBeNull();
  });
});

describe('warnings', () => {
  test('the fresh one stands at the top with its price and age, the others are folded', () => {
    mount(PANEL_STATES['warned']);

    const warning = screen.getByRole('article', { name: '94,150 to 94,789 closed above' });

    expect(warning.textContent).toContain('1 h ago at 94,812');
    expect(warning.textContent).toContain('This resistance has given way');
    expect(screen.queryByRole('article', { name: '5.20 B of longs near' })).toBeNull();
    expect(screen.getByText('Past warnings: 2')).toBeTruthy();
  });

  test('are read out where they come in, once', () => {
    mount(PANEL_STATES['warned']);

    const region = screen.getByRole('article').parentElement;

    expect(region?.getAttribute('aria-live')).toBe('polite');
    expect(region?.getAttribute('aria-relevant')).toBe('additions');
  });

  test.each([
    ['Dismiss', 'Dismiss for good?', null],
    ['Snooze 1 h', 'Snooze for 1 h?', 3_600_000],
  ])('%s asks again before it is done', async (name, question, snoozeMs) => {
    const { actions } = mount(PANEL_STATES['warned']);

    fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${name}`) }));
    expect(await screen.findByText(question)).toBeTruthy();
    expect(actions.onSnooze).not.toHaveBeenCalled();
    const yes = screen.getByRole('button', { name: 'Yes' });
    await vi.waitFor(() => expect(yes.getAttribute('aria-disabled')).toBe('false'));
    fireEvent.click(yes);

    expect(actions.onSnooze.mock.calls).toEqual([['BTCUSDT:level:1', snoozeMs]]);
  });

  test('a press that was not counted is said, until one is', async () => {
    const { store } = mount();

    store.setState({ isPressRefused: true });
    expect(await screen.findByText(/^This press was not counted: the page covers/)).toBeTruthy();

    store.setState({ isPressRefused: false });
    await vi.waitFor(() => expect(screen.queryByText(/^This press/)).toBeNull());
  });

  test('a dismissed one leaves the top and stays in the track', async () => {
    const { store } = mount(PANEL_STATES['warned']);

    store.setState({ dismissed: ['BTCUSDT:level:1'] });

    await vi.waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    expect(screen.getByText('Past warnings: 2')).toBeTruthy();
  });
});

test('the strip alone is drawn anew as time passes', async () => {
  const { store } = mount();
  const slider = screen.getByRole('slider');

  store.setState({ nowMs: SAMPLE_AT + 10_000 });

  expect(await screen.findByText('10 s')).toBeTruthy();
  expect(screen.getByRole('slider')).toBe(slider);
});

test('what was done and could not be stored is said in the panel', async () => {
  const { store } = mount();

  store.setState({ refused: { code: 'not-stored', figures: {} } });

  expect(await screen.findByText('Not done: The browser could not store it.')).toBeTruthy();
});

test('beside each cluster stands what the books show up to it and in it', () => {
  mount();

  const rows = within(screen.getByRole('table', { name: /Nearest clusters/ })).getAllByRole('row');
  expect(rows[1]?.textContent).toContain('book 24.0 M + 31.0 M');
  expect(rows[1]?.getAttribute('title')).toContain('24.0 M USD between the price and its near edge');
});
