import { expect, test } from 'vitest';

import {
  keepTickers,
  keptHours,
  lastTickers,
  pastTickers,
  tickersOfHour,
  turnoversOfHour,
} from '../../../core/ledger/listed-tickers.ts';
import { createMemoryDatabase } from '../../../core/ledger/memory-database.ts';
import { readRow } from '../../../core/ledger/tables/list.ts';
import type { ListedTicker } from '../../../core/market/listed-ticker.ts';

const HOUR_MS = 3_600_000;
/** 2026-01-15 12:00 UTC. */
const NOON_MS = 1_768_478_400_000;
const NOON = NOON_MS / HOUR_MS;

const whole: ListedTicker = {
  id: '币安人生USDT',
  price: 0.25,
  openInterestBase: 1024,
  fundingRate8h: -0.0001220703125,
  nextFundingAtMs: NOON_MS + 4 * HOUR_MS,
  turnoverUsd: 65_536,
  dayChange: 0.5,
};
const bare: ListedTicker = {
  id: 'XUSDT',
  price: 2,
  openInterestBase: null,
  fundingRate8h: null,
  nextFundingAtMs: null,
  turnoverUsd: 0,
  dayChange: null,
};

async function keep(database = createMemoryDatabase(), atMs = NOON_MS, tickers = [whole, bare]) {
  await database.commit(await keepTickers(database, 'bybit', { atMs, tickers }));
  return database;
}

test('an answer comes back as it was told, and what was not told as not told', async () => {
  const database = await keep();

  expect(await lastTickers(database, 'bybit', NOON_MS)).toEqual({ atMs: NOON_MS, tickers: [whole, bare] });
});

test('an hour keeps its first answer, without what is of now alone; the last is replaced', async () => {
  const database = await keep();
  await keep(database, NOON_MS + 1_000_000, [{ ...whole, price: 0.5 }]);

  expect((await lastTickers(database, 'bybit', NOON_MS))?.tickers).toEqual([{ ...whole, price: 0.5 }]);
  expect((await tickersOfHour(database, 'bybit', NOON))?.tickers[0]).toEqual({
    ...whole,
    nextFundingAtMs: null,
    dayChange: null,
  });
  expect(await keptHours(database, 'bybit')).toEqual([NOON]);
});

test('what was told two hours ago is not of now', async () => {
  expect(await lastTickers(await keep(), 'bybit', NOON_MS + 2 * HOUR_MS - 1)).not.toBeNull();
  expect(await lastTickers(await keep(), 'bybit', NOON_MS + 2 * HOUR_MS)).toBeNull();
});

test('hours go after a week, the last answer stays', async () => {
  const database = await keep();
  const goneAfter = async (hours: number) =>
    (await pastTickers(database, NOON_MS + hours * HOUR_MS)).map(({ key }) => key);

  expect(await goneAfter(7 * 24)).toEqual([]);
  expect(await goneAfter(7 * 24 + 1)).toEqual([['bybit', NOON]]);
});

test('a row whose columns are of several lengths counts as absent', async () => {
  const [change] = await keepTickers(createMemoryDatabase(), 'bybit', { atMs: NOON_MS, tickers: [whole] });
  const row = change!.value as Parameters<typeof readRow>[1];

  expect(readRow('tickers', row)).not.toBeNull();
  expect(readRow('tickers', { ...Object(row), price: new Float32Array(2) })).toBeNull();
});

test('of an hour the volumes alone can be read, where they were told', async () => {
  const database = await keep(createMemoryDatabase(), NOON_MS, [whole, { ...bare, turnoverUsd: null }]);

  expect(await turnoversOfHour(database, 'bybit', NOON)).toEqual(new Map([['币安人生USDT', 65_536]]));
  expect(await turnoversOfHour(database, 'bybit', NOON - 1)).toBeNull();
});
