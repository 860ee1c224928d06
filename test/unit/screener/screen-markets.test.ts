import { describe, expect, test } from 'vitest';

import type { ListedTicker } from '../../../core/market/listed-ticker.ts';
import { type Board, screenMarkets, type VenueBoards } from '../../../core/screener/screen-markets.ts';

const ticker = (overrides: Partial<ListedTicker> = {}): ListedTicker => ({
  id: 'SOLUSDT',
  price: 100,
  openInterestBase: 1000,
  fundingRate8h: 0.0001,
  nextFundingAtMs: 3_600_000,
  turnoverUsd: 400_000,
  dayChange: 0.05,
  ...overrides,
});
const board = (overrides: Partial<ListedTicker> = {}): Board => new Map([['SOLUSDT', ticker(overrides)]]);
const boards = (overrides: Partial<VenueBoards> = {}): VenueBoards => ({
  venue: 'bybit',
  now: board(),
  hourAgo: null,
  dayAgo: null,
  daysBefore: [],
  ...overrides,
});
const screened = (...all: readonly VenueBoards[]) => screenMarkets(all)[0]!;

describe('open interest', () => {
  test('is summed in dollars, and its change is that of coins', () => {
    const found = screened(
      boards({
        hourAgo: board({ openInterestBase: 800, price: 90 }),
        dayAgo: board({ openInterestBase: 500 }),
      }),
      boards({
        venue: 'okx',
        now: board({ openInterestBase: 500, turnoverUsd: 100_000 }),
        hourAgo: board({ openInterestBase: 400 }),
        dayAgo: board({ openInterestBase: 500 }),
      }),
    );

    expect(found.openInterestUsd).toBe(150_000);
    expect(found.openInterestHourChange).toBeCloseTo(1500 / 1200 - 1, 12);
    expect(found.openInterestDayChange).toBeCloseTo(0.5, 12);
  });

  test('of a venue that does not tell it of all at once is left out of every figure', () => {
    const silent = { openInterestBase: null, turnoverUsd: 9_000_000 };
    const found = screened(
      boards({ dayAgo: board({ openInterestBase: 500 }) }),
      boards({ venue: 'binance', now: board(silent), dayAgo: board(silent) }),
    );

    expect(found).toMatchObject({
      openInterestUsd: 100_000,
      openInterestDayChange: 1,
      crowding: 0.25,
      turnoverUsd: 9_400_000,
      venues: ['binance', 'bybit'],
    });
  });

  test('has no change where half of it or more was not told then', () => {
    const found = screened(
      boards({ now: board({ openInterestBase: 400 }), dayAgo: board({ openInterestBase: 100 }) }),
      boards({ venue: 'okx', now: board({ openInterestBase: 600 }) }),
    );

    expect(found.openInterestDayChange).toBeNull();
  });

  test('that nobody tells is not known, and none is nothing', () => {
    expect(screened(boards({ now: board({ openInterestBase: null }) }))).toMatchObject({
      openInterestUsd: null,
      openInterestDayChange: null,
      crowding: null,
    });
    expect(
      screened(boards({ now: board({ openInterestBase: 0 }), dayAgo: board({ openInterestBase: 0 }) })),
    ).toMatchObject({ openInterestUsd: 0, openInterestDayChange: null, crowding: 0 });
  });
});

describe('funding', () => {
  test('is weighted by volume, and its change by the same weights', () => {
    const found = screened(
      boards({ dayAgo: board({ fundingRate8h: 0.0002 }) }),
      boards({
        venue: 'okx',
        now: board({ fundingRate8h: 0.0006, turnoverUsd: 100_000 }),
        dayAgo: board({ fundingRate8h: -0.0004 }),
      }),
    );

    expect(found.fundingRate8h).toBeCloseTo(0.0001 * 0.8 + 0.0006 * 0.2, 15);
    expect(found.fundingDayChange).toBeCloseTo(0.0002 - (0.0002 * 0.8 - 0.0004 * 0.2), 15);
  });

  test('is an even mean where nothing is traded', () => {
    const quiet = (fundingRate8h: number) => board({ fundingRate8h, turnoverUsd: 0 });

    expect(
      screened(boards({ now: quiet(0.0001) }), boards({ venue: 'okx', now: quiet(0.0003) })).fundingRate8h,
    ).toBeCloseTo(0.0002, 15);
  });

  test('is next settled by the first of the venues', () => {
    const okx = boards({ venue: 'okx', now: board({ nextFundingAtMs: 1_800_000 }) });

    expect(screened(boards(), okx).nextFundingAtMs).toBe(1_800_000);
  });
});

describe('price', () => {
  test('and its run are those of the venue that trades most', () => {
    const found = screened(
      boards(),
      boards({
        venue: 'gate',
        now: board({ price: 101, turnoverUsd: 500_000, dayChange: 0.07 }),
        hourAgo: board({ price: 100 }),
      }),
    );

    expect(found).toMatchObject({ price: 101, dayChange: 0.07, venues: ['gate', 'bybit'] });
    expect(found.hourChange).toBeCloseTo(0.01, 12);
  });

  test('far from it is that of a namesake, which is left out', () => {
    const namesake = boards({ venue: 'gate', now: board({ price: 121, turnoverUsd: 1 }) });
    const near = boards({ venue: 'okx', now: board({ price: 119, turnoverUsd: 1 }) });

    expect(screened(boards(), namesake, near).venues).toEqual(['bybit', 'okx']);
  });
});

test('volume is compared with the median of the days before, once there are three', () => {
  const day = (turnoverUsd: number) => new Map([['SOLUSDT', turnoverUsd]]);

  expect(screened(boards({ daysBefore: [day(100_000), day(200_000)] })).turnoverRatio).toBeNull();
  expect(screened(boards({ daysBefore: [day(100_000), day(900_000), day(200_000)] })).turnoverRatio).toBe(2);
});
