import { expect, test, vi } from 'vitest';

import { createGiveWay } from '../../../core/io/clock.ts';

test('a run gives way after eight milliseconds, and not before', async () => {
  let elapsedMs = 0;
  const yieldNow = vi.fn(async () => {});
  const giveWay = createGiveWay(() => elapsedMs, yieldNow);

  const yields: number[] = [];
  for (elapsedMs = 100; elapsedMs <= 120; elapsedMs += 2) {
    await giveWay();
    yields.push(yieldNow.mock.calls.length);
  }

  // At 100 for what may have run before, then at 108 and 116.
  expect(yields).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]);
});
