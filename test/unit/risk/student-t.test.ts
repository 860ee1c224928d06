import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../../core/risk/touch/normal.ts';
import { studentTUpperQuantile, studentTUpperTail } from '../../../core/risk/touch/student-t.ts';

describe("Student's t", () => {
  // One degree of freedom is Cauchy: P(T > t) = 1/2 - atan(t) / pi. Two: P(T > t) = (1 - t / sqrt(2 + t^2)) / 2.
  test.each([0.001, 0.5, 1, 3, 40, 1e6])(
    'is the Cauchy distribution for one degree of freedom at %d',
    (t) => {
      expect(studentTUpperTail(t, 1) / (Math.atan2(1, t) / Math.PI)).toBeCloseTo(1, 13);
    },
  );

  test.each([0.001, 0.5, 1, 3, 40])('has the closed form of two degrees of freedom at %d', (t) => {
    expect(studentTUpperTail(t, 2) / ((1 - t / Math.sqrt(2 + t * t)) / 2)).toBeCloseTo(1, 11);
  });

  // Four: F(t) = 1/2 + (3/8) (t / sqrt(1 + t^2/4)) (1 - t^2 / (12 (1 + t^2/4))).
  test.each([0.3, 1, 2.5, 6])('has the closed form of four degrees of freedom at %d', (t) => {
    const u = 1 + (t * t) / 4;
    const cdf = 0.5 + (3 / 8) * (t / Math.sqrt(u)) * (1 - (t * t) / (12 * u));
    expect(1 - studentTUpperTail(t, 4)).toBeCloseTo(cdf, 13);
  });

  test.each([3, 4.3, 8, 30])('is one law on both sides of the root of %d degrees of freedom', (degrees) => {
    const [below, above] = [1 - 1e-9, 1 + 1e-9].map((share) =>
      studentTUpperTail(share * Math.sqrt(degrees), degrees),
    );

    expect((above ?? NaN) / (below ?? NaN)).toBeCloseTo(1, 7);
    expect(above).toBeLessThan(below ?? NaN);
  });

  // Upper 2.5 % points of the printed tables.
  test.each([
    [1, 12.706204736],
    [4, 2.776445105],
    [6, 2.446911851],
    [10, 2.228138852],
    [30, 2.042272456],
  ])('has the tabulated 97.5 %% point for %d degrees of freedom', (degrees, quantile) => {
    expect(studentTUpperQuantile(0.025, degrees)).toBeCloseTo(quantile, 8);
  });

  test.each([0.9, 0.5, 0.2, 1e-3, 1e-9])('gives back the probability %d through its inverse', (p) => {
    expect(studentTUpperTail(studentTUpperQuantile(p, 3.5), 3.5) / p).toBeCloseTo(1, 10);
  });

  test('refuses a probability that no quantile has', () => {
    expect(() => studentTUpperQuantile(0, 4)).toThrow(RangeError);
  });
});

describe('the normal distribution', () => {
  // Abramowitz and Stegun, table 26.1 and 26.2.
  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.959963984540054, 0.975],
    [-3, 0.001349898031630095],
    [-6, 9.865876450376946e-10],
  ])('has the tabulated value at %d', (z, p) => {
    expect(normalCdf(z) / p).toBeCloseTo(1, 12);
  });
});
