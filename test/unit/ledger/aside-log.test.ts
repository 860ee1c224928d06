import { describe, expect, test } from 'vitest';

import type { AsideEntry } from '../../../core/ledger/tables/aside.ts';
import { extendLog, isOfALie } from '../../../core/ledger/aside-log.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOW_MS = 1_800_000_000_000;

const entry = (fromMinute: number, untilMinute: number): Omit<AsideEntry, 'foundMs'> => ({
  venue: 'binance',
  quantity: 'price',
  fromMs: NOW_MS + fromMinute * MINUTE_MS,
  untilMs: NOW_MS + untilMinute * MINUTE_MS,
});

describe('what was not believed', () => {
  test('is one entry while it goes on, and keeps when it was found', () => {
    const first = extendLog([], [entry(0, 1)], NOW_MS + MINUTE_MS);
    const later = extendLog(first, [entry(5, 5)], NOW_MS + 5 * MINUTE_MS);

    expect(later).toEqual([{ ...entry(0, 5), foundMs: NOW_MS + MINUTE_MS }]);
  });

  test('is another entry after a quarter of an hour of agreement, and of another quantity', () => {
    const first = extendLog([], [entry(0, 1)], NOW_MS);
    const later = extendLog(first, [entry(20, 20), { ...entry(0, 1), quantity: 'volume' }], NOW_MS);

    expect(later).toHaveLength(3);
  });

  test('is the same list where there is no news, and forgotten after ninety days', () => {
    const log = extendLog([], [entry(0, 1)], NOW_MS);

    expect(extendLog(log, [entry(0, 1)], NOW_MS)).toBe(log);
    expect(extendLog(log, [], NOW_MS + 91 * DAY_MS)).toEqual([]);
  });
});

describe('a forecast is counted apart', () => {
  const madeAt = (minute: number, horizonMinutes: number): { atS: number; horizonS: number } => ({
    atS: NOW_MS / 1000 + minute * 60,
    horizonS: horizonMinutes * 60,
  });

  test('from the beginning of a lie until it ended and was found', () => {
    const log: AsideEntry[] = [
      { ...entry(10, 20), foundMs: NOW_MS + 30 * MINUTE_MS },
      { ...entry(50, 60), quantity: 'funding', foundMs: NOW_MS + 50 * MINUTE_MS },
    ];
    const apart = [9, 10, 20, 30, 31, 55].map((minute) => isOfALie(log, madeAt(minute, 60)));

    expect(apart).toEqual([false, true, true, true, false, false]);
  });

  test('where a lie of its own time was found after it was over', () => {
    const log: AsideEntry[] = [{ ...entry(10, 20), foundMs: NOW_MS + 600 * MINUTE_MS }];

    // Over at minute 10, 11 and 600, and after it was found.
    expect(isOfALie(log, madeAt(-50, 60))).toBe(false);
    expect(isOfALie(log, madeAt(-49, 60))).toBe(true);
    expect(isOfALie(log, madeAt(0, 600))).toBe(true);
    expect(isOfALie(log, madeAt(0, 601))).toBe(false);
  });
});
