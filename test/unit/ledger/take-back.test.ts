import { expect, test } from 'vitest';

import { chunkOf } from '../../../core/ledger/forced-orders/order-chunks.ts';
import { createMemoryDatabase } from '../../../core/ledger/memory-database.ts';
import type { DatabasePort } from '../../../core/ledger/ports.ts';
import type { Lie } from '../../../core/ledger/lie.ts';
import { takeBack } from '../../../core/ledger/take-back.ts';
import { CHUNK_ROWS } from '../../../core/ledger/tables/chunks.ts';
import type { SourceRow } from '../../../core/ledger/tables/sources.ts';

/** A day of five minutes, and the first of its bars. */
const DAY = 20_000;
const DAY_S = DAY * 86_400;
const NOW_MS = (DAY_S + 40_000) * 1000;

const column = (value: number): Float64Array => new Float64Array(CHUNK_ROWS).fill(value);
const series = (fromS: number, untilS: number): SourceRow => ({
  okAtMs: NOW_MS - 5000,
  failure: null,
  data: { kind: 'series', coverage: { fromS, untilS, exhausted: true, revision: 3 } },
});
const ticker: SourceRow = {
  okAtMs: NOW_MS - 5000,
  failure: null,
  data: {
    kind: 'ticker',
    ticker: {
      atMs: NOW_MS - 5000,
      markPrice: 100,
      indexPrice: null,
      openInterestBase: 7,
      fundingRate8h: 0,
      nextFundingAtMs: null,
    },
  },
};

/** One market of two venues: candles and open interest of a day, what is told now, and a day that was listened to. */
async function filled(): Promise<DatabasePort> {
  const database = { ...createMemoryDatabase(new Map()), state: () => ({ generation: 0, isLasting: true }) };
  const stretches = [{ fromMs: DAY_S * 1000, untilMs: NOW_MS }];
  for (const venue of ['gate', 'okx'] as const)
    await database.commit([
      {
        store: 'chunks',
        key: ['BTCUSDT', venue, 'candles', DAY],
        value: { columns: { close: column(100) } },
      },
      {
        store: 'chunks',
        key: ['BTCUSDT', venue, 'open-interest', DAY],
        value: { columns: { openInterestBase: column(7) } },
      },
      { store: 'sources', key: ['BTCUSDT', venue, 'candles'], value: series(DAY_S - 86_400, DAY_S + 39_900) },
      {
        store: 'sources',
        key: ['BTCUSDT', venue, 'open-interest'],
        value: series(DAY_S - 86_400, DAY_S + 39_900),
      },
      { store: 'sources', key: ['BTCUSDT', venue, 'ticker'], value: ticker },
      { store: 'listening', key: ['BTCUSDT', venue], value: { stretches, revision: 1 } },
      { store: 'forcedOrders', key: ['BTCUSDT', venue, DAY * 24], value: chunkOf([]) },
    ]);
  return database;
}

const told = async (database: DatabasePort, venue: string, kind: string, name: string): Promise<number> =>
  (await database.get('chunks', ['BTCUSDT', venue, kind, DAY]))?.columns[name]?.filter(
    (value) => !Number.isNaN(value),
  ).length ?? 0;

const coverageOf = async (database: DatabasePort, kind: string) =>
  (await database.get('sources', ['BTCUSDT', 'gate', kind]))?.data;

/** From a minute after the second bar's open until the fourth opens: the second and the third. */
const lie: Lie = { venue: 'gate', fromMs: (DAY_S + 360) * 1000, untilMs: (DAY_S + 900) * 1000 };

test('a price is taken back with the bars that it was in, which are asked for again with all that is older', async () => {
  const database = await filled();
  await takeBack(database, { ...lie, quantity: 'price' }, NOW_MS);

  expect(await told(database, 'gate', 'candles', 'close')).toBe(CHUNK_ROWS - 2);
  expect(await told(database, 'gate', 'open-interest', 'openInterestBase')).toBe(CHUNK_ROWS);
  expect(await coverageOf(database, 'candles')).toEqual({
    kind: 'series',
    coverage: { fromS: DAY_S + 900, untilS: DAY_S + 39_900, exhausted: false, revision: 4 },
  });
  expect(await coverageOf(database, 'open-interest')).toEqual(series(DAY_S - 86_400, DAY_S + 39_900).data);
});

test('nothing of other venues is taken back', async () => {
  const database = await filled();
  await takeBack(database, lie, NOW_MS);

  expect(await told(database, 'okx', 'candles', 'close')).toBe(CHUNK_ROWS);
  expect(await database.get('sources', ['BTCUSDT', 'okx', 'ticker'])).toEqual(ticker);
  expect((await database.get('listening', ['BTCUSDT', 'okx']))?.revision).toBe(1);
});

test('a chunk of nothing else is gone, and a source of nothing else begins anew', async () => {
  const database = await filled();
  const all = { venue: 'gate', fromMs: (DAY_S - 90_000) * 1000, untilMs: (DAY_S + 86_400) * 1000 } as const;
  await takeBack(database, all, all.untilMs);

  expect(await database.keys('chunks', ['BTCUSDT', 'gate'])).toEqual([]);
  expect(await coverageOf(database, 'candles')).toMatchObject({ coverage: { untilS: 0, revision: 4 } });
  expect(await coverageOf(database, 'ticker')).toBeNull();
  expect(await database.keys('forcedOrders', ['BTCUSDT', 'gate'])).toHaveLength(1);
  expect(await database.get('listening', ['BTCUSDT', 'gate'])).toEqual({
    stretches: [],
    takenBack: [{ fromMs: all.fromMs, untilMs: all.untilMs }],
    revision: 2,
  });
});

test('what was taken back is in the log once a quantity, found now, and may be taken back again', async () => {
  const database = await filled();
  await takeBack(database, { ...lie, quantity: 'volume' }, NOW_MS);
  const { quantity: _, ...stretch } = { ...lie, quantity: 'volume' };
  const entry = { ...stretch, quantity: 'volume', foundMs: NOW_MS };

  expect((await database.get('aside', ['BTCUSDT']))?.log).toEqual([entry]);
  await takeBack(database, { ...lie, quantity: 'volume' }, NOW_MS);
  expect((await database.get('aside', ['BTCUSDT']))?.log).toEqual([entry]);
  expect(await told(database, 'gate', 'candles', 'close')).toBe(CHUNK_ROWS - 2);
});

test('a lie that lies in a longer one is said by that one alone', async () => {
  const database = await filled();
  await takeBack(database, { ...lie, quantity: 'price' }, NOW_MS);
  const longer = { ...lie, untilMs: lie.untilMs + 1000 };
  await takeBack(database, { ...longer, quantity: 'volume' }, NOW_MS);
  await takeBack(database, { ...longer, quantity: 'price' }, NOW_MS + 1000);

  expect((await database.get('aside', ['BTCUSDT']))?.log).toEqual([
    { ...longer, quantity: 'volume', foundMs: NOW_MS },
    { ...longer, quantity: 'price', foundMs: NOW_MS + 1000 },
  ]);
});

test('what is still to be heard counts, whatever time the lie was said to last', async () => {
  const database = await filled();
  await takeBack(database, { ...lie, untilMs: NOW_MS + 1e12 }, NOW_MS);

  const heard = await database.get('listening', ['BTCUSDT', 'gate']);
  expect(heard?.takenBack).toEqual([{ fromMs: lie.fromMs, untilMs: NOW_MS + 1 }]);
  await takeBack(database, { ...lie, fromMs: NOW_MS + 5, untilMs: NOW_MS + 1e12 }, NOW_MS);
  expect(await database.get('listening', ['BTCUSDT', 'gate'])).toEqual(heard);
});

test('marks of a later version on the time that was listened to stay', async () => {
  const database = await filled();
  const marked = { stretches: [], revision: 1, later: 7 };
  await database.commit([{ store: 'listening', key: ['BTCUSDT', 'gate'], value: marked }]);
  await takeBack(database, lie, NOW_MS);

  expect(await database.get('listening', ['BTCUSDT', 'gate'])).toMatchObject({ later: 7, revision: 2 });
});
