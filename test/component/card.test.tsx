import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { createPanelStore, type PanelState } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import { FIRST_PLACE } from '../../components/overlay/place.ts';
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
    place: FIRST_PLACE,
  });
  const actions = buildPanelActions();
  render(<Panel store={store} actions={actions} loadBody={loadBody} guard={guard} />);
  const card = screen.getByRole('region', { name: 'Plimsoll: where leverage would break' });
  return { store, actions, card, text: card.textContent };
}

const rowOf = (card: HTMLElement, side: string) =>
  [...(card.querySelector(`.card-row.${side}`)?.querySelectorAll('[aria-hidden]') ?? [])].map(
    (cell) => cell.textContent,
  );

test('the card says market, price and freshness, and of the nearest band on each side range, dollars, distance and chance', () => {
  const { card, text } = mount();

  expect(text).toContain('BTC');
  expect(text).toContain('90,912');
  expect(text).toContain('Live, 2 s');
  expect(rowOf(card, 'short')).toEqual([
    '▴',
    '91,500–92,400',
    expect.stringMatching(/ M$/),
    '+0.6 %',
    '52 % in 24 h',
  ]);
  expect(rowOf(card, 'long')).toEqual([
    '▾',
    '88,600–90,000',
    expect.stringMatching(/ M$/),
    '−1.0 %',
    '41 % in 24 h',
  ]);
  expect(card.querySelector('.card-row.short')?.getAttribute('title')).toMatch(
    /^Shorts at 91,500–92,400: \d+ M USD, 0.6 % above \(estimate\); touched within 24 h: 52 %$/,
  );
});

test('a button leads to the side panel where the browser opens it for a click in a page', () => {
  const { actions } = mount();
  expect(screen.queryByRole('button', { name: 'Open the side panel' })).toBeNull();
  cleanup();
  const onSidePanel = vi.fn();
  const store = createPanelStore({ market: buildPageMarket(), nowMs: SAMPLE_AT, place: FIRST_PLACE });
  render(<Panel store={store} actions={{ ...actions, onSidePanel }} loadBody={loadBody} guard={guard} />);

  fireEvent.click(screen.getByRole('button', { name: 'Open the side panel' }));

  expect(onSidePanel).toHaveBeenCalledOnce();
  expect(store.getState().place.form).toBe('card');
});

test('one sentence tells what matters most now', () => {
  expect(mount().card.querySelector('.card-sentence')?.textContent).toBe(
    'Estimate: a daily close below 89,628 (18\u00a0% in 24 h) forces 990\u00a0M of selling.',
  );
});

test('a range that has no room is told by the edge that the price would meet first', () => {
  const { card } = mount({ market: buildPageMarket({ multiplier: 1000, base: 'PEPE' }) });

  expect(rowOf(card, 'short')[1]).toBe('91,500,000');
  expect(rowOf(card, 'long')[1]).toBe('90,000,000');
});

describe('its states', () => {
  test('before the first report it says what it waits for', () => {
    expect(mount(PANEL_STATES['first-run']).text).toContain('Asking the venues for the first figures.');
  });

  test('warming up, a bar stands where the bands will be', () => {
    const { card, text } = mount(PANEL_STATES['warming-up']);

    expect(text).toContain('Warming up: 2,310 of 8,640 bars');
    expect(card.querySelector('progress')?.value).toBe(2310);
    expect(card.querySelector('.card-row')).toBeNull();
  });

  test('while history grows, the first bands are there beside it', () => {
    const { card, text } = mount(PANEL_STATES['growing']);

    expect(text).toContain('5,787 of 8,640 bars');
    expect(rowOf(card, 'short')[1]).toBe('91,500–92,400');
  });

  test('stale, it keeps its figures, says how old they are, and why', () => {
    const { card, text } = mount(PANEL_STATES['all-venues-down']);

    expect(card.classList.contains('stale')).toBe(true);
    expect(text).toContain('24 min old');
    expect(text).toContain('No venue answers; the last figures stay.');
    expect(rowOf(card, 'short')[1]).toBe('91,500–92,400');
  });

  test('where nothing can be shown, one line says so', () => {
    const { card, text } = mount(PANEL_STATES['unsupported-spot']);

    expect(text).toContain('This is a spot market.');
    expect(card.querySelector('.card-row')).toBeNull();
    expect(card.querySelector('progress')).toBeNull();
  });

  test('a side without a cluster says that there is none', () => {
    const clusters = buildReport().clusters.filter(({ side }) => side === 'long');

    expect(mount({ report: buildReport({ clusters }) }).text).toContain('No cluster of shorts near.');
  });
});

describe('its form', () => {
  test('a tap opens the panel at the panel’s own place and size', async () => {
    const { store, actions, card } = mount();
    store.setState(({ place }) => ({ place: { ...place, cardRight: 900, cardTop: 400 } }));

    fireEvent.click(card.querySelector('.card-body')!);

    expect(await screen.findByRole('slider')).toBeTruthy();
    expect(actions.onPlace).toHaveBeenCalledWith({
      ...FIRST_PLACE,
      form: 'open',
      cardRight: 900,
      cardTop: 400,
    });
    expect(screen.getByRole('region', { name: /^Plimsoll/ }).style.right).toBe(`${FIRST_PLACE.right}px`);
  });

  test('a button opens it too, for keys', () => {
    const { actions } = mount();

    fireEvent.click(screen.getByRole('button', { name: 'Open the panel' }));

    expect(actions.onPlace).toHaveBeenCalledWith(expect.objectContaining({ form: 'open' }));
  });

  test('it folds to the strip', () => {
    const { actions } = mount();

    fireEvent.click(screen.getByRole('button', { name: 'Fold to the strip' }));

    expect(actions.onPlace).toHaveBeenCalledWith(expect.objectContaining({ form: 'strip' }));
  });

  test('dragging it moves it alone, and does not open the panel', () => {
    const { store, actions, card } = mount();
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
    const handle = Object.assign(card.firstElementChild!, { setPointerCapture: () => {} });
    const body = card.querySelector('.card-body')!;

    fireEvent.pointerDown(handle, { button: 0, clientX: 500, clientY: 100, pointerId: 1 });
    fireEvent.pointerMove(handle, { clientX: 400, clientY: 130, pointerId: 1 });
    fireEvent.pointerUp(handle, { pointerId: 1 });
    fireEvent.click(body);

    // From the panel's place, 16 from the right and 96 from the top, where it stood until then.
    expect(store.getState().place).toEqual({ ...FIRST_PLACE, cardRight: 116, cardTop: 126 });
    expect(actions.onPlace).toHaveBeenCalledOnce();
  });
});
