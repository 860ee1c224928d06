import { describe, expect, test } from 'vitest';
import { createBars } from '../../../core/market/bars.ts';
import { createRandom, drawNormal } from '../../../core/market/random.ts';
import { dailyVariances } from '../../../core/risk/touch/daily-variances.ts';
import { leastSquares } from '../../../core/risk/touch/least-squares.ts';
import {
  fitHar,
  forecastDailyVariance,
  forecastVariance,
} from '../../../core/risk/touch/variance-forecast.ts';
import {
  garmanKlassVariance,
  parkinsonVariance,
  realisedVariance,
  rogersSatchellVariance,
  yangZhangVariance,
} from '../../../core/risk/touch/volatility.ts';
import {
  annualVolatility,
  forecastVolatility,
  sigmaAt,
} from '../../../core/risk/touch/volatility-forecast.ts';

const e = Math.E;

describe('variance of a bar', () => {
  // ln H/L = 2, ln C/O = 1: O = 1, C = e, H = e^1.5, L = e^-0.5.
  const bar = { open: 1, close: e, high: e ** 1.5, low: e ** -0.5 };

  test('by Parkinson is 4 / (4 ln 2)', () => {
    expect(parkinsonVariance(bar)).toBeCloseTo(1 / Math.LN2, 12);
  });

  test('by Garman and Klass is 2 - (2 ln 2 - 1)', () => {
    expect(garmanKlassVariance(bar)).toBeCloseTo(3 - 2 * Math.LN2, 12);
  });

  test('by Rogers and Satchell is 0.5 * 1.5 + 1.5 * 0.5', () => {
    expect(rogersSatchellVariance(bar)).toBeCloseTo(1.5, 12);
  });

  test('by Yang and Zhang is between that of Rogers and Satchell and that of the bodies when no gap is there', () => {
    // Bodies 1 and -1 have a sample variance of 2; both bars have 1.5 by Rogers and Satchell.
    const down = { open: e, close: 1, high: e ** 1.5, low: e ** -0.5 };
    const k = 0.34 / (1.34 + 3);

    expect(yangZhangVariance([bar, down, bar])).toBeCloseTo(k * 2 + (1 - k) * 1.5, 12);
    expect(() => yangZhangVariance([bar])).toThrow(RangeError);
  });

  test('of a stretch is the sum of the squared log returns', () => {
    expect(realisedVariance([1, e, 1, e ** 2])).toBeCloseTo(1 + 1 + 4, 12);
  });
});

describe('daily variances of bars', () => {
  /** Bars of an hour whose close alternates between 1 and e^step. */
  const hourly = (hours: number, step: (hour: number) => number) => {
    const bars = createBars(hours, 3600);
    for (let hour = 0; hour < hours; hour += 1) {
      bars.openTimeS[hour] = hour * 3600;
      bars.close[hour] = hour % 2 === 0 ? 1 : Math.exp(step(hour));
    }
    return bars;
  };

  test('are sums of squared returns of days counted back from the end', () => {
    // The last 24 returns are 0.02 each way, the 24 before 0.01; the first day lacks the return of its first bar.
    const variances = dailyVariances(hourly(48, (hour) => (hour >= 24 ? 0.02 : 0.01)));

    expect(variances).toHaveLength(2);
    // 23 returns of 0.01 scaled to 24.
    expect(variances[0]).toBeCloseTo(24 * 0.0001, 12);
    // The return into hour 24 falls back from 0.01 to 0.
    expect(variances[1]).toBeCloseTo(0.0001 + 23 * 0.0004, 12);
  });

  test('leave out a day with a fifth of its bars missing', () => {
    const bars = hourly(72, () => 0.01);
    // Six hours are gone after hour 30.
    for (let hour = 30; hour < 72; hour += 1) bars.openTimeS[hour] = (hour + 6) * 3600;

    expect(dailyVariances(bars)).toHaveLength(2);
    expect(dailyVariances(createBars(0))).toEqual([]);
  });
});

describe('least squares', () => {
  test('finds the plane that the points lie on', () => {
    const rows = [
      [1, 0, 0],
      [1, 1, 0],
      [1, 0, 1],
      [1, 2, 3],
    ];

    const [a, b, c] =
      leastSquares(
        rows,
        rows.map(([, x = 0, y = 0]) => 3 + 2 * x - y),
      ) ?? [];
    expect([a, b, c].map((value) => Math.round((value ?? NaN) * 1e9) / 1e9)).toEqual([3, 2, -1]);
  });

  test('has no answer for collinear columns', () => {
    expect(
      leastSquares(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        [1, 2, 3],
      ),
    ).toBeNull();
  });
});

describe('the forecast of variance', () => {
  /** Variances that follow ln v = 0.5 ln(v before) + noise around ln 0.0004. */
  const wandering = (days: number): number[] => {
    const random = createRandom(3);
    let level = 0;
    return Array.from({ length: days }, () => {
      level = 0.5 * level + 0.4 * drawNormal(random);
      return 0.0004 * Math.exp(level);
    });
  };

  test('of a constant variance is that variance, with a month of history or with a day', () => {
    for (const days of [1, 10, 40]) {
      const history = Array.from({ length: days }, () => 0.0009);
      const weights = fitHar(history, 1);

      expect(weights.source).toBe('default');
      expect(forecastDailyVariance(history, weights) / 0.0009).toBeCloseTo(1, 12);
    }
  });

  test('uses the published weights below 120 days and fits its own from then on', () => {
    expect(fitHar(wandering(119), 1)).toMatchObject({ source: 'default', day: 0.4, week: 0.35, month: 0.2 });
    expect(fitHar(wandering(120), 1).source).toBe('fitted');
  });

  test('recovers a memory of one day of a half, and is right on average', () => {
    const history = wandering(3000);
    const weights = fitHar(history, 1);

    expect(weights.day).toBeGreaterThan(0.4);
    expect(weights.day).toBeLessThan(0.6);
    let ratio = 0;
    for (let day = 1000; day < 3000; day += 1) {
      ratio += (history[day] ?? NaN) / forecastDailyVariance(history.slice(day - 30, day), weights) / 2000;
    }
    expect(ratio).toBeCloseTo(1, 1);
  });

  test('is blended with implied variance from a day upwards only', () => {
    const dailyVariance = Array.from({ length: 40 }, () => 0.0004);

    // 0.6 * 0.0004 + 0.4 * 0.85 * 0.5^2 / 365 = 0.00024 + 0.000232877.
    expect(forecastVariance({ dailyVariance, horizonHours: 24, dvol: 50 })).toBeCloseTo(0.000472877, 9);
    expect(forecastVariance({ dailyVariance, horizonHours: 4, dvol: 50 })).toBeCloseTo(0.0004 / 6, 12);
    expect(forecastVariance({ dailyVariance, horizonHours: 168, dvol: null })).toBeCloseTo(0.0028, 12);
  });

  test('grows with the square root of the horizon where the variance is constant', () => {
    const forecast = forecastVolatility(
      Array.from({ length: 40 }, () => 0.0004),
      null,
    );

    expect(forecastVolatility([], 50)).toBeNull();
    for (const hours of [1, 4, 12, 24, 100, 168, 500]) {
      expect(forecast && sigmaAt(forecast, hours)).toBeCloseTo(0.02 * Math.sqrt(hours / 24), 12);
    }
    expect(forecast && annualVolatility(forecast)).toBeCloseTo(0.02 * Math.sqrt(365), 12);
  });
});
