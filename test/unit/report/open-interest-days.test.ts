import { describe, expect, test } from 'vitest';

import { openInterestDays, type VenueDays } from '../../../core/report/open-interest-days.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';

const DAYS = 10;
const columnOf = (values: Readonly<Record<number, number>>): Float64Array =>
  Float64Array.from({ length: DAYS }, (_, day) => values[day] ?? NaN);
const venue = (
  id: VenueId,
  nowBase: number | null,
  bases: Readonly<Record<number, number>> = {},
): VenueDays => ({ venue: id, nowBase, base: columnOf(bases) });
const AT_100 = new Float64Array(DAYS).fill(100);

/** The days that are told, with their dollars. */
const told = (
  venues: readonly VenueDays[],
  price: Float64Array = AT_100,
): readonly (readonly [number, number])[] =>
  [...openInterestDays(venues, price).usd].flatMap((usd, day) =>
    Number.isNaN(usd) ? [] : [[day, usd] as const],
  );

describe('open interest of a past day', () => {
  test('is the sum where every venue tells it', () => {
    const venues = [venue('bybit', 20, { 5: 30 }), venue('okx', 10, { 5: 12 })];
    const days = openInterestDays(venues, AT_100);

    // (30 + 12) x 100.
    expect(told(venues)).toEqual([[5, 4200]]);
    expect([days.lowUsd[5], days.highUsd[5], days.isScaled[5]]).toEqual([4200, 4200, 0]);
    expect(days.toldBy(5)).toEqual({ told: ['bybit', 'okx'], scaled: [] });
  });

  test('takes a venue that does not tell it to have had the share of today, within what the others had each', () => {
    const days = openInterestDays(
      [venue('bybit', 20, { 5: 30 }), venue('okx', 10, { 5: 12 }), venue('bitget', 10)],
      AT_100,
    );

    // 42 of what is 30 of 40 now: 42 x 40 / 30 = 56. By OKX Bitget had 12, by Bybit 15.
    expect([days.usd[5], days.lowUsd[5], days.highUsd[5], days.isScaled[5]]).toEqual([5600, 5400, 5700, 1]);
    expect(days.toldBy(5)).toEqual({ told: ['bybit', 'okx'], scaled: ['bitget'] });
  });

  test('is not told by venues that are less than a fifth of today', () => {
    expect(told([venue('bybit', 19, { 5: 30 }), venue('binance', 81)])).toEqual([]);
    expect(told([venue('bybit', 20, { 5: 30 }), venue('binance', 80)])).toHaveLength(1);
  });

  test('is left out where its price is not known', () => {
    expect(told([venue('bybit', 20, { 5: 30, 6: 31 })], columnOf({ 6: 100 }))).toEqual([[6, 3100]]);
  });

  test('counts what a venue told that says nothing today, without a share', () => {
    // 7 + 30, and for Bitget as much as Bybit had.
    expect(told([venue('gate', null, { 5: 7 }), venue('bybit', 20, { 5: 30 }), venue('bitget', 20)])).toEqual(
      [[5, 6700]],
    );
  });

  test('is not a day that stands four times above the days beside it', () => {
    const days = told([venue('bybit', 34, { 5: 30, 6: 130, 7: 32, 8: 33, 9: 140 })]);

    expect(days.map(([day]) => day)).toEqual([5, 7, 8]);
  });

  test('may be nothing: that is a value', () => {
    expect(told([venue('bybit', 20, { 5: 0, 6: 0 })])).toEqual([
      [5, 0],
      [6, 0],
    ]);
  });
});
