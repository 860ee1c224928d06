import { isDeepStrictEqual } from 'node:util';

import { describe, expect, test } from 'vitest';

import type { Ports } from '../../core/ledger/ports.ts';
import { createWatchService } from '../../core/service/watch-service.ts';
import { createPorts, createWorld, mortal, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';

/** 2026-01-15 22:34:56 UTC. */
const NOW_MS = 1_768_516_496_000;
const MINUTE_MS = 60_000;

/** Five hours of history in small pages: little enough to kill the worker at every single effect. */
const venues = createFakeVenues(NOW_MS / 1000 - 5 * 3600, {
  binance: { pageRows: 20 },
  bybit: { pageRows: 30, hasOpenInterestHistory: false },
});

/** First load, then two later polls: bars close in between, and with the second a day begins. */
const POLL_TIMES_MS = [NOW_MS, NOW_MS + 11 * MINUTE_MS, NOW_MS + 100 * MINUTE_MS];

async function pollAll(ports: Ports): Promise<void> {
  const service = createWatchService(ports, venues);
  while (await service.poll('BTCUSDT'));
}

/** Effects between two deaths that are tried. */
const STRIDE = 2;

const copyOf = (world: World, nowMs: number): World => ({
  ...world,
  nowMs,
  rows: new Map(world.rows),
  reports: new Map(world.reports),
  tiers: new Map(world.tiers),
  requests: [],
});

/**
 * All that is stored but what was spent, which a killed worker pays twice, and what the rules of warnings remember, which
 * look once more after a death.
 */
const stored = ({ rows, reports }: World): unknown => ({
  rows: [...rows].filter(([key]) => !/^\["(budgets|alerts)"/.test(key)).sort(([a], [b]) => (a < b ? -1 : 1)),
  reports: [...reports],
});

describe('a worker killed at any effect', () => {
  test.each(POLL_TIMES_MS.map((_, poll) => poll))(
    'leaves after the next poll what an uninterrupted one would have stored, poll %i',
    { timeout: 120_000 },
    async (poll) => {
      const before = createWorld(NOW_MS);
      for (const nowMs of POLL_TIMES_MS.slice(0, poll)) {
        before.nowMs = nowMs;
        await pollAll(createPorts(before));
      }
      const nowMs = POLL_TIMES_MS[poll] ?? NOW_MS;
      const whole = copyOf(before, nowMs);
      const immortal = mortal(createPorts(whole), Infinity, true);
      await pollAll(immortal.ports);
      const expected = stored(whole);

      // Each poll is killed at other effects, so that together they are killed at every kind.
      for (let call = 1 + poll; call <= immortal.calls(); call += STRIDE) {
        const world = copyOf(before, nowMs);
        const worker = mortal(createPorts(world), call, Math.floor(call / STRIDE) % 2 === 0);
        await Promise.race([pollAll(worker.ports), worker.death]);
        await pollAll(createPorts(world));
        const left = stored(world);
        // Node sees in a fraction of the time that they are the same, which they are; only a difference has to be told.
        expect(isDeepStrictEqual(left, expected) ? expected : left, `killed at effect ${call}`).toEqual(
          expected,
        );
      }
      expect(immortal.calls()).toBeGreaterThan(40);
    },
  );
});
