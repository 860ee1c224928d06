import { describe, expect, test } from 'vitest';

import { fundingTermsAt, nextFunding } from '../../../core/risk/advice/funding-terms.ts';
import { build } from './positions.ts';

const NOON_MS = Date.UTC(2026, 0, 12, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const positioning = {
  fundingRate8h: 0.0001,
  longShortAccountRatio: null,
  takerImbalance: null,
  nextFundingAt: NOON_MS,
  perVenue: [
    {
      venue: 'bybit',
      fundingRate8h: 0.0004,
      nextFundingAt: NOON_MS + 20 * MINUTE_MS,
      fundingIntervalHours: 4,
      longShortAccountRatio: null,
      takerImbalance: null,
    },
    { venue: 'okx', fundingRate8h: null, longShortAccountRatio: null, takerImbalance: null },
  ],
} as const;

describe('what a position pays by', () => {
  test("is its own venue's rate, and the market's where that is not known", () => {
    expect(fundingTermsAt(positioning, 'bybit')).toEqual({
      rate8h: 0.0004,
      isOwn: true,
      nextAtMs: NOON_MS + 20 * MINUTE_MS,
      intervalHours: 4,
    });
    const ofMarket = { rate8h: 0.0001, isOwn: false, nextAtMs: null, intervalHours: null };
    expect(fundingTermsAt(positioning, 'okx')).toEqual(ofMarket);
    expect(fundingTermsAt(positioning, 'dydx')).toEqual(ofMarket);
    expect(fundingTermsAt({ ...positioning, fundingRate8h: null }, 'dydx')).toBeNull();
  });
});

describe('the next payment', () => {
  const terms = {
    rate8h: 0.0004,
    isOwn: true,
    nextAtMs: NOON_MS + 20 * MINUTE_MS,
    intervalHours: 4,
  };
  const at = (nowMs: number) => ({ markPrice: 110, nowMs });

  test('costs a long the rate of one interval on its value now, and brings it to a short', () => {
    // 0.04 % in eight hours are 0.02 % in four: of 110 dollars 2.2 cents.
    expect(nextFunding(build(), terms, at(NOON_MS))).toEqual({
      atMs: NOON_MS + 20 * MINUTE_MS,
      paidUsd: 110 * 0.0002,
    });
    expect(nextFunding(build({ side: 'short' }), terms, at(NOON_MS))?.paidUsd).toBe(-110 * 0.0002);
  });

  test('of an inverse contract is of its dollars, whatever the price', () => {
    const inverse = build({ contract: 'inverse', size: { unit: 'usd', value: 1_000 } });

    expect(nextFunding(inverse, terms, at(NOON_MS))?.paidUsd).toBeCloseTo(0.2, 12);
  });

  test.each([
    ['the moment before', 20 * MINUTE_MS - 1, 20 * MINUTE_MS],
    ['the moment itself', 20 * MINUTE_MS, 20 * MINUTE_MS + 4 * HOUR_MS],
    ['five hours later', 5 * HOUR_MS, 20 * MINUTE_MS + 8 * HOUR_MS],
  ])('is the first one ahead: %s', (_when, passedMs, expectedMs) => {
    expect(nextFunding(build(), terms, at(NOON_MS + passedMs))?.atMs).toBe(NOON_MS + expectedMs);
  });

  test('has no cost where the venue does not say how often, and then is not known once it has passed', () => {
    const once = { ...terms, intervalHours: null };

    expect(nextFunding(build(), once, at(NOON_MS))).toEqual({ atMs: terms.nextAtMs, paidUsd: null });
    expect(nextFunding(build(), once, at(NOON_MS + HOUR_MS))).toBeNull();
    expect(nextFunding(build(), { ...terms, nextAtMs: null }, at(NOON_MS))).toBeNull();
  });

  test("has no cost by the market's rate, which is not the venue's", () => {
    expect(nextFunding(build(), { ...terms, isOwn: false }, at(NOON_MS))?.paidUsd).toBeNull();
  });
});
