import { expect, test } from 'vitest';

import { createMemoryDatabase } from '../../../core/ledger/memory-database.ts';
import { mergeRecord } from '../../../core/ledger/merge-record.ts';

const KEY = ['BTCUSDT', 'okx'];

test('what was heard meanwhile leaves the marks that a later version put on the time that was listened to', async () => {
  const [memory, kept] = [createMemoryDatabase(), createMemoryDatabase()];
  const before = { stretches: [{ fromMs: 0, untilMs: 10 }], revision: 4, later: 7 };
  await kept.commit([{ store: 'listening', key: KEY, value: before }]);
  const heard = { stretches: [{ fromMs: 5000, untilMs: 5010 }], revision: 0 };
  await memory.commit([{ store: 'listening', key: KEY, value: heard }]);

  await mergeRecord(memory, kept);

  expect(await kept.get('listening', KEY)).toEqual({
    stretches: [...before.stretches, ...heard.stretches],
    revision: 5,
    later: 7,
  });
});
