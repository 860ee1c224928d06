import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { createRandom, drawNormal } from '../../../core/market/random.ts';
import { estimateBeta, LEAST_BETA_DAYS } from '../../../core/risk/account/beta.ts';
import { recordingsDir } from '../../support/recordings.ts';

/** Closes of a market with 3 % a day and of one that follows it by `beta` and strays by `spread`. */
function closes(beta: number, spread: number, days: number): { coin: number[]; bitcoin: number[] } {
  const random = createRandom(11);
  const [coin, bitcoin] = [[100], [50_000]];
  for (let day = 0; day < days; day += 1) {
    const move = 0.03 * drawNormal(random);
    bitcoin.push((bitcoin.at(-1) ?? 0) * Math.exp(move));
    coin.push((coin.at(-1) ?? 0) * Math.exp(beta * move + spread * drawNormal(random)));
  }
  return { coin, bitcoin };
}

const betaOf = (beta: number, spread: number, days: number) => {
  const { coin, bitcoin } = closes(beta, spread, days);
  return estimateBeta(coin, bitcoin);
};

describe('beta', () => {
  test('is the slope that the coin was made with, without an interval where nothing strays', () => {
    const beta = betaOf(1.5, 0, 60);

    expect(beta?.value).toBeCloseTo(1.5, 10);
    expect((beta?.high ?? NaN) - (beta?.low ?? NaN)).toBeLessThan(1e-9);
  });

  test('by hand: thirty days up and down by turns, and the coin twice as far but for one day', () => {
    // Bitcoin goes 1 % up and down by turns, mean 0, squares 30 x .0001. One miss of 1 % on an up day moves the slope by
    // .01 x .01 / .003 and the coin's mean by .01 / 30.
    const moves = Array.from({ length: 30 }, (_, day) => (day % 2 === 0 ? 0.01 : -0.01));
    const walk = (returns: readonly number[]) =>
      returns.reduce<number[]>((sum, move) => [...sum, (sum.at(-1) ?? 0) * Math.exp(move)], [100]);
    const beta = estimateBeta(walk(moves.map((move, day) => 2 * move + (day === 0 ? 0.01 : 0))), walk(moves));

    expect(beta?.value).toBeCloseTo(2 + 0.0001 / 0.003, 9);
  });

  test('has an interval that holds the slope and narrows with what strays', () => {
    const [wide, narrow] = [betaOf(0.8, 0.03, 60), betaOf(0.8, 0.005, 60)];

    for (const beta of [wide, narrow]) {
      expect(beta?.low).toBeLessThan(0.8);
      expect(beta?.high).toBeGreaterThan(0.8);
    }
    expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeGreaterThan(
      3 * ((narrow?.high ?? 0) - (narrow?.low ?? 0)),
    );
  });

  test('is not said of a history that is too short, nor beside a bitcoin that stands still', () => {
    expect(betaOf(1, 0.01, LEAST_BETA_DAYS - 1)).toBeNull();
    expect(betaOf(1, 0.01, LEAST_BETA_DAYS)).not.toBeNull();
    expect(
      estimateBeta(
        closes(1, 0.01, 60).coin,
        Array.from({ length: 61 }, () => 50_000),
      ),
    ).toBeNull();
  });

  test('looks at the last sixty days', () => {
    const { coin, bitcoin } = closes(1.2, 0.01, 60);
    const [older, olderBitcoin] = [
      [90, 180, 45],
      [60_000, 30_000, 70_000],
    ];

    expect(estimateBeta([...older, ...coin], [...olderBitcoin, ...bitcoin])).toEqual(
      estimateBeta(coin, bitcoin),
    );
  });
});

const recordings = recordingsDir();

test.skipIf(recordings === null)(
  'of ETH and SOL at the end of 2025 lies between 1 and 2 (skipped where the recordings are absent)',
  () => {
    const days = (coin: string) => {
      const file = join(recordings ?? '', 'market', `${coin}-1h.csv.gz`);
      const [head = '', ...rows] = gunzipSync(readFileSync(file)).toString().trim().split('\n');
      const close = head.split(',').indexOf('close');
      // The last hour of each of the last ninety days.
      return rows
        .slice(-90 * 24)
        .filter((_, hour) => hour % 24 === 23)
        .map((row) => Number(row.split(',')[close]));
    };
    for (const coin of ['eth', 'sol']) {
      const beta = estimateBeta(days(coin), days('btc'));
      expect(beta?.value).toBeGreaterThan(1);
      expect(beta?.value).toBeLessThan(2);
      expect((beta?.high ?? 0) - (beta?.low ?? 0)).toBeLessThan(1);
    }
  },
);
