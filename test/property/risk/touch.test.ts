import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cascadeTouchProbability } from '../../../core/risk/touch/cascade-touch.ts';
import { studentTCdf, studentTUpperQuantile, studentTUpperTail } from '../../../core/risk/touch/student-t.ts';
import { touchDistance, touchProbability } from '../../../core/risk/touch/touch-probability.ts';

const RUNS = { seed: 20261123, numRuns: 500 };
const degrees = fc.double({ min: 2.5, max: 40, noNaN: true });
const distance = fc.double({ min: 0, max: 2, noNaN: true });
const sigma = fc.double({ min: 0.001, max: 0.5, noNaN: true });

test("Student's t falls, is symmetric and stays within 0 and 1", () => {
  fc.assert(
    fc.property(
      degrees,
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      (n, t, more) => {
        const tail = studentTUpperTail(t, n);
        expect(tail).toBeGreaterThanOrEqual(0);
        expect(tail).toBeLessThanOrEqual(0.5);
        expect(studentTUpperTail(t + more, n)).toBeLessThanOrEqual(tail + 1e-15);
        expect(studentTCdf(t, n) + tail).toBeCloseTo(1, 14);
      },
    ),
    RUNS,
  );
});

test('the quantile undoes the tail', () => {
  fc.assert(
    fc.property(degrees, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (n, p) => {
      expect(studentTUpperTail(studentTUpperQuantile(p, n), n)).toBeCloseTo(p, 11);
    }),
    RUNS,
  );
});

test('the chance of touch falls with distance, grows with volatility, and its inverse gives the distance back', () => {
  fc.assert(
    fc.property(distance, sigma, degrees, fc.double({ min: 1, max: 3, noNaN: true }), (b, s, n, more) => {
      const chance = touchProbability({ distance: b, sigma: s, degreesOfFreedom: n });
      expect(touchProbability({ distance: b * more, sigma: s, degreesOfFreedom: n })).toBeLessThanOrEqual(
        chance + 1e-12,
      );
      expect(touchProbability({ distance: b, sigma: s * more, degreesOfFreedom: n })).toBeGreaterThanOrEqual(
        chance - 1e-12,
      );
      fc.pre(chance > 1e-9 && chance < 0.999);
      expect(touchDistance(chance, s, n) / b).toBeCloseTo(1, 6);
    }),
    RUNS,
  );
});

test('a cascade never makes a touch less likely', () => {
  fc.assert(
    fc.property(distance, sigma, fc.double({ min: 1, max: 4, noNaN: true }), (b, s, amplification) => {
      const question = { distance: b, sigma: s, degreesOfFreedom: 4 };
      const helped = cascadeTouchProbability(question, [(u) => u * amplification, (u) => u]);
      expect(helped).toBeGreaterThanOrEqual(touchProbability(question) - 1e-12);
    }),
    RUNS,
  );
});
