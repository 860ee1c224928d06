import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRandom, drawNormal } from '../../../core/market/random.ts';
import { goldHedge, minimumVarianceWeight } from '../../../core/risk/advice/gold-hedge.ts';
import { recordingsDir } from '../../support/recordings.ts';

/** Closes of a coin with 3 % a day and of gold with 1 %, correlated by `rho`. */
function closes(rho: number, days = 400): { coin: number[]; gold: number[] } {
  const random = createRandom(5);
  let coin = 100;
  let gold = 2000;
  const rows = Array.from({ length: days }, () => {
    const z = drawNormal(random);
    coin *= Math.exp(0.03 * z);
    gold *= Math.exp(0.01 * (rho * z + Math.sqrt(1 - rho ** 2) * drawNormal(random)));
    return { coin, gold };
  });
  return { coin: rows.map((row) => row.coin), gold: rows.map((row) => row.gold) };
}

const hedgeOf = (rho: number) => {
  const { coin, gold } = closes(rho);
  return goldHedge(coin, gold);
};

describe('gold beside a coin', () => {
  test('takes the share of least variance', () => {
    // Uncorrelated, 3 % and 1 %: 9 / (9 + 1). Correlated by 1/3: (9 - 1) / (9 + 1 - 2).
    expect(minimumVarianceWeight(0.03, 0.01, 0)).toBeCloseTo(0.9, 12);
    expect(minimumVarianceWeight(0.03, 0.01, 1 / 3)).toBeCloseTo(1, 12);
    expect(minimumVarianceWeight(0.01, 0.03, 0.9)).toBe(0);
  });

  test('is correlated by half of what is seen and half of 0.1, within Fisher’s interval for 60 days', () => {
    const { coin } = closes(0);
    const { correlation } = goldHedge(coin, coin) ?? {};

    // A series with itself: 0.05 + 0.5; atanh(0.55) = 0.618381, half width 1.959964 / sqrt(57) = 0.259604.
    expect(correlation?.value).toBeCloseTo(0.55, 12);
    expect(correlation?.low).toBeCloseTo(Math.tanh(0.618381 - 0.259604), 5);
    expect(correlation?.high).toBeCloseTo(Math.tanh(0.618381 + 0.259604), 5);
  });

  test('is no hedge now where the interval holds zero or the correlation is positive', () => {
    expect(hedgeOf(0)?.verdict).toBe('not-a-hedge');
    expect(hedgeOf(0.9)?.verdict).toBe('not-a-hedge');
    expect(hedgeOf(0.9)?.overlayRatio.value).toBeLessThan(0);
  });

  test('is a hedge where they clearly fall apart, at the ratio of -rho times the volatilities', () => {
    const hedge = hedgeOf(-0.95);

    expect(hedge?.verdict).toBe('hedge');
    // About -0.42 times 3: the estimate of the volatilities moves it a little.
    expect(hedge?.overlayRatio.value).toBeGreaterThan(1);
    expect(hedge?.fundedSaving.low).toBeLessThan(hedge?.fundedSaving.value ?? 0);
  });

  test('has no answer for two months or less, or for a price that never moves', () => {
    const { coin, gold } = closes(0, 60);

    expect(goldHedge(coin, gold)).toBeNull();
    expect(
      goldHedge(
        closes(0).coin,
        closes(0).coin.map(() => 5),
      ),
    ).toBeNull();
  });
});

const folder = recordingsDir();
const recorded = (name: string): number[] =>
  readFileSync(join(folder ?? '', 'market', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[4]));

test.skipIf(folder === null)(
  'gold is not a hedge for bitcoin in February 2026 (skipped where the recordings are absent)',
  () => {
    const hedge = goldHedge(recorded('btcusdt-spot-1d.csv'), recorded('paxgusdt-spot-1d.csv'));

    expect(hedge?.verdict).toBe('not-a-hedge');
    expect(hedge?.fundedWeight).toBeGreaterThan(0);
  },
);
