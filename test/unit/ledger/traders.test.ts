import { describe, expect, test } from 'vitest';

import { dueTraders, type Trader } from '../../../core/ledger/traders.ts';
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
  },
});
const stranger = (name: string): Trader => ({
  key: ['BTCUSDT', 'hyperliquid', name],
  value: { seenAtMs: NOW_MS, askedAtMs: null, position: null },
});
const empty = (name: string, seenMinutes: number, askedMinutes: number): Trader => ({
  key: ['BTCUSDT', 'hyperliquid', name],
  value: {
    seenAtMs: NOW_MS - seenMinutes * MINUTE_MS,
    askedAtMs: NOW_MS - askedMinutes * MINUTE_MS,
    position: null,
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
