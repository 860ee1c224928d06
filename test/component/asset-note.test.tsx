import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';

import { assetSentence } from '../../components/overlay/asset-note.tsx';
import { createPanelStore } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import { buildPanelActions, guard, loadBody } from '../support/panel-actions.ts';
import { buildPageMarket, buildReport } from '../support/sample-report.ts';

afterEach(cleanup);

/** A Thursday in winter: New York trades from 14:30 UTC. */
const OPEN_MS = Date.UTC(2026, 0, 15, 17);
const NIGHT_MS = Date.UTC(2026, 0, 15, 3);

describe('what a contract is written on is said in plain words', () => {
  test.each([
    ['BTCUSDT', OPEN_MS, null],
    ['CATUSDT', OPEN_MS, null],
    ['CAT.equity', OPEN_MS, 'CAT is a share here, not a coin.'],
    [
      'CAT.equity',
      NIGHT_MS,
      'CAT is a share here, not a coin. Its exchange is closed and opens in 11 h 30 min: order books and volume are thin until then.',
    ],
    ['XAU.commodity', NIGHT_MS, 'XAU is a commodity here, not a coin.'],
    ['US500.index', NIGHT_MS, 'US500 is an index here, not a coin.'],
    ['EURUSD.currency', NIGHT_MS, 'EURUSD is a currency here, not a coin.'],
  ])('%s at %d', (market, nowMs, sentence) => {
    expect(assetSentence({ market }, nowMs)).toBe(sentence);
  });

  test('a contract before the listing says so instead of hours', () => {
    const preMarket = ['binance', 'okx'] as const;

    expect(assetSentence({ market: 'OPENAI.equity', preMarket }, NIGHT_MS)).toBe(
      'Pre-market on Binance and OKX: OPENAI is a share that is not traded elsewhere yet, and its price follows these contracts alone.',
    );
    expect(assetSentence({ market: 'NEWCOUSDT', preMarket: ['bybit'] }, NIGHT_MS)).toMatch(
      /^Pre-market on Bybit: NEWCO is a coin/,
    );
  });
});

test('the panel of a share names it and says that its exchange is closed', () => {
  const market = buildPageMarket({ base: 'CAT', instrument: 'CATUSDT', assetClass: 'equity' });
  const report = buildReport({ market: 'CAT.equity', price: 817, at: NIGHT_MS });
  const store = createPanelStore({ market, report, nowMs: NIGHT_MS });

  render(<Panel store={store} actions={buildPanelActions()} loadBody={loadBody} guard={guard} />);

  expect(screen.getByText('CAT share')).toBeTruthy();
  expect(screen.getByText(/opens in 11 h 30/)).toBeTruthy();
});

test('the panel of a coin says nothing of it', () => {
  const store = createPanelStore({ market: buildPageMarket(), report: buildReport(), nowMs: NIGHT_MS });

  render(<Panel store={store} actions={buildPanelActions()} loadBody={loadBody} guard={guard} />);

  expect(screen.queryByText(/not a coin|Pre-market/)).toBeNull();
});
