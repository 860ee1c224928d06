import { describe, expect, test } from 'vitest';

import { areOrdersDue, dueTraders, type Trader } from '../../../core/ledger/traders.ts';
import { readRow } from '../../../core/ledger/tables/list.ts';
import { buildPublicPosition } from '../../support/public-positions.ts';

const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const PRICE = 100;

/** A long that `liquidationPrice` liquidates, asked for `minutes` ago. */
const holder = (name: string, liquidationPrice: number | null, minutes: number): Trader => ({
  key: ['BTCUSDT', 'hyperliquid', name],
  value: {
    seenAtMs: NOW_MS,
    askedAtMs: NOW_MS - minutes * MINUTE_MS,
    position: buildPublicPosition({ liquidationPrice }),
    orders: null,
  },
});
const stranger = (name: string): Trader => ({
  key: ['BTCUSDT', 'hyperliquid', name],
  value: { seenAtMs: NOW_MS, askedAtMs: null, position: null, orders: null },
});
const empty = (name: string, seenMinutes: number, askedMinutes: number): Trader => ({
  key: ['BTCUSDT', 'hyperliquid', name],
  value: {
    seenAtMs: NOW_MS - seenMinutes * MINUTE_MS,
    askedAtMs: NOW_MS - askedMinutes * MINUTE_MS,
    position: null,
    orders: null,
  },
});
const namesOf = (traders: readonly Trader[], price: number | null = PRICE, count = 10): readonly unknown[] =>
  dueTraders(traders, price, NOW_MS, count).map(({ key }) => key.at(-1));

describe('public accounts', () => {
  test('are asked again after ten, thirty, ninety or hundred and twenty minutes, by how near their liquidation is', () => {
    const at = (minutes: number) => [
      holder('2 %', 98, minutes),
      holder('9 % above', 109, minutes),
      holder('29 %', 71, minutes),
      holder('31 %', 69, minutes),
      holder('never', null, minutes),
    ];

    expect(namesOf(at(10))).toEqual([]);
    expect(namesOf(at(11))).toEqual(['2 %']);
    expect(namesOf(at(31))).toEqual(['2 %', '9 % above']);
    expect(namesOf(at(91))).toEqual(['2 %', '9 % above', '29 %']);
    expect(namesOf(at(121))).toEqual(['2 %', '9 % above', '29 %', '31 %', 'never']);
  });

  test('that were never asked come after those near their liquidation that are twice overdue, and before the others', () => {
    expect(namesOf([holder('31 min, 9 %', 91, 31), stranger('new'), holder('21 min, 2 %', 98, 21)])).toEqual([
      '21 min, 2 %',
      'new',
      '31 min, 9 %',
    ]);
  });

  test('that held nothing are asked once they have traded since, two hours later', () => {
    expect(namesOf([empty('idle', 200, 130), empty('soon', 1, 119), empty('due', 1, 121)])).toEqual(['due']);
  });

  test('are all far away while no price is known', () => {
    expect(namesOf([holder('near', 98, 119)], null)).toEqual([]);
    expect(namesOf([holder('near', 98, 121)], null)).toEqual(['near']);
  });

  test('are no more at once than the venue may be asked for', () => {
    const many = Array.from({ length: 60 }, (_, index) => stranger(`new ${index}`));
    expect(namesOf(many, PRICE, 48)).toHaveLength(48);
  });
});

test('an account that was stored before orders were is read with none', () => {
  const stored = { seenAtMs: NOW_MS, askedAtMs: NOW_MS, position: buildPublicPosition() };

  expect(readRow('traders', stored)).toEqual({ ...stored, orders: null });
});

describe('orders of public accounts', () => {
  /** A long, asked for its position and for its orders so many minutes ago. */
  const asked = (liquidationPrice: number | null, minutes: number, ordersMinutes: number | null): Trader => {
    const { key, value } = holder('one', liquidationPrice, minutes);
    const orders =
      ordersMinutes === null ? null : { askedAtMs: NOW_MS - ordersMinutes * MINUTE_MS, list: [] };
    return { key, value: { ...value, orders } };
  };
  const isDue = (...given: Parameters<typeof asked>): boolean =>
    areOrdersDue(asked(...given).value, PRICE, NOW_MS);

  test('are worth a question within a tenth of the liquidation, once an hour', () => {
    expect(isDue(91, 31, null)).toBe(true);
    expect(isDue(109, 31, 61)).toBe(true);
    expect(isDue(91, 31, 59)).toBe(false);
    expect(isDue(89, 31, null)).toBe(false);
    expect(isDue(null, 31, null)).toBe(false);
  });

  test('wait for a position that was not read within one and a half hours, for a price, and for an account that was never asked', () => {
    expect(isDue(91, 89, 300)).toBe(true);
    expect(isDue(91, 90, 300)).toBe(false);
    expect(areOrdersDue(asked(91, 31, null).value, null, NOW_MS)).toBe(false);
    expect(areOrdersDue(stranger('new').value, PRICE, NOW_MS)).toBe(false);
  });

  test('count as a look at the account, which is next due a whole period later', () => {
    expect(namesOf([asked(91, 60, 29)])).toEqual([]);
    expect(namesOf([asked(91, 60, 31)])).toEqual(['one']);
  });

  test.each([
    [92, 1, 62],
    [98, 1, 22],
    [92, 45, 90],
    [92, 61, 122],
    [98, 61, 122],
  ])(
    'of one that %d liquidates and that is looked at every %d minutes at most leave no position unread for over %d',
    (liquidationPrice, everyMinutes, mostMinutes) => {
      let [positionAtMs, ordersAtMs, oldestMs] = [NOW_MS, 0, 0];
      for (let minutes = 0; minutes < 720; minutes += everyMinutes) {
        const nowMs = NOW_MS + minutes * MINUTE_MS;
        const { key, value } = holder('one', liquidationPrice, 0);
        const orders = ordersAtMs === 0 ? null : { askedAtMs: ordersAtMs, list: [] };
        const trader = { key, value: { ...value, askedAtMs: positionAtMs, orders } };
        oldestMs = Math.max(oldestMs, nowMs - positionAtMs);
        if (dueTraders([trader], PRICE, nowMs, 1).length === 0) continue;
        if (areOrdersDue(trader.value, PRICE, nowMs)) ordersAtMs = nowMs;
        else positionAtMs = nowMs;
      }

      expect(oldestMs).toBe(mostMinutes * MINUTE_MS);
      // Orders have been asked for again within the last three hours, after which they would be told no longer.
      expect(ordersAtMs).toBeGreaterThan(NOW_MS + 540 * MINUTE_MS);
    },
  );
});
