import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';

import { mapChoices } from '../../core/ledger/settings/map-choices.ts';
import { createPanelStore } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import type { PublicPositionsReport } from '../../core/market/market-report.ts';
import { buildPanelActions, guard, loadBody } from '../support/panel-actions.ts';
import { buildPageMarket, buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

const KNOWN: PublicPositionsReport = {
  venue: 'hyperliquid',
  positions: 412,
  longUsd: 1.86e9,
  shortUsd: 1.24e9,
  since: SAMPLE_AT - 600_000,
};

function mount(known?: PublicPositionsReport) {
  const report = buildReport({
    ...(known === undefined ? {} : { publicPositions: known }),
    openInterest: { ...buildReport().openInterest, usd: 62e9 },
  });
  const store = createPanelStore({ market: buildPageMarket(), report, nowMs: SAMPLE_AT + 2000 });
  render(<Panel store={store} actions={buildPanelActions()} loadBody={loadBody} guard={guard} />);
  return store;
}

describe('positions that a venue shows', () => {
  test('are named with their dollars among the sources', () => {
    mount(KNOWN);

    expect(screen.getByText(/shows 412 open positions/).textContent).toBe(
      'Hyperliquid shows 412 open positions: 1.86 B of longs and 1.24 B of shorts stand in the map at their own liquidation price.',
    );
  });

  test('are the known share of the exposure map, not of the forced one', async () => {
    const store = mount(KNOWN);

    // 3.1 B of the 124 B of both sides.
    expect(screen.getByText(/if nobody acts\./).textContent).toContain('2.5 % of it is known.');

    store.setState({ mapChoices: { ...mapChoices.fallback, map: 'forced' } });
    expect((await screen.findByText(/expected to be force-closed/)).textContent).not.toContain('known');
  });

  test('near their liquidation are told with price and distance, and without an owner', () => {
    mount({
      ...KNOWN,
      nearest: [
        { side: 'long', usd: 42e6, liquidationPrice: 89_185 },
        { side: 'short', usd: 8.4e6, liquidationPrice: 93_640 },
        // The price has come past it since.
        { side: 'long', usd: 5e6, liquidationPrice: 90_950 },
      ],
    });

    const list = screen.getByText('Largest public positions near their liquidation').nextElementSibling;
    expect([...list!.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
      '42.0 M long liquidates at 89,185, 1.9 % away',
      '8.40 M short liquidates at 93,640, 3.0 % away',
    ]);
  });

  test('say how much of what the map has near the price they are, and nothing of it where it has nothing', () => {
    const nearest = [{ side: 'long' as const, usd: 42e6, liquidationPrice: 89_185 }];
    mount({ ...KNOWN, nearest, near: { reach: 0.05, knownUsd: 96e6, usd: 1.2e9 } });

    expect(screen.getByText(/position by position/).textContent).toBe(
      'Of 1.20 B within 5 % of the price, an estimate, 8.0 % is known position by position.',
    );

    cleanup();
    mount({ ...KNOWN, nearest, near: { reach: 0.05, knownUsd: 0, usd: 0 } });
    expect(screen.queryByText(/position by position/)).toBeNull();
  });

  test('far from their liquidation are no news', () => {
    mount({ ...KNOWN, nearest: [] });

    expect(screen.queryByText(/near their liquidation/)).toBeNull();
  });

  test('are not spoken of where none is known', () => {
    mount();

    expect(screen.queryByText(/open positions/)).toBeNull();
    expect(screen.getByText(/if nobody acts\./).textContent).not.toContain('known');
  });
});
