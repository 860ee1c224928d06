import { expect, test } from 'vitest';

import { createMemoryDatabase } from '../../../core/ledger/memory-database.ts';
import type { DatabaseChange, DatabaseKey } from '../../../core/ledger/ports.ts';
import { pastRecords } from '../../../core/ledger/record/retention.ts';
import { FIRST_ROWS } from '../../support/first-rows.ts';

const HOUR_S = 3600;
const DAY_S = 86_400;
const NOW_S = 20_000 * DAY_S;
const MARKETS = Array.from({ length: 12 }, (_, rank) => `COIN${rank}USDT`);
/** 850 kB. */
const ORDERS = {
  sinceMs: new Uint32Array(50_000),
  isShort: new Uint8Array(50_000),
  orderPrice: new Float32Array(50_000),
  filledPrice: new Float32Array(50_000),
  quantityBase: new Float32Array(50_000),
};

const put = (
  store: 'forcedOrders' | 'forecasts' | 'outcomes',
  key: DatabaseKey,
  value = FIRST_ROWS[store],
): DatabaseChange => ({ store, key, value }) as DatabaseChange;

/** What a forecast of a market leaves: itself, and what came of it over three horizons. */
const recordAt = (market: string, atS: number): readonly DatabaseChange[] => [
  put('forecasts', [market, atS]),
  ...[1, 4, 24].map((hours) => put('outcomes', [market, hours * HOUR_S, atS])),
];

const ordersAt = (market: string, hour: number): DatabaseChange =>
  put('forcedOrders', [market, 'okx', hour], ORDERS);

test('nothing of the record goes before its age, however many markets there are and however large it is', async () => {
  const database = createMemoryDatabase();
  // The oldest two hundred of the 2,160 hours of ninety days, and an hour of 31 days ago that ends within them.
  const hours = Array.from({ length: 200 }, (_, hour) => NOW_S - 90 * DAY_S + hour * HOUR_S);
  await database.commit(
    MARKETS.flatMap((market) => [
      ...hours.flatMap((atS) => recordAt(market, atS)),
      ordersAt(market, (NOW_S - 31 * DAY_S) / HOUR_S - 1),
    ]),
  );

  expect(await pastRecords(database, NOW_S * 1000)).toEqual([]);
});

test('of each market goes what is past its age, and that alone', async () => {
  const database = createMemoryDatabase();
  const past = MARKETS.flatMap((market) => [
    ...recordAt(market, NOW_S - 90 * DAY_S - HOUR_S),
    ordersAt(market, (NOW_S - 31 * DAY_S) / HOUR_S - 2),
  ]);
  await database.commit([...past, ...MARKETS.flatMap((market) => recordAt(market, NOW_S - 90 * DAY_S))]);

  const gone = await pastRecords(database, NOW_S * 1000);

  expect(new Set(gone)).toEqual(new Set(past.map(({ store, key }) => ({ store, key, value: null }))));
});
