import { expect, test } from 'vitest';

import {
  keepTickers,
  lastTickers,
  tickersOfHour,
  turnoversOfHour,
} from '../../../core/ledger/listed-tickers.ts';
import type { Lie } from '../../../core/ledger/lie.ts';
import { createMemoryDatabase } from '../../../core/ledger/memory-database.ts';
import { takeBack } from '../../../core/ledger/take-back.ts';
import type { ListedTicker } from '../../../core/market/listed-ticker.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';

const HOUR_MS = 3_600_000;
/** 2026-01-15 12:00 UTC. */
const NOON_MS = 1_768_478_400_000;
const NOON = NOON_MS / HOUR_MS;
const NOW_MS = NOON_MS + 30 * HOUR_MS;

const ticker: ListedTicker = {
  id: 'XUSDT',
  price: 2,
  openInterestBase: 1024,
  fundingRate8h: 0.5,
  nextFundingAtMs: null,
  turnoverUsd: 65_536,
  dayChange: 0.25,
};
const SOURCE = ['', 'bybit', 'tickers'];

/** Thirty hours from noon, each told at its beginning. */
async function filled() {
  const database = createMemoryDatabase();
  for (const venue of ['bybit', 'okx'] as const satisfies readonly VenueId[])
    for (let hour = 0; hour < 30; hour++)
      await database.commit(
        await keepTickers(database, venue, { atMs: NOON_MS + hour * HOUR_MS, tickers: [ticker] }),
      );
  const value = { okAtMs: NOW_MS - HOUR_MS, failure: null, data: { kind: 'tickers' } } as const;
  await database.commit([{ store: 'sources', key: SOURCE, value }]);
  return database;
}

/** The third hour's. */
const lie: Lie = { venue: 'bybit', fromMs: NOON_MS + 2 * HOUR_MS, untilMs: NOON_MS + 3 * HOUR_MS };

const told = async (database: Awaited<ReturnType<typeof filled>>, hour: number) =>
  (await tickersOfHour(database, 'bybit', NOON + hour))?.tickers[0] ?? null;

test('of hours that a venue lied in nothing is left, and what others said stays', async () => {
  const database = await filled();
  await takeBack(database, lie, NOW_MS);

  expect([await told(database, 1), await told(database, 2)]).toEqual([
    expect.objectContaining({ price: 2 }),
    null,
  ]);
  expect(await database.keys('tickers', ['bybit', NOON + 2])).toEqual([]);
  expect(await tickersOfHour(database, 'okx', NOON + 2)).not.toBeNull();
});

test('one quantity is taken back alone', async () => {
  const database = await filled();
  await takeBack(database, { ...lie, quantity: 'open-interest' }, NOW_MS);
  await takeBack(database, { ...lie, quantity: 'funding' }, NOW_MS);

  expect(await told(database, 2)).toMatchObject({
    price: 2,
    openInterestBase: null,
    fundingRate8h: null,
    turnoverUsd: 65_536,
  });
});

test('an answer without prices tells of no contract, and its volumes stay', async () => {
  const database = await filled();
  await takeBack(database, { ...lie, quantity: 'price' }, NOW_MS);

  expect(await told(database, 2)).toBeNull();
  expect(await turnoversOfHour(database, 'bybit', NOON + 2)).toEqual(new Map([['XUSDT', 65_536]]));
});

test('volume of a day is taken back where the lie lies in that day', async () => {
  const database = await filled();
  await takeBack(database, { ...lie, quantity: 'volume' }, NOW_MS);

  // What was traded from 14:00 to 15:00 is in the last 24 hours until 15:00 of the next day.
  const hours = [1, 2, 26, 27];
  const turnovers = await Promise.all(hours.map((hour) => told(database, hour)));
  expect(turnovers.map((one) => one?.turnoverUsd)).toEqual([65_536, null, null, 65_536]);
});

test('the last answer is taken back too, and where anything was, the venue is asked again', async () => {
  const database = await filled();
  const last = { venue: 'bybit', fromMs: NOW_MS - HOUR_MS, untilMs: NOW_MS } as const;
  await takeBack(database, last, NOW_MS);
  expect(await lastTickers(database, 'bybit', NOW_MS)).toBeNull();
  expect(await database.get('sources', SOURCE)).toMatchObject({ okAtMs: null });

  const earlier = await filled();
  await takeBack(earlier, { ...lie, quantity: 'price' }, NOW_MS);
  expect(await lastTickers(earlier, 'bybit', NOW_MS)).not.toBeNull();
  expect(await earlier.get('sources', SOURCE)).toMatchObject({ okAtMs: null });
});

test('where no answer told of it the venue is not asked again', async () => {
  const database = await filled();
  await takeBack(database, { ...lie, quantity: 'forced-orders' }, NOW_MS);

  expect(await database.get('sources', SOURCE)).toMatchObject({ okAtMs: NOW_MS - HOUR_MS });
});
