import { expect, test } from 'vitest';

import type { DatabaseChange } from '../../core/ledger/ports.ts';
import { CHUNK_ROWS } from '../../core/ledger/tables/chunks.ts';
import { CHUNK_KINDS, isSeriesKind } from '../../core/ledger/chunk-kinds.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const DAY_S = 86_400;
const MIDNIGHT_S = Math.floor(NOW_MS / 1000 / DAY_S) * DAY_S;
const PRICES = ['open', 'high', 'low', 'close'];

const worldOf = () => {
  const world = createWorld(NOW_MS);
  const special = { pageRows: 1000 };
  const venues = createFakeVenues(NOW_MS / 1000 - 500 * DAY_S, { binance: special, bybit: special });
  return { ports: createPorts(world), start: () => startWorker(createPorts(world), venues) };
};

/** What opens at `fromS` or later is a tenth dearer in every stored candle, and the map has nothing from then on. */
async function changeAfter(database: ReturnType<typeof createPorts>['database'], fromS: number) {
  const changes: DatabaseChange[] = [];
  for (const { key, value } of await database.list('chunks', ['BTCUSDT'])) {
    const [kind, index] = [key[2], Number(key[3])];
    if (!isSeriesKind(kind) || kind === 'open-interest') continue;
    const columns = Object.entries(value.columns).map(([name, column]) => [
      name,
      column.map((cell, slot) =>
        PRICES.includes(name) && (index * CHUNK_ROWS + slot) * CHUNK_KINDS[kind].intervalS >= fromS
          ? 1.1 * cell
          : cell,
      ),
    ]);
    changes.push({ store: 'chunks', key, value: { ...value, columns: Object.fromEntries(columns) } });
  }
  for (const { key } of await database.list('mapColumns', ['BTCUSDT']))
    if (Number(key[1]) * DAY_S > fromS) changes.push({ store: 'mapColumns', key, value: null });
  await database.commit(changes);
}

test(
  'levels of each daily close of the last month are told, and nothing that came after a close moves them',
  {
    timeout: 120_000,
  },
  async () => {
    const { ports, start } = worldOf();
    const service = start();
    while (await service.poll('BTCUSDT'));
    const told = (await service.pastLevels('tab', 'BTCUSDT')) ?? [];
    expect(told.map(({ atMs }) => atMs / 1000)).toEqual(
      Array.from({ length: 31 }, (_, day) => MIDNIGHT_S - (30 - day) * DAY_S),
    );
    expect(told.every(({ levels }) => levels.length > 3)).toBe(true);
    // The map's clusters were a reason then as they are now.
    expect(
      told.some(({ levels }) => levels.some(({ sources }) => /liquidation-cluster/.test(sources.join()))),
    ).toBe(true);
    const report = await ports.storage.readReport('BTCUSDT');
    const today = report?.levels.toSorted((a, b) => b.score - a.score)[0];
    expect(told.at(-1)?.levels.map(({ id }) => id)).toContain(today?.id);

    const fromS = MIDNIGHT_S - 10 * DAY_S;
    await changeAfter(ports.database, fromS);
    const changed = (await start().pastLevels('tab', 'BTCUSDT')) ?? [];

    const isBefore = ({ atMs }: { readonly atMs: number }): boolean => atMs <= fromS * 1000;
    expect(changed.filter(isBefore)).toHaveLength(21);
    expect(changed.filter(isBefore)).toEqual(told.filter(isBefore));
    const after = (all: typeof told) => all.filter((one) => !isBefore(one));
    after(changed).forEach((one, index) => expect(one).not.toEqual(after(told)[index]));
  },
);
