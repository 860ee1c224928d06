import { describe, expect, test } from 'vitest';
import { createRandom, drawNormal } from '../../../core/market/random.ts';
import type { HourlyVariances } from '../../../core/risk/touch/hourly-variances.ts';
import {
  coinWeek,
  factorAt,
  FLAT_WEEK,
  learnSwing,
  meanFactor,
  weekOf,
} from '../../../core/risk/touch/week-rhythm.ts';

/** Monday, 12 January 2026, 00:00 UTC. */
const MONDAY_S = Date.UTC(2026, 0, 12) / 1000;
const HOUR_S = 3600;

describe('the week of a coin', () => {
  test('has a mean factor of 1 from any moment on', () => {
    for (const swing of [0, 0.5, 1, 1.4]) {
      for (const fromS of [0, MONDAY_S, MONDAY_S + 1234 * 37]) {
        expect(meanFactor(coinWeek(swing), fromS, 168)).toBeCloseTo(1, 12);
      }
    }
  });

  test('is loudest when New York opens and quiet on Saturday', () => {
    const week = coinWeek();
    const day = (index: number): number => meanFactor(week, MONDAY_S + index * 24 * HOUR_S, 24);

    expect(factorAt(week, MONDAY_S + 14 * HOUR_S)).toBeCloseTo(3.09, 1);
    expect(factorAt(week, MONDAY_S + 4 * HOUR_S)).toBeCloseTo(0.57, 1);
    expect(day(0)).toBeGreaterThan(1.2);
    expect(day(5)).toBeLessThan(0.35);
    expect(day(6)).toBeLessThan(0.55);
  });

  test('counts parts of hours by their share', () => {
    const week = coinWeek();
    const [first, second] = [factorAt(week, MONDAY_S), factorAt(week, MONDAY_S + HOUR_S)];

    expect(meanFactor(week, MONDAY_S + HOUR_S / 2, 1)).toBeCloseTo((first + second) / 2, 9);
    expect(meanFactor(week, MONDAY_S + HOUR_S / 4, 0.5)).toBeCloseTo(first, 9);
  });

  test('is flat for what is no coin, whatever its hours did', () => {
    const hours = hoursThat(() => 1);

    expect(weekOf('equity', hours)).toBe(FLAT_WEEK);
    expect(weekOf('crypto', hours)).not.toBe(FLAT_WEEK);
  });
});

/** Four weeks of hours whose variance is the built-in week to the power of `swing`, times a day's noise. */
function hoursThat(noise: () => number, swing = 1, count = 672): HourlyVariances {
  const openTimeS = Float64Array.from({ length: count }, (_, hour) => MONDAY_S + hour * HOUR_S);
  const week = coinWeek();
  return { openTimeS, variance: openTimeS.map((timeS) => 1e-5 * noise() * factorAt(week, timeS) ** swing) };
}

describe("a coin's own swing", () => {
  test('is 1 for the built-in week, and for one of whom nothing is known', () => {
    expect(learnSwing(hoursThat(() => 1))).toBeCloseTo(1, 12);
    expect(learnSwing(hoursThat(() => 1, 0, 100))).toBe(1);
  });

  test('is learnt from four weeks beside a prior of 360 hours', () => {
    // Flat hours: 360 of 360 + 672.
    expect(learnSwing(hoursThat(() => 1, 0))).toBeCloseTo(360 / 1032, 9);
    expect(learnSwing(hoursThat(() => 1, 1.5))).toBeCloseTo((360 + 1.5 * 672) / 1032, 9);
  });

  test('is found under noise', () => {
    const random = createRandom(5);

    expect(learnSwing(hoursThat(() => Math.exp(drawNormal(random)), 0.5))).toBeCloseTo((360 + 336) / 1032, 1);
  });
});
