import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';

import { createPanelStore } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import { DEFAULT_PLACE } from '../../components/overlay/place.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import type { WarningReport } from '../../core/market/market-report.ts';
import { buildPanelActions, guard, loadBody } from '../support/panel-actions.ts';
import { buildPageMarket, buildReport, SAMPLE_AT } from '../support/sample-report.ts';
import { PANEL_STATES } from '../support/panel-states.ts';

afterEach(cleanup);

const HOUR_MS = 3_600_000;
const ofMarket = PANEL_STATES['warned']?.report?.warnings ?? [];

const own: WarningReport = {
  id: 'BTCUSDT:own:1:5',
  rule: 'own-liquidation',
  at: SAMPLE_AT - 2 * HOUR_MS,
  price: 90_123,
  code: 'own-liquidation',
  figures: {},
  isOwn: true,
  isPressing: true,
};

function mount(warnings: readonly WarningReport[], form: PanelPlace['form']) {
  const painted: string[] = [];
  const surface = {
    scale: () => {},
    fillRect: () => {},
    measureText: (text: string) => ({ width: 6 * text.length }),
    fillText: (text: string) => painted.push(text),
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(surface as never);
  const store = createPanelStore({
    market: buildPageMarket(),
    report: buildReport({ warnings: [...warnings] }),
    nowMs: SAMPLE_AT + 2000,
    place: { ...DEFAULT_PLACE, form },
  });
  const { container } = render(
    <Panel store={store} actions={buildPanelActions()} loadBody={loadBody} guard={guard} />,
  );
  return { store, container, painted };
}

const NAME = 'A warning about something of your own: open the side panel';

test.each(['open', 'card'] as const)(
  'the %s panel is written word for word the same with and without it',
  (form) => {
    const without = mount(ofMarket, form).container.textContent;
    cleanup();
    const { container } = mount([own, ...ofMarket], form);

    expect(container.textContent).toBe(without);
    expect(container.textContent?.length).toBeGreaterThan(100);
    expect(container.innerHTML).not.toContain('90,123');
    expect(container.innerHTML).not.toMatch(/its liquidation/);
  },
);

test('it is painted, and named without a figure to those who do not see it', () => {
  const { painted } = mount([own], 'open');

  expect(painted.join(' ')).toContain('A position of yours is near its');
  expect(screen.getByRole('article', { name: NAME })).toBeTruthy();
});

test('in the card it is painted over the sentence', () => {
  const { painted, container } = mount([own], 'card');

  expect(painted.join(' ')).toMatch(/^A position of yours is near its liquidation \(2\u00a0h ago\)/);
  expect(screen.getByRole('img', { name: NAME })).toBeTruthy();
  expect(container.querySelector('.card-sentence')?.getAttribute('aria-hidden')).toBe('true');
});

test('a liquidation stands before a bell, and both beside what is said of the market', () => {
  const { isPressing: _, ...quiet } = own;
  const bell = { ...quiet, id: 'BTCUSDT:bell:1:9', rule: 'bell', code: 'bell', at: SAMPLE_AT };
  const { painted } = mount([bell, own, ...ofMarket], 'open');
  const text = painted.join(' ');

  expect(text.indexOf('A position of yours')).toBe(0);
  expect(text).toContain('A bell of yours is reached');
  expect(screen.getAllByRole('article').length).toBe(3);
});

test('what it says changes no size', () => {
  const sizes = (warning: WarningReport) =>
    [...mount([warning], 'open').container.querySelectorAll('canvas.painted')].map((canvas) =>
      canvas.getAttribute('style'),
    );
  const short = sizes(own);
  cleanup();
  const long = sizes({ ...own, code: 'told', figures: { title: 'x'.repeat(200), text: 'y '.repeat(200) } });

  expect(long).toEqual(short);
  expect(short.length).toBeGreaterThan(2);
});

test('rests for an hour on this page after a second press, and cannot be dismissed here', async () => {
  const { store } = mount([own], 'open');
  expect(screen.queryByRole('button', { name: /Dismiss/ })).toBeNull();

  fireEvent.click(screen.getByRole('button', { name: 'Hide for 1 h' }));
  const yes = await screen.findByRole('button', { name: 'Yes' });
  await vi.waitFor(() => expect(yes.getAttribute('aria-disabled')).toBe('false'));
  fireEvent.click(yes);

  await vi.waitFor(() => expect(screen.queryByRole('article', { name: NAME })).toBeNull());
  store.setState({ nowMs: SAMPLE_AT + HOUR_MS + 120_000 });
  expect(await screen.findByRole('article', { name: NAME })).toBeTruthy();
});

test('none is shown a day after it came, nor one that was dismissed in the side panel', () => {
  mount([{ ...own, at: SAMPLE_AT - 24 * HOUR_MS }], 'open');
  expect(screen.queryByRole('article')).toBeNull();
  cleanup();

  const { store } = mount([own], 'open');
  store.setState({ dismissed: [own.id] });

  return vi.waitFor(() => expect(screen.queryByRole('article')).toBeNull());
});
