import { expect, test } from 'vitest';

import { createOrderLog } from '../../core/ledger/forced-orders/order-log.ts';
import { createMemoryDatabase } from '../../core/ledger/memory-database.ts';
import { takeBack } from '../../core/ledger/take-back.ts';

const HOUR_MS = 3_600_000;
const KEY = ['BTCUSDT', 'bybit'];
const lie = { venue: 'bybit', fromMs: HOUR_MS, untilMs: 2 * HOUR_MS, quantity: 'forced-orders' } as const;

test.each(['first', 'second'])(
  'what a socket told is written beside a lie taken back, when %s',
  async (turn) => {
    const database = createMemoryDatabase();
    const heard = { stretches: [{ fromMs: 0, untilMs: 3 * HOUR_MS }], revision: 0 };
    await database.commit([{ store: 'listening', key: KEY, value: heard }]);
    const nowMs = 4 * HOUR_MS;
    const log = createOrderLog(database, { nowMs: () => nowMs, deviceMs: () => nowMs });
    log.hear('BTCUSDT', 'bybit', [], { fromMs: 3 * HOUR_MS, untilMs: nowMs });

    const works = [() => log.flush(), () => takeBack(database, lie, nowMs)];
    if (turn === 'second') works.reverse();
    await Promise.all(works.map((work) => work()));

    expect(await database.get('listening', KEY)).toMatchObject({
      stretches: [
        { fromMs: 0, untilMs: HOUR_MS },
        { fromMs: 2 * HOUR_MS, untilMs: nowMs },
      ],
      takenBack: [{ fromMs: HOUR_MS, untilMs: 2 * HOUR_MS }],
    });
  },
);
