import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createClockPort } from '../../../core/io/clock.ts';
import { coalesce } from '../../../core/service/coalesce.ts';

const GAP_MS = 300;

const deviceMs = (): number => Date.now();
const clock = createClockPort({ nowMs: deviceMs, deviceMs });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Work that takes a while, and when it began, milliseconds since the start. */
function watched(takesMs: number, firstWaitMs?: number) {
  const startMs = Date.now();
  const beganAtMs: number[] = [];
  const work = async (): Promise<void> => {
    beganAtMs.push(Date.now() - startMs);
    await new Promise((resolve) => setTimeout(resolve, takesMs));
  };
  return { beganAtMs, coalesced: coalesce(work, clock, GAP_MS, firstWaitMs) };
}

it('does at once what is asked for first, and the rest together when it has rested three times as long', async () => {
  const { beganAtMs, coalesced } = watched(200);

  coalesced.request();
  await vi.advanceTimersByTimeAsync(50);
  coalesced.request();
  coalesced.request();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(beganAtMs).toEqual([0, 800]);
});

it('gathers what is asked for within the first wait, and does it sooner where all is done', async () => {
  const gathered = watched(0, 1_000);
  gathered.coalesced.request();
  await vi.advanceTimersByTimeAsync(700);
  gathered.coalesced.request();
  await vi.advanceTimersByTimeAsync(5_000);
  const finished = watched(0, 1_000);
  finished.coalesced.request();
  await vi.advanceTimersByTimeAsync(700);
  const end = finished.coalesced.finish();
  await vi.advanceTimersByTimeAsync(5_000);
  await end;

  expect(gathered.beganAtMs).toEqual([1_000]);
  expect(finished.beganAtMs).toEqual([700]);
});

it('rests the least gap after work that takes no time', async () => {
  const { beganAtMs, coalesced } = watched(0);

  coalesced.request();
  await vi.advanceTimersByTimeAsync(10);
  coalesced.request();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(beganAtMs).toEqual([0, 300]);
});

it('finishes without a rest, and does nothing afterwards', async () => {
  const { beganAtMs, coalesced } = watched(200);
  coalesced.request();
  await vi.advanceTimersByTimeAsync(250);
  coalesced.request();

  const finished = coalesced.finish();
  await vi.advanceTimersByTimeAsync(5_000);
  await finished;
  coalesced.request();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(beganAtMs).toEqual([0, 250]);
});

it('says at the end what went wrong, and does not try again', async () => {
  const work = vi.fn(async () => {
    throw new Error('disk full');
  });
  const coalesced = coalesce(work, clock, GAP_MS);

  coalesced.request();
  await vi.advanceTimersByTimeAsync(1_000);
  coalesced.request();

  await expect(coalesced.finish()).rejects.toThrow('disk full');
  expect(work).toHaveBeenCalledTimes(1);
});
