import { describe, expect, test } from 'vitest';

import type { Ticker } from '../../../core/market/observations.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import { buildQuote, type QuoteInput, type ToldTicker } from '../../../core/report/build-quote.ts';

const NOW_MS = 1_768_480_496_000;

const told = (venue: VenueId, markPrice: number, ageS = 0, more: Partial<Ticker> = {}): ToldTicker => ({
  venue,
  atMs: NOW_MS - ageS * 1000,
  ticker: {
    atMs: NOW_MS - ageS * 1000,
    markPrice,
    indexPrice: null,
    openInterestBase: 10,
    fundingRate8h: 0.0001,
    nextFundingAtMs: NOW_MS + 3_600_000,
    ...more,
  },
});

const quoteOf = (input: Partial<QuoteInput>) =>
  buildQuote({
    market: 'BTCUSDT',
    polled: [],
    newer: null,
    pageVenue: 'binance',
    past: null,
    dayAgo: null,
    isAside: () => false,
    nowMs: NOW_MS,
    ...input,
  });

describe('what venues tell at one time', () => {
  test('the price is the median of those that agree, the mark the own venue’s', () => {
    const polled = [told('binance', 100), told('bybit', 101), told('okx', 100.4)];

    expect(quoteOf({ polled, dayAgo: 80.32 })).toEqual({
      market: 'BTCUSDT',
      at: NOW_MS,
      price: 100.4,
      venueMark: { venue: 'binance', price: 100, at: NOW_MS },
      openInterestUsd: 30 * 100.4,
      fundingRate8h: 0.0001,
      nextFundingAt: NOW_MS + 3_600_000,
      // 100.4 / 80.32 = 1.25.
      dayChange: expect.closeTo(0.25, 12),
    });
  });

  test('a venue that lies moves nothing, and its open interest counts for nothing', () => {
    const polled = [told('binance', 100), told('bybit', 150), told('okx', 101), told('gate', 102)];

    const quote = quoteOf({ polled });

    expect(quote.price).toBe(101);
    // The open interest of a venue that speaks of another coin is not known, so neither is the sum.
    expect(quote.openInterestUsd).toBeNull();
  });

  test('the own venue has no mark while the others contradict it', () => {
    const polled = [told('binance', 150), told('bybit', 100), told('okx', 101)];

    expect(quoteOf({ polled })).toMatchObject({ price: 100.5, venueMark: null, nextFundingAt: null });
  });

  test('of two that contradict each other the last close decides, else nobody is believed', () => {
    const polled = [told('binance', 150), told('bybit', 100)];

    expect(quoteOf({ polled }).price).toBeNull();
    expect(quoteOf({ polled, past: 101 })).toMatchObject({ price: 100, venueMark: null });
  });

  test('a venue alone is believed near the last close', () => {
    const polled = [told('binance', 100)];

    expect(quoteOf({ polled }).price).toBeNull();
    expect(quoteOf({ polled, past: 110 }).price).toBe(100);
    expect(quoteOf({ polled, past: 130 }).price).toBeNull();
  });

  test('funding is weighted by open interest, without what is not believed of it', () => {
    const polled = [
      told('binance', 100, 0, { openInterestBase: 30, fundingRate8h: 0.0001 }),
      told('bybit', 100, 0, { openInterestBase: 10, fundingRate8h: 0.0005 }),
      told('okx', 100, 0, { openInterestBase: 10, fundingRate8h: 0.02 }),
    ];
    const isAside: QuoteInput['isAside'] = (venue, quantity) => venue === 'okx' && quantity === 'funding';

    // (30 * 0.0001 + 10 * 0.0005) / 40.
    expect(quoteOf({ polled, isAside }).fundingRate8h).toBeCloseTo(0.0002, 12);
  });

  test('open interest that was set aside is not summed without it', () => {
    const polled = [told('binance', 100), told('bybit', 100)];
    const isAside: QuoteInput['isAside'] = (venue, quantity) =>
      venue === 'bybit' && quantity === 'open-interest';

    expect(quoteOf({ polled, isAside }).openInterestUsd).toBeNull();
  });
});

describe('what one venue tells between polls', () => {
  const polled = [told('binance', 100, 20), told('bybit', 101, 20), told('okx', 102, 20)];

  test('the others are taken to have moved as it did', () => {
    const quote = quoteOf({ polled, newer: told('binance', 99, 0, { openInterestBase: null }) });

    // 101 * 99 / 100.
    expect(quote.price).toBeCloseTo(99.99, 9);
    expect(quote.at).toBe(NOW_MS);
    expect(quote.venueMark).toEqual({ venue: 'binance', price: 99, at: NOW_MS });
    expect(quote.openInterestUsd).toBeCloseTo(30 * 99.99, 6);
  });

  test('a price that the others contradict moves neither them nor the mark', () => {
    const quote = quoteOf({ polled, newer: told('binance', 50) });

    expect(quote).toMatchObject({ price: 101.5, at: NOW_MS - 20_000, venueMark: null });
  });

  test('a venue that has told a lie in the poll and tells the truth again moves nobody', () => {
    const lied = [told('binance', 150, 20), told('bybit', 101, 20), told('okx', 102, 20)];

    expect(quoteOf({ polled: lied, newer: told('binance', 100) }).price).toBe(101);
  });

  test('what is older than a minute is not compared', () => {
    const old = [told('binance', 100, 90), told('bybit', 120, 90), told('okx', 121, 90)];

    expect(quoteOf({ polled: old, newer: told('binance', 99), past: 100 }).price).toBe(99);
    expect(quoteOf({ polled: old })).toMatchObject({ price: null, venueMark: null, at: NOW_MS });
  });
});

test('nothing was told', () => {
  expect(quoteOf({})).toEqual({
    market: 'BTCUSDT',
    at: NOW_MS,
    price: null,
    venueMark: null,
    openInterestUsd: null,
    fundingRate8h: null,
    nextFundingAt: null,
    dayChange: null,
  });
});
