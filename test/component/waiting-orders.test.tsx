import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';

import { createPanelStore } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import type { WaitingOrdersReport } from '../../core/market/market-report.ts';
import { buildPanelActions, guard, loadBody } from '../support/panel-actions.ts';
import { buildPageMarket, buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

/** The price of the sample is 90,912. */
const KNOWN: WaitingOrdersReport = {
  venue: 'hyperliquid',
  accounts: 62,
  unread: 0,
  since: SAMPLE_AT - 48 * 60_000,
  reach: 0.05,
  bands: [
    { kind: 'target', side: 'long', low: 93_600, high: 93_800, usd: 2.3e6 },
    { kind: 'stop', side: 'short', low: 91_800, high: 92_000, usd: 950e3 },
    // The price stands in it.
    { kind: 'stop', side: 'long', low: 90_800, high: 91_000, usd: 120e3 },
    { kind: 'stop', side: 'long', low: 89_000, high: 89_200, usd: 4.1e6 },
    { kind: 'target', side: 'short', low: 88_000, high: 88_200, usd: 1.2e6 },
  ],
};

function mount(waitingOrders?: WaitingOrdersReport, multiplier = 1) {
  const report = buildReport(waitingOrders === undefined ? {} : { waitingOrders });
  const market = { ...buildPageMarket(), multiplier };
  const store = createPanelStore({ market, report, nowMs: SAMPLE_AT });
  render(<Panel store={store} actions={buildPanelActions()} loadBody={loadBody} guard={guard} />);
}
const lines = (): readonly (string | null)[] =>
  [...screen.getByText('Orders that wait').parentElement!.querySelectorAll('li')].map(
    ({ textContent }) => textContent,
  );

test('orders that wait are listed from above to below, with their sample and its age', () => {
  mount(KNOWN);

  expect(lines()).toEqual([
    'Take-profits of 2.30 M at 93,600 to 93,800, +3.0 %',
    'Stops of 950 k at 91,800 to 92,000, +1.0 %',
    'Stops of 120 k at 90,800 to 91,000, 0.0 %',
    'Stops of 4.10 M at 89,000 to 89,200, −1.9 %',
    'Take-profits of 1.20 M at 88,000 to 88,200, −3.0 %',
  ]);
  expect(screen.getByText(/public accounts/).textContent).toBe(
    'From 62 public accounts of Hyperliquid near their liquidation, asked within 48 min: a sample of one venue, in no other figure.',
  );
});

test('what the price has come through since is gone', () => {
  mount({
    ...KNOWN,
    bands: [
      { kind: 'stop', side: 'long', low: 91_000, high: 91_200, usd: 1e6 },
      { kind: 'stop', side: 'short', low: 90_600, high: 90_800, usd: 1e6 },
      KNOWN.bands[0]!,
    ],
  });

  expect(lines()).toHaveLength(1);
});

test('that none is near is said, and how many accounts could not be read', () => {
  mount({ ...KNOWN, unread: 3, bands: [] });

  expect(screen.getByText('None within 5 % of the price.')).toBeTruthy();
  expect(screen.getByText('The orders of 3 more could not be read.')).toBeTruthy();
});

test('where no account could be read, nothing is said to be there or not', () => {
  mount({ ...KNOWN, accounts: 0, unread: 3, bands: [] });

  expect(screen.queryByText(/None within/)).toBeNull();
  expect(screen.queryByText(/public accounts/)).toBeNull();
  expect(screen.getByText('The orders of 3 more could not be read.')).toBeTruthy();
});

test('that none was asked yet is said', () => {
  mount({ ...KNOWN, accounts: 0, since: SAMPLE_AT, bands: [] });

  expect(screen.getByText('Orders that wait').parentElement?.textContent).toBe(
    'Orders that waitNo account near its liquidation was asked for them lately.',
  );
});

test('nothing is said of them where the user has not asked for them', () => {
  mount();

  expect(screen.queryByText('Orders that wait')).toBeNull();
});

test('prices are those that the page quotes', () => {
  mount({ ...KNOWN, bands: [{ kind: 'stop', side: 'long', low: 89_000, high: 89_200, usd: 4.1e6 }] }, 10);

  expect(lines()[0]).toContain('890,000 to 892,000, −1.9 %');
});
