import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { ListedTicker } from '../../core/market/listed-ticker.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { rankMarkets } from '../../core/screener/rank-markets.ts';
import { type Board, screenMarkets, type VenueBoards } from '../../core/screener/screen-markets.ts';
import { SCREENED_FIGURES } from '../../core/screener/screened-market.ts';

const options = { seed: 15, numRuns: 300 };

const amount = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }));
const ticker: fc.Arbitrary<ListedTicker> = fc.record({
  id: fc.constant('any'),
  price: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  openInterestBase: amount,
  fundingRate8h: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  nextFundingAtMs: fc.option(fc.integer({ min: 1, max: 2e12 })),
  turnoverUsd: amount,
  dayChange: fc.option(fc.double({ min: -1, max: 10, noNaN: true })),
});
/** Some of three markets; drawn one by one, most would be drawn to be thrown away. */
const ofMarkets = <T>(told: fc.Arbitrary<T>): fc.Arbitrary<ReadonlyMap<string, T>> =>
  fc
    .record({ AUSDT: told, BUSDT: told, 'C.equity': told }, { requiredKeys: [] })
    .map((markets) => new Map(Object.entries(markets)));
const board: fc.Arbitrary<Board> = ofMarkets(ticker);
const turnovers = ofMarkets(fc.double({ min: 0, max: 1e12, noNaN: true }));
const boards: fc.Arbitrary<readonly VenueBoards[]> = fc.uniqueArray(
  fc.record({
    venue: fc.constantFrom(...VENUE_IDS),
    now: board,
    hourAgo: fc.option(board),
    dayAgo: fc.option(board),
    daysBefore: fc.array(turnovers, { maxLength: 7 }),
  }),
  { selector: ({ venue }) => venue, maxLength: VENUE_IDS.length },
);

test('whatever venues tell, a figure is finite or not known', () => {
  fc.assert(
    fc.property(boards, (all) => {
      for (const market of screenMarkets(all))
        for (const figure of SCREENED_FIGURES)
          expect(market[figure] === null || Number.isFinite(market[figure])).toBe(true);
    }),
    options,
  );
});

test('the order in which venues are asked changes nothing but the order of equals', () => {
  fc.assert(
    fc.property(boards, (all) => {
      const sumOf = (from: readonly VenueBoards[]) =>
        new Map(screenMarkets(from).map(({ market, venues }) => [market, venues.length]));
      // Two that trade nothing are equals, and either may name the price.
      fc.pre(all.every(({ now }) => [...now.values()].every(({ turnoverUsd }) => (turnoverUsd ?? 0) > 0)));
      expect(sumOf(all.toReversed())).toEqual(sumOf(all));
    }),
    options,
  );
});

test('what did not move has no change, and funding lies between those of the venues', () => {
  fc.assert(
    fc.property(boards, (all) => {
      const still = all.map((one) => ({ ...one, hourAgo: one.now, dayAgo: one.now }));
      for (const market of screenMarkets(still)) {
        expect(market.openInterestDayChange ?? 0).toBe(0);
        expect(market.fundingDayChange ?? 0).toBe(0);
        expect(market.hourChange).toBe(0);
        const rates = all.flatMap(({ now }) => now.get(market.market)?.fundingRate8h ?? []);
        for (const rate of [market.fundingRate8h].filter((one) => one !== null)) {
          expect(rate).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
          expect(rate).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
        }
      }
    }),
    options,
  );
});

test('ranking loses none, keeps the unknown last, and the other way is the other way round', () => {
  fc.assert(
    fc.property(boards, fc.constantFrom(...SCREENED_FIGURES), (all, by) => {
      const markets = screenMarkets(all);
      const ranking = { by, isDescending: true, assetClass: null, leastTurnoverUsd: 0 };
      const down = rankMarkets(markets, ranking).map((market) => market[by]);
      const known = down.filter((figure) => figure !== null);

      expect(down).toHaveLength(markets.length);
      expect(down.slice(0, known.length)).toEqual(known);
      expect(known).toEqual(known.toSorted((a, b) => b - a));
      const up = rankMarkets(markets, { ...ranking, isDescending: false }).map((market) => market[by]);
      expect(up.slice(0, known.length)).toEqual(known.toReversed());
    }),
    options,
  );
});
