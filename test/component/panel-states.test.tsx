import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';

import { createPanelStore } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import { buildPanelActions, guard, loadBody } from '../support/panel-actions.ts';
import { PANEL_STATES } from '../support/panel-states.ts';
import { buildPageMarket, buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

function show(state: string) {
  const store = createPanelStore({
    market: buildPageMarket(),
    report: buildReport(),
    nowMs: SAMPLE_AT + 2000,
    ...PANEL_STATES[state],
  });
  const actions = buildPanelActions();
  const { container } = render(<Panel store={store} actions={actions} loadBody={loadBody} guard={guard} />);
  const panel = container.querySelector('.panel');
  return { container, panel, text: container.textContent ?? '' };
}

describe('each state says what it is', () => {
  test.each([
    ['live', 'live', 'to 84,000: 10.7 B of longs'],
    ['bare', 'live', '94,000–95,000'],
    ['forced', 'live', 'Estimate: USD expected to be force-closed here.'],
    ['first-run', 'starting', 'Asking the venues for the first figures.'],
    ['warming-up', 'warming', '2,310 of 8,640 bars'],
    ['clock-slow', 'live', 'This device’s clock is 1 min 30 s slow; times here are the venues’.'],
    ['warned', 'live', '94,150 to 94,789 closed above'],
    ['stale', 'stale-late', '4 min old'],
    ['one-venue-down', 'live', 'Bitget cannot be reached: tried again soon.'],
    ['all-venues-down', 'stale-venues', 'No venue answers; the last figures stay.'],
    [
      'region-refused',
      'live',
      'OKX refused this region: left out of the map, unless eea.okx.com or us.okx.com serves you.Choose a host',
    ],
    ['permission-missing', 'live', 'Bybit needs your consent in the browser'],
    ['no-database', 'live', 'The browser does not open Plimsoll’s database'],
    ['rows-lost', 'live', 'Some of the stored history could not be read: it is loaded again.'],
    ['disk-full', 'live', 'The disk is full and nothing new can be kept'],
    ['unsupported-spot', 'spot', 'This is a spot market.'],
    ['unsupported-future', 'future', 'This contract expires.'],
    ['not-listed', 'not-listed', 'No venue that Plimsoll reads lists a linear perpetual of NVDA share.'],
    ['offline', 'stale-offline', 'No connection. The last figures stay until it is back.'],
    ['worker-restarted', 'stale-worker', 'The background is starting again.'],
    ['strip', 'live', '90,912'],
  ])('%s', (state, condition, sentence) => {
    const { panel, text } = show(state);

    expect(panel?.getAttribute('data-condition')).toBe(condition);
    expect(text).toContain(sentence);
  });
});

test('while more history is read, what is known already is drawn beside the progress', () => {
  const { text } = show('growing');

  expect(text).toContain('Warming up: 5,787 of 8,640 bars');
  expect(text).not.toContain('before it draws a map');
  expect(text).toContain('94,000–95,000');
});

describe('old figures are greyed and stay', () => {
  test.each(['stale', 'all-venues-down', 'offline', 'worker-restarted'])('%s', (state) => {
    const { panel, text } = show(state);

    expect(panel?.classList.contains('stale')).toBe(true);
    expect(text).toContain('94,000–95,000');
  });

  test('their age counts from the last good answer, not from the last attempt', () => {
    const { text } = show('all-venues-down');

    // The sources answered 720 s before the report, which is another 720 s old.
    expect(text).toContain('24 min old');
  });
});

test('a page without a market carries no panel', () => {
  const store = createPanelStore({ market: null, nowMs: SAMPLE_AT });
  const actions = buildPanelActions();

  const { container } = render(<Panel store={store} actions={actions} loadBody={loadBody} guard={guard} />);

  expect(container.innerHTML).toBe('');
});

test('a closed panel leaves nothing in the page', () => {
  const { container } = show('closed');

  expect(container.innerHTML).toBe('');
});

test('what the report does not carry is not shown', () => {
  const { text, container } = show('bare');

  expect(container.querySelector('.card')).toBeNull();
  expect(container.querySelector('.badge')).toBeNull();
  expect(text).not.toContain('ETF');
  expect(text).not.toContain('24 h');
});

test('the dot names the nearest cluster', () => {
  const { container } = show('dot');

  const label = container.querySelector('button')?.getAttribute('aria-label');

  expect(label).toBe('Open Plimsoll: a cluster of shorts +0.6 % away');
});
