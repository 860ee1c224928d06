import { describe, expect, test } from 'vitest';

import { createMemoryDatabase } from '../../../core/ledger/memory-database.ts';
import type { ClockPort, DatabaseChange, DatabasePort } from '../../../core/ledger/ports.ts';
import type { SourceFault } from '../../../core/ledger/tables/fault.ts';
import { createPayments, type Payment } from '../../../core/sources/payments.ts';
import { createFakeVenues } from '../../background/support/fake-venues.ts';

const START_MS = 1_768_480_496_000;
const HOST = 'bybit.example';
const made = createFakeVenues(0).bybit;
/** Three requests of weight one in ten seconds. */
const venue = { ...made, budgets: [{ id: 'few', weight: 3, perMs: 10_000 }] };
const REQUEST = { weight: 1, budget: 'few' };

function createTill(database: Partial<DatabasePort> = {}) {
  let nowMs = START_MS;
  const commits: (readonly DatabaseChange[])[] = [];
  const rows = { ...createMemoryDatabase(), ...database };
  const clock = {
    nowMs: () => nowMs,
    deviceMs: () => nowMs,
    sleep: async (ms: number) => void (nowMs += ms),
  } as ClockPort;
  const pay = createPayments({
    clock,
    database: {
      ...rows,
      commit: async (changes) => {
        commits.push(changes);
        await rows.commit(changes);
      },
    },
  });
  const ask = (count: number, forMs = 60_000): Promise<Payment[]> =>
    Promise.all(Array.from({ length: count }, () => pay(HOST, venue, REQUEST, START_MS + forMs)));
  return { ask, pay, rows, commits, passedMs: () => nowMs - START_MS };
}

describe('requests of one budget', () => {
  test('that are asked for together are paid for by one write', async () => {
    const { ask, commits } = createTill();

    expect(await ask(3)).toEqual([{ kind: 'paid' }, { kind: 'paid' }, { kind: 'paid' }]);
    expect(commits).toHaveLength(1);
  });

  test('wait for room, and no window of the budget holds more than its weight', async () => {
    const { ask, commits, passedMs } = createTill();

    expect(await ask(7)).toEqual(Array.from({ length: 7 }, () => ({ kind: 'paid' })));
    // Three at once, three ten seconds later, and the last after twenty.
    expect(passedMs()).toBe(20_000);
    expect(commits).toHaveLength(3);
  });

  test('that would have room after the deadline only are put off, soon or not', async () => {
    const till = createTill();

    const [last] = (await till.ask(4, 9_000)).slice(-1);
    expect(last).toEqual({ kind: 'later', isSoon: false });
    expect(till.passedMs()).toBe(0);
  });

  test('are not paid for where the host asked to be left alone', async () => {
    const till = createTill();
    const fault: SourceFault = { code: 'rate-limited', retryAtMs: START_MS + 5_000, count: 1 };
    await till.rows.commit([{ store: 'hosts', key: [HOST], value: { fault } }]);

    expect((await till.ask(2)).map(({ kind }) => kind)).toEqual(['closed', 'closed']);
    expect(till.commits).toEqual([]);
  });

  test('do not leave where what they cost cannot be stored, and the next are asked for as ever', async () => {
    let isFull = true;
    const rows = createMemoryDatabase();
    const till = createTill({
      ...rows,
      commit: async (changes) => {
        if (isFull) throw new Error('full');
        await rows.commit(changes);
      },
    });

    await expect(till.ask(2)).rejects.toThrow('full');
    isFull = false;
    expect(await till.ask(1)).toEqual([{ kind: 'paid' }]);
  });

  test('of a budget that the venue does not have are a mistake', async () => {
    const { pay } = createTill();
    await expect(pay(HOST, venue, { weight: 1, budget: 'none' }, START_MS)).rejects.toThrow(RangeError);
  });
});
