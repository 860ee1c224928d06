import { beforeEach, describe, expect, test } from 'vitest';

import type { ChunkKind } from '../../core/ledger/chunk-kinds.ts';
import { createHeldBars } from '../../core/ledger/held-bars.ts';
import { createSharedColumns } from '../../core/ledger/shared-columns.ts';
import { mergeIntoChunks } from '../../core/ledger/chunks.ts';
import { readBars } from '../../core/ledger/read-bars.ts';
import { rememberRows, type RowMemory } from '../../core/ledger/row-memory.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';

/** A midnight. */
const DAY_S = 20_000 * 86_400;
const MARKET = 'BTCUSDT';

let memory: RowMemory;
let lists = 0;

const write = async (
  kind: ChunkKind,
  openTimeS: number,
  values: Readonly<Record<string, number>>,
  venue = 'okx',
) => {
  const { changes } = await mergeIntoChunks(memory, [MARKET, venue, kind], [{ openTimeS, ...values }]);
  await memory.database.commit(changes);
};
const candle = (close: number) => ({ open: 1, high: 9, low: 1, close, volumeBase: 1, turnoverUsd: 1 });

describe('held bars', () => {
  const range = { fromS: DAY_S, untilS: DAY_S + 2 * 86_400 };

  beforeEach(async () => {
    const { database } = createPorts(createWorld(0));
    lists = 0;
    memory = rememberRows({
      ...database,
      list: (...asked) => {
        lists++;
        return database.list(...asked);
      },
    });
    await write('candles', DAY_S, candle(2));
    await write('candles', DAY_S + 86_400, candle(3));
  });

  test('are the same object until a bar changes, then what the database has', async () => {
    const held = createHeldBars(MARKET, memory.news, createSharedColumns());
    const first = await held(memory.database, 'okx', range);
    await write('open-interest-now', range.untilS, { openInterestBase: 7 });
    expect(await held(memory.database, 'okx', range)).toBe(first);
    const listsBefore = lists;

    await write('candles', DAY_S + 300, candle(4));
    await write('open-interest', DAY_S + 86_400, { openInterestBase: 8 });
    await write('candles', DAY_S + 86_700, candle(5));
    const next = await held(memory.database, 'okx', range);

    expect([...next.close]).toEqual([2, 4, 3, 5]);
    expect([...next.openInterestBase]).toEqual([NaN, NaN, 8, NaN]);
    expect(lists).toBe(listsBefore);
    expect(next).toEqual(await readBars(memory.database, MARKET, 'okx', 'candles', range));
  });

  test('hold once when bars opened that two venues tell of, and a column that neither tells', async () => {
    await write('candles', DAY_S, candle(4), 'gate');
    await write('candles', DAY_S + 86_400, candle(5), 'gate');
    const held = createHeldBars(MARKET, memory.news, createSharedColumns());
    const okx = await held(memory.database, 'okx', range);
    const gate = await held(memory.database, 'gate', range);

    expect(gate.openTimeS).toBe(okx.openTimeS);
    expect(gate.takerBuyBase).toBe(okx.takerBuyBase);
    expect(gate).toEqual(await readBars(memory.database, MARKET, 'gate', 'candles', range));

    await write('candles', DAY_S + 300, { ...candle(6), takerBuyBase: 1 }, 'gate');
    const next = await held(memory.database, 'gate', range);
    expect([...next.openTimeS]).toEqual([DAY_S, DAY_S + 300, DAY_S + 86_400]);
    expect([...next.takerBuyBase]).toEqual([NaN, 1, NaN]);
    expect([...okx.openTimeS]).toEqual([DAY_S, DAY_S + 86_400]);
  });

  test('take in what was stored before its time came', async () => {
    const held = createHeldBars(MARKET, memory.news, createSharedColumns());
    await held(memory.database, 'okx', { ...range, untilS: DAY_S + 86_400 });

    expect([...(await held(memory.database, 'okx', range)).close]).toEqual([2, 3]);
  });

  test('are read anew from another beginning on, and after a failure', async () => {
    const held = createHeldBars(MARKET, memory.news, createSharedColumns());
    const first = await held(memory.database, 'okx', range);
    memory.forget();
    const second = await held(memory.database, 'okx', range);

    expect(second).not.toBe(first);
    expect(second).toEqual(first);
    expect([...(await held(memory.database, 'okx', { ...range, fromS: DAY_S + 300 })).close]).toEqual([3]);
  });
});
