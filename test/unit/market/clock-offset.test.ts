import { describe, expect, test } from 'vitest';

import { agreedOffset, offsetRange, type ClockSample } from '../../../core/market/clock-offset.ts';

/** A header of whole seconds, 40 ms after the question. The device says 0 when the answer comes. */
const sample = (serverMs: number, over: Partial<ClockSample> = {}): ClockSample => ({
  host: 'api.example',
  deviceMs: 0,
  roundTripMs: 40,
  serverMs,
  withinMs: 1000,
  ...over,
});

describe('what an answer says of the clock', () => {
  test('is that the host wrote it between question and answer', () => {
    // It said 90 s: 90,000 to 91,000 ms, between -40 and 0 of the device; half a second either side for the host.
    expect(offsetRange(sample(90_000))).toEqual({ lowMs: 89_500, highMs: 91_540 });
  });

  test('is the less certain the longer the answer took', () => {
    expect(offsetRange(sample(90_000, { roundTripMs: 8_000 }))).toEqual({ lowMs: 89_500, highMs: 99_500 });
  });
});

describe('the offset that hosts agree on', () => {
  const near = (middleMs: number) => ({ lowMs: middleMs - 1_000, highMs: middleMs + 1_000 });

  test('is the middle of what they have in common', () => {
    // 88,900 to 90,400 is common to all three.
    const ranges = [near(89_400), near(89_900), { lowMs: 80_000, highMs: 95_000 }];

    expect(agreedOffset(ranges, [0])).toBe(89_650);
  });

  test('stays what it was while most of them allow that', () => {
    expect(agreedOffset([near(400), near(-300), near(100)], [0])).toBe(0);
    expect(agreedOffset([near(90_400), near(89_700), near(90_100)], [90_500, 0])).toBe(90_500);
  });

  test('is not moved by one of three, or two of five, whose clocks are wrong', () => {
    expect(agreedOffset([near(0), near(7_200_000), near(0)], [0])).toBe(0);
    expect(agreedOffset([near(0), near(-60_000), near(0), near(60_000), near(0)], [500])).toBe(500);
  });

  test('is unknown where no more than half of them agree', () => {
    expect(agreedOffset([], [0])).toBeNull();
    expect(agreedOffset([near(0), near(90_000)], [0])).toBeNull();
    expect(agreedOffset([near(0), near(0), near(90_000), near(90_000)], [0])).toBeNull();
  });

  test("is the only host's where there is but one", () => {
    expect(agreedOffset([near(-300_000)], [0])).toBe(-300_000);
  });
});
