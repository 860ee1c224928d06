import { expect, test } from 'vitest';

import { type Ranking, rankMarkets } from '../../../core/screener/rank-markets.ts';
import { screenedMarket } from '../../support/screened-market.ts';

const RANKING: Ranking = {
  by: 'openInterestDayChange',
  isDescending: true,
  assetClass: null,
  leastTurnoverUsd: 0,
};
const named = (market: string, openInterestDayChange: number | null, turnoverUsd: number | null = 1e6) =>
  screenedMarket({ market, openInterestDayChange, turnoverUsd });
const MARKETS = [
  named('AUSDT', 0.1),
  named('BUSDT', null),
  named('CUSDT', 0.3, 5e7),
  named('DUSDT', -0.2, null),
  named('NVDA.equity', 0.2, 5e7),
];
const order = (ranking: Partial<Ranking>) =>
  rankMarkets(MARKETS, { ...RANKING, ...ranking }).map(({ market }) => market);

test('what is not known comes last, whichever way the others go', () => {
  expect(order({})).toEqual(['CUSDT', 'NVDA.equity', 'AUSDT', 'DUSDT', 'BUSDT']);
  expect(order({ isDescending: false })).toEqual(['DUSDT', 'AUSDT', 'NVDA.equity', 'CUSDT', 'BUSDT']);
});

test('a class and a size leave others out, and a market of unknown volume counts as small', () => {
  expect(order({ assetClass: 'equity' })).toEqual(['NVDA.equity']);
  expect(order({ leastTurnoverUsd: 1e7 })).toEqual(['CUSDT', 'NVDA.equity']);
  expect(order({ leastTurnoverUsd: 1 })).not.toContain('DUSDT');
});
