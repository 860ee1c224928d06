import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DailyCandle } from '../../../core/levels/daily-candle.ts';
import { DAY_S } from '../../../core/market/time.ts';
import { findLevels } from '../../../core/levels/find-levels.ts';

const START_S = Date.UTC(2025, 0, 1) / 1000;
const DAYS = 230;

/** A walk of daily candles. */
const candles: fc.Arbitrary<DailyCandle[]> = fc
  .array(
    fc.record({
      change: fc.double({ min: -0.06, max: 0.06, noNaN: true }),
      up: fc.double({ min: 0, max: 0.03, noNaN: true }),
      down: fc.double({ min: 0, max: 0.03, noNaN: true }),
    }),
    { minLength: DAYS, maxLength: DAYS },
  )
  .map((moves) => {
    let open = 50_000;
    return moves.map(({ change, up, down }, index) => {
      const close = open * Math.exp(change);
      const candle = {
        openTimeS: START_S + index * DAY_S,
        open,
        high: Math.max(open, close) * (1 + up),
        low: Math.min(open, close) * (1 - down),
        close,
        volumeBase: 1,
      };
      open = close;
      return candle;
    });
  });

const options = { seed: 1, numRuns: 40 };

describe('key levels', () => {
  test('no candle that closes after the moment changes anything', () => {
    fc.assert(
      fc.property(candles, fc.integer({ min: 0, max: DAYS }), (all, known) => {
        const atMs = (START_S + known * DAY_S) * 1000 + 3_600_000;

        expect(findLevels(all, atMs)).toEqual(findLevels(all.slice(0, known), atMs));
      }),
      options,
    );
  });

  test('what was looked at before changes nothing: candles that are known tell what the same ones told afresh do', () => {
    const hours = fc.array(fc.integer({ min: 24 * 100, max: 24 * DAYS }), { minLength: 3, maxLength: 8 });
    const bands = fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(candles, hours, bands, (all, looks, edges) => {
        for (const hour of looks) {
          const atMs = (START_S + hour * 3600) * 1000;
          const price = all[Math.floor(hour / 24) - 1]?.close ?? 1;
          const clusters = edges.map((edge, index) => ({
            id: `long:${index}`,
            side: 'long' as const,
            low: edge * price,
            high: 1.01 * edge * price,
            shareOfSide: 0.9,
          }));

          expect(findLevels(all, atMs, clusters)).toEqual(findLevels(structuredClone(all), atMs, clusters));
        }
      }),
      options,
    );
  });

  test('every number is finite, scores lie between 0 and 1, edges are in order', () => {
    fc.assert(
      fc.property(candles, (all) => {
        const { levels, price } = findLevels(all, (START_S + DAYS * DAY_S) * 1000);

        expect(price).not.toBeNull();
        expect(levels.length).toBeGreaterThan(0);
        for (const level of levels) {
          expect(level.low).toBeLessThanOrEqual(level.high);
          expect(level.low).toBeGreaterThan(0);
          expect(level.score).toBeGreaterThan(0);
          expect(level.score).toBeLessThanOrEqual(1);
          expect(Number.isFinite(level.high)).toBe(true);
        }
        expect(new Set(levels.map(({ id }) => id)).size).toBe(levels.length);
      }),
      options,
    );
  });

  test('a market ten times as expensive has the same levels ten times as high', () => {
    fc.assert(
      fc.property(candles, (all) => {
        const tenfold = all.map((candle) => ({
          ...candle,
          open: candle.open * 10,
          high: candle.high * 10,
          low: candle.low * 10,
          close: candle.close * 10,
        }));
        const atMs = (START_S + DAYS * DAY_S) * 1000;
        const places = (input: DailyCandle[], scale: number) =>
          findLevels(input, atMs).levels.map(({ low, side, touches }) => [
            Math.round((low / scale) * 100),
            side,
            touches,
          ]);

        expect(places(tenfold, 10)).toEqual(places(all, 1));
      }),
      options,
    );
  });
});
