import { describe, expect, test } from 'vitest';
import { DAY_S } from '../../../core/market/time.ts';
import { trackLevel } from '../../../core/levels/track-level.ts';
import { buildCandles, MONDAY_S } from './build-candles.ts';

const closeOfDay = (day: number): number => (MONDAY_S + (day + 1) * DAY_S) * 1000;

/** With an average true range of 10: a touch begins at 99, an excursion below 95, a close beyond at 102. */
const follow = (rows: readonly (readonly number[])[]) =>
  trackLevel(buildCandles(rows), 10, {
    fromIndex: 0,
    side: 'resistance',
    edgesAt: () => ({ low: 100, high: 101 }),
  });

describe('a resistance from 100 to 101', () => {
  test('is untouched while wicks stay a tenth of the average true range away', () => {
    expect(follow([[98.9, 90, 95.5]])).toMatchObject({ state: 'untouched', stateAt: null, touches: 0 });
  });

  test('is touched by a wick, rejected by the first close half an average true range below', () => {
    expect(follow([[99, 90, 96]])).toMatchObject({ state: 'touched', stateAt: closeOfDay(0), touches: 1 });
    expect(
      follow([
        [99, 90, 96],
        [97, 90, 95],
      ]),
    ).toMatchObject({ state: 'rejected', stateAt: closeOfDay(1) });
  });

  test('counts a second touch only after an excursion', () => {
    expect(
      follow([
        [100, 90, 96],
        [100, 90, 96],
      ]).touches,
    ).toBe(1);
    expect(
      follow([
        [100, 90, 95],
        [100, 90, 96],
      ]).touches,
    ).toBe(2);
  });

  test('is not broken by a wick beyond it, nor by a close less than a tenth beyond', () => {
    expect(follow([[110, 90, 101.9]]).state).toBe('touched');
  });

  test('is closed beyond by a close a tenth beyond its far edge, since that close', () => {
    expect(
      follow([
        [100, 90, 95],
        [110, 95, 102],
      ]),
    ).toMatchObject({
      side: 'resistance',
      state: 'closed-beyond',
      stateAt: closeOfDay(1),
      touches: 2,
    });
  });

  test('is reclaimed by the first close that is no longer beyond', () => {
    const track = follow([
      [110, 90, 102],
      [110, 90, 101.5],
      [110, 90, 100.9],
    ]);

    expect(track).toMatchObject({ state: 'reclaimed', stateAt: closeOfDay(2) });
    expect(track.track).toEqual([
      { state: 'closed-beyond', at: closeOfDay(0) },
      { state: 'reclaimed', at: closeOfDay(2) },
    ]);
  });

  test('is a support after ten closes beyond it', () => {
    const tenBeyond = Array.from({ length: 10 }, () => [110, 103, 105]);

    expect(follow(tenBeyond.slice(1))).toMatchObject({ side: 'resistance', state: 'closed-beyond' });
    expect(follow(tenBeyond)).toMatchObject({ side: 'support', state: 'untouched', touches: 0 });
    expect(follow([...tenBeyond, [105, 102, 104]])).toMatchObject({ side: 'support', state: 'touched' });
  });
});
