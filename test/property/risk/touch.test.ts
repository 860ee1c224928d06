import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveDistance } from '../../../core/risk/touch/cascade-touch.ts';
import { closeChance, hoursToClose } from '../../../core/risk/touch/daily-closes.ts';
import { firstTouch } from '../../../core/risk/touch/first-touch.ts';
import { studentTUpperQuantile, studentTUpperTail } from '../../../core/risk/touch/student-t.ts';
import { touchDistance, touchProbability } from '../../../core/risk/touch/touch-probability.ts';
import { forecastVariance } from '../../../core/risk/touch/variance-forecast.ts';
import { touchQuestion, volatilityNodes } from '../../../core/risk/touch/volatility-forecast.ts';
import { coinWeek } from '../../../core/risk/touch/week-rhythm.ts';

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

/** Log distance of a barrier, from far within a standard deviation to far beyond it. */
const barrier = fc.double({ min: 0.001, max: 1, noNaN: true });

test('a target before the stop, the stop before the target and neither are together 1, and mirror each other', () => {
  fc.assert(
    fc.property(barrier, barrier, sigma, degrees, (up, down, s, n) => {
      const law = { sigma: s, degreesOfFreedom: n };
      const race = firstTouch({ ...law, up, down });
      for (const chance of Object.values(race)) {
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
      expect(race.up + race.down + race.neither).toBeCloseTo(1, 12);
      expect(firstTouch({ ...law, up: down, down: up })).toEqual({ ...race, up: race.down, down: race.up });
      expect(race.up).toBeLessThanOrEqual(touchProbability({ ...law, distance: up }) + 1e-9);
    }),
    RUNS,
  );
});

test('a target is reached before the stop the likelier the nearer it is and the farther the stop', () => {
  fc.assert(
    fc.property(
      barrier,
      barrier,
      sigma,
      degrees,
      fc.double({ min: 1, max: 3, noNaN: true }),
      (up, down, s, n, more) => {
        const law = { sigma: s, degreesOfFreedom: n };
        const chance = firstTouch({ ...law, up, down }).up;
        expect(firstTouch({ ...law, up: up * more, down }).up).toBeLessThanOrEqual(chance + 1e-9);
        expect(firstTouch({ ...law, up, down: down * more }).up).toBeGreaterThanOrEqual(chance - 1e-9);
      },
    ),
    RUNS,
  );
});

test('a cascade never makes the way to the barrier longer', () => {
  fc.assert(
    fc.property(distance, fc.double({ min: 1, max: 4, noNaN: true }), (b, amplification) => {
      const helped = effectiveDistance((u) => u * amplification, b);
      expect(helped).toBeLessThanOrEqual(b);
      expect(Math.abs(helped - b / amplification)).toBeLessThanOrEqual(b * 1e-6 + Number.MIN_VALUE);
    }),
    RUNS,
  );
});

/** A month of hours from anywhere between quiet and wild, ending at any time of the week. */
const history = fc
  .record({
    atS: fc.integer({ min: 1_700_000_000, max: 1_700_000_000 + 14 * 86_400 }),
    levels: fc.array(fc.double({ min: -14, max: -6, noNaN: true }), { minLength: 30, maxLength: 30 }),
    swing: fc.double({ min: -0.2, max: 1.6, noNaN: true }),
  })
  .map(({ atS, levels, swing }) => {
    const endS = Math.floor(atS / 3600) * 3600;
    const dayS = Math.floor(atS / 86_400) * 86_400;
    const forecast = forecastVariance({
      atS,
      hours: {
        openTimeS: Float64Array.from({ length: 720 }, (_, hour) => endS - (720 - hour) * 3600),
        variance: Float64Array.from({ length: 720 }, (_, hour) =>
          Math.exp(levels[Math.floor(hour / 24)] ?? 0),
        ),
      },
      days: {
        openTimeS: levels.map((_, day) => dayS - (30 - day) * 86_400),
        variance: levels.map((level) => 24 * Math.exp(level)),
      },
      rhythm: coinWeek(swing),
      dvol: null,
    });
    if (forecast === null) throw new Error('thirty days are a history');
    return { atS, forecast };
  });

test('chances of touch are between 0 and 1, fall with distance and grow with the horizon, in any week', () => {
  fc.assert(
    fc.property(
      history,
      fc.double({ min: 0, max: 0.4, noNaN: true }),
      fc.double({ min: 0.5, max: 300, noNaN: true }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      ({ forecast }, b, hours, more) => {
        const nodes = volatilityNodes(forecast);
        const chance = (at: number, within: number): number =>
          touchProbability(touchQuestion(nodes, within, at));
        const said = chance(b, hours);
        expect(said).toBeGreaterThanOrEqual(0);
        expect(said).toBeLessThanOrEqual(1);
        expect(chance(b * more, hours)).toBeLessThanOrEqual(said + 1e-12);
        expect(chance(b, hours * more)).toBeGreaterThanOrEqual(said - 1e-9);
      },
    ),
    RUNS,
  );
});

test('chances of a daily close beyond fall with distance, grow with the horizon and stay below those of touch', () => {
  fc.assert(
    fc.property(history, fc.double({ min: 0, max: 0.4, noNaN: true }), ({ atS, forecast }, b) => {
      const closes = (horizonHours: number) =>
        closeChance({ variance: forecast, hoursToClose: hoursToClose(atS), horizonHours });
      const week = closes(168);
      expect(week(b * 1.5)).toBeLessThanOrEqual(week(b) + 1e-12);
      expect(closes(24)(b)).toBeLessThanOrEqual(week(b) + 2e-3);
      expect(week(b)).toBeLessThanOrEqual(
        touchProbability(touchQuestion(volatilityNodes(forecast), 168, b)) + 1e-9,
      );
    }),
    { ...RUNS, numRuns: 60 },
  );
});
