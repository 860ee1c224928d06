import { array, assert, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';

import { agreedOffset, offsetRange } from '../../core/market/clock-offset.ts';

const DAY_MS = 86_400_000;

const honest = record({
  /** When it answered between question and answer, per mille. */
  at: integer({ min: 0, max: 1000 }),
  roundTripMs: integer({ min: 0, max: 3_000 }),
  /** Its own clock's error. */
  errorMs: integer({ min: -400, max: 400 }),
});

const cases = record({
  offsetMs: integer({ min: -DAY_MS, max: DAY_MS }),
  trueMs: integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
  hosts: array(honest, { minLength: 1, maxLength: 8 }),
  liars: array(integer({ min: -DAY_MS, max: DAY_MS }), { maxLength: 7 }),
});

test("whatever the device says, the offset is within the honest hosts' uncertainty while they are the majority", () => {
  assert(
    property(cases, ({ offsetMs, trueMs, hosts, liars }) => {
      const deviceMs = trueMs - offsetMs;
      const secondsOf = (ms: number): number => Math.floor(ms / 1000) * 1000;
      const ranges = hosts.map(({ at, roundTripMs, errorMs }) => {
        const saidMs = trueMs - (roundTripMs * at) / 1000 + errorMs;
        return offsetRange({
          host: '',
          deviceMs,
          roundTripMs,
          serverMs: secondsOf(saidMs),
          withinMs: 1000,
        });
      });
      const lies = liars.slice(0, hosts.length - 1).map((lieMs) =>
        offsetRange({
          host: '',
          deviceMs,
          roundTripMs: 50,
          serverMs: secondsOf(trueMs + lieMs),
          withinMs: 1000,
        }),
      );

      const agreed = agreedOffset([...ranges, ...lies], [0]);

      // A second's header, half a second for the host either side, and the slowest answer.
      const widestMs = Math.max(...ranges.map(({ lowMs, highMs }) => highMs - lowMs));
      expect(agreed).not.toBeNull();
      expect(Math.abs((agreed ?? Infinity) - offsetMs)).toBeLessThanOrEqual(widestMs);
    }),
    { seed: 11, numRuns: 500 },
  );
});
