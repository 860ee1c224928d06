import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moveEndDistance } from '../../../core/cascade/move-end.ts';
import { readMinutes } from '../../../core/headless/csv-formats.ts';
import { createBars } from '../../../core/market/bars.ts';
import { createRandom, drawNormal } from '../../../core/market/random.ts';
import { moveLengths, shareWithin } from '../../support/recorded-moves.ts';
import { recordingsDir } from '../../support/recordings.ts';

const nothing = { p5: 0, p50: 0, p95: 0 };

describe('where a move ends', () => {
  test('is spread beyond the trigger by an exponential of mean half the move', () => {
    // Of an exponential of mean .01: .01 x .051293, .693147 and 2.995732.
    const { p5, p50, p95 } = moveEndDistance(0.02, nothing);

    expect(p5).toBeCloseTo(0.020513, 6);
    expect(p50).toBeCloseTo(0.026931, 6);
    expect(p95).toBeCloseTo(0.049957, 6);
  });

  test('is never nearer than forced orders would carry it', () => {
    const forced = { p5: 0.0202, p50: 0.03, p95: 0.045 };

    expect(moveEndDistance(0.02, forced)).toMatchObject({ p50: 0.03 });
    expect(moveEndDistance(0.02, forced).p5).toBeCloseTo(0.020513, 6);
    expect(moveEndDistance(0.02, forced).p95).toBeCloseTo(0.049957, 6);
    expect(moveEndDistance(0, forced)).toEqual(forced);
  });

  test('holds nine tenths of the moves of a seeded random walk', () => {
    const random = createRandom(11);
    const bars = createBars(200_000, 60);
    let price = 0;
    for (let at = 0; at < bars.close.length; at += 1) {
      price += 0.0003 * drawNormal(random);
      bars.openTimeS[at] = 60 * at;
      for (const column of [bars.high, bars.low, bars.close]) column[at] = Math.exp(price);
    }
    const ratios = moveLengths(bars, 0.01, 60);
    const { p5, p50, p95 } = moveEndDistance(1, nothing);

    expect(ratios.length).toBeGreaterThan(1000);
    expect(shareWithin(ratios, p95)).toBeCloseTo(0.95, 1);
    expect(shareWithin(ratios, p50)).toBeCloseTo(0.5, 1);
    expect(shareWithin(ratios, p95) - shareWithin(ratios, p5)).toBeGreaterThan(0.87);
  });
});

const folder = recordingsDir();

describe('on the recorded moves until 9 February 2026 (skipped where the recordings are absent)', () => {
  test.skipIf(folder === null).each([
    ['btcusdt-15m.csv.gz', 4, 0.005],
    ['btcusdt-15m.csv.gz', 4, 0.01],
    ['btcusdt-15m.csv.gz', 4, 0.02],
    ['btcusdt-15m.csv.gz', 4, 0.03],
    ['btc-mid-1m.csv.gz', 60, 0.005],
    ['btc-mid-1m.csv.gz', 60, 0.01],
    ['btc-mid-1m.csv.gz', 60, 0.02],
    ['btc-mid-1m.csv.gz', 60, 0.03],
  ])('nine moves in ten of %s, every %d bars, of %d end within the spread', (name, every, size) => {
    const ratios = moveLengths(readMinutes(join(folder ?? '', 'market', name)), size, every);
    const { p5, p50, p95 } = moveEndDistance(1, nothing);
    const inside = shareWithin(ratios, p95) - shareWithin(ratios, p5);
    console.info(
      `${name} ${(100 * size).toFixed(1)} %: ${ratios.length} moves, inside ${(100 * inside).toFixed(0)} %, beyond p95 ${(100 * (1 - shareWithin(ratios, p95))).toFixed(0)} %, below p50 ${(100 * shareWithin(ratios, p50)).toFixed(0)} %`,
    );

    expect(inside).toBeGreaterThan(0.8);
    expect(1 - shareWithin(ratios, p95)).toBeLessThan(0.12);
  });
});
