import { describe, expect, test } from 'vitest';

import { openInterestDays, type VenueDays } from '../../../core/report/open-interest-days.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';

const DAY_S = 86_400;
const venue = (
  id: VenueId,
  nowBase: number | null,
  bases: Readonly<Record<number, number>> = {},
): VenueDays => ({
  venue: id,
  nowBase,
  baseByDay: new Map(Object.entries(bases).map(([day, base]) => [Number(day) * DAY_S, base])),
});
const at100 = () => 100;

describe('open interest of a past day', () => {
  test('is the sum where every venue tells it', () => {
    const days = openInterestDays([venue('bybit', 20, { 5: 30 }), venue('okx', 10, { 5: 12 })], at100);

    // (30 + 12) x 100.
    expect(days).toEqual([
      { atS: 5 * DAY_S, usd: 4200, lowUsd: 4200, highUsd: 4200, told: ['bybit', 'okx'], scaled: [] },
    ]);
  });

  test('takes a venue that does not tell it to have had the share of today, within what the others had each', () => {
    const [day] = openInterestDays(
      [venue('bybit', 20, { 5: 30 }), venue('okx', 10, { 5: 12 }), venue('bitget', 10)],
      at100,
    );

    // 42 of what is 30 of 40 now: 42 x 40 / 30 = 56. By OKX Bitget had 12, by Bybit 15.
    expect(day).toMatchObject({ usd: 5600, told: ['bybit', 'okx'], scaled: ['bitget'] });
    expect([day!.lowUsd, day!.highUsd]).toEqual([5400, 5700]);
  });

  test('is not told by venues that are less than a fifth of today', () => {
    expect(openInterestDays([venue('bybit', 19, { 5: 30 }), venue('binance', 81)], at100)).toEqual([]);
    expect(openInterestDays([venue('bybit', 20, { 5: 30 }), venue('binance', 80)], at100)).toHaveLength(1);
  });

  test('is left out where its price is not known', () => {
    const days = openInterestDays([venue('bybit', 20, { 5: 30, 6: 31 })], (dayS) =>
      dayS === 5 * DAY_S ? null : 100,
    );

    expect(days.map(({ atS }) => atS)).toEqual([6 * DAY_S]);
  });

  test('counts what a venue told that says nothing today, without a share', () => {
    const [day] = openInterestDays(
      [venue('gate', null, { 5: 7 }), venue('bybit', 20, { 5: 30 }), venue('bitget', 20)],
      at100,
    );

    // 7 + 30, and for Bitget as much as Bybit had.
    expect(day?.usd).toBe(6700);
  });

  test('is not a day that stands four times above the days beside it', () => {
    const told = { 5: 30, 6: 130, 7: 32, 8: 33, 9: 140 };
    const days = openInterestDays([venue('bybit', 34, told)], at100);

    expect(days.map(({ atS }) => atS / DAY_S)).toEqual([5, 7, 8]);
  });

  test('may be nothing: that is a value', () => {
    expect(openInterestDays([venue('bybit', 20, { 5: 0, 6: 0 })], at100).map(({ usd }) => usd)).toEqual([
      0, 0,
    ]);
  });
});
