import { describe, expect, test } from 'vitest';

import { createVenueClock } from '../../../core/io/venue-clock.ts';
import type { ClockOffset } from '../../../core/ledger/clock-offset.ts';

/** 2026-01-15 12:00:00 UTC. */
const NOON_MS = 1_768_478_400_000;

/** A device that is `aheadMs` fast; hosts answer at once, each by its own clock. */
function createDevice({ aheadMs = 0, stored = 0 } = {}) {
  const device = { nowMs: NOON_MS, aheadMs, kept: [] as ClockOffset[] };
  const clock = createVenueClock({
    deviceMs: () => device.nowMs + device.aheadMs,
    elapsedMs: () => device.nowMs,
    stored: {
      getValue: async () => ({ offsetMs: stored }),
      setValue: async (value) => void device.kept.push(value),
    },
  });
  const hear = (host: string, hostAheadMs = 0) =>
    clock.hear({
      host,
      deviceMs: clock.deviceMs(),
      roundTripMs: 0,
      serverMs: Math.floor((device.nowMs + hostAheadMs) / 1000) * 1000,
      withinMs: 1000,
    });
  const errorMs = () => Math.abs(clock.nowMs() - device.nowMs);
  return { device, clock, hear, errorMs };
}

const HOUR_MS = 3_600_000;

describe("the venues' time", () => {
  test("is the device's to the millisecond while hosts allow it, and nothing is stored", () => {
    const { device, clock, hear } = createDevice();

    for (let second = 0; second < 60; second++) {
      device.nowMs += 990;
      hear(`host ${second % 5}`, (second % 3) * 100);
    }

    expect(clock.nowMs()).toBe(device.nowMs);
    expect(device.kept).toEqual([]);
  });

  test("is the first host's at once, and stored", () => {
    const { device, hear, errorMs } = createDevice({ aheadMs: -90_000 });

    hear('first');

    expect(errorMs()).toBeLessThanOrEqual(1_000);
    expect(device.kept).toHaveLength(1);
  });

  test('does not move any more with hosts that agree', () => {
    const { device, clock, hear } = createDevice({ aheadMs: 300_000 });
    hear('first');
    const offsetMs = clock.nowMs() - clock.deviceMs();

    ['second', 'third', 'first'].forEach((host) => hear(host));

    expect(clock.nowMs() - clock.deviceMs()).toBe(offsetMs);
    expect(device.kept).toHaveLength(1);
  });

  test('is what it was when the first host is wrong and the second says so, and stays when more do', () => {
    const { clock, device, hear } = createDevice();
    hear('wrong', -2 * HOUR_MS);
    hear('second');

    expect(clock.nowMs()).toBe(device.nowMs);

    hear('third');
    hear('wrong', -2 * HOUR_MS);
    expect(clock.nowMs()).toBe(device.nowMs);
  });

  test("is found again by one answer after the device's clock was set, however many spoke before", () => {
    const { device, hear, errorMs } = createDevice({ aheadMs: 300_000 });
    ['first', 'second', 'third', 'fourth'].forEach((host) => hear(host));

    device.aheadMs = 0;
    device.nowMs += 30_000;
    hear('third');

    expect(errorMs()).toBeLessThanOrEqual(1_000);
  });

  test('follows a clock that drifts, by the answers of the last minutes', () => {
    const { device, hear, errorMs } = createDevice();

    // Three seconds an hour.
    for (let poll = 0; poll < 240; poll++) {
      device.nowMs += 60_000;
      device.aheadMs += 50;
      ['first', 'second', 'third'].forEach((host) => hear(host));
    }

    expect(device.aheadMs).toBe(12_000);
    expect(errorMs()).toBeLessThanOrEqual(2_500);
  });

  test('is that of the worker before until a host has spoken, and never in place of what one said', async () => {
    const early = createDevice({ aheadMs: 300_000, stored: -300_000 });
    await early.clock.ready;
    expect(early.errorMs()).toBe(0);

    const late = createDevice({ aheadMs: 0, stored: -300_000 });
    late.hear('first');
    await late.clock.ready;
    expect(late.errorMs()).toBe(0);
  });

  test('is not told by an answer during which the clock was set back', () => {
    const { clock, device, hear } = createDevice();
    hear('first');

    clock.hear({ host: 'second', deviceMs: NOON_MS, roundTripMs: -HOUR_MS, serverMs: 0, withinMs: 1000 });

    expect(clock.nowMs()).toBe(device.nowMs);
  });
});
