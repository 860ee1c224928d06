import { describe, expect, test } from 'vitest';
import { type Bars, createBars } from '../../../core/market/bars.ts';
import {
  type HourlyVariances,
  hourlyVariances,
  NO_HOURS,
} from '../../../core/risk/touch/hourly-variances.ts';
import {
  type DailyVariances,
  forecastVariance,
  type VarianceHistory,
} from '../../../core/risk/touch/variance-forecast.ts';
import { garmanKlassVariance } from '../../../core/risk/touch/volatility.ts';
import {
  annualVolatility,
  constantVolatility,
  returnLaw,
} from '../../../core/risk/touch/volatility-forecast.ts';
import { coinWeek, FLAT_WEEK, meanFactor } from '../../../core/risk/touch/week-rhythm.ts';

const e = Math.E;

/**
 * What is forecast of a constant daily variance: by a constant of each horizon, more where tails are fatter than the 4.3
 * and 3.8 degrees of freedom of days of 3 %.
 */
const constantFor = (hours: 4 | 24 | 168, daily: number, dayVariance = e ** 0.185 * daily): number => {
  const usual = hours === 168 ? 3.8 : 4.3;
  const daySigma = Math.sqrt(dayVariance);
  const degrees = Math.min(8, Math.max(3, usual * (daySigma / 0.03) ** 0.25));
  const fatter = degrees / (degrees - 2) / (usual / (usual - 2));
  return e ** { 4: 0.135, 24: 0.185, 168: 0.27 }[hours] * fatter;
};
const HORIZONS = [4, 24, 168] as const;

describe('variance of a bar', () => {
  // ln H/L = 2, ln C/O = 1: O = 1, C = e, H = e^1.5, L = e^-0.5.
  const bar = { open: 1, close: e, high: e ** 1.5, low: e ** -0.5 };

  test('by Garman and Klass is 2 - (2 ln 2 - 1)', () => {
    expect(garmanKlassVariance(bar)).toBeCloseTo(3 - 2 * Math.LN2, 12);
  });
});

describe('variances of hours', () => {
  /** Bars of five minutes that climb from 1 to e^0.01 in each hour and fall back at its end. */
  const climbing = (bars: number): Bars => {
    const five = createBars(bars, 300);
    for (let at = 0; at < bars; at += 1) {
      five.openTimeS[at] = at * 300;
      const [from, until] = [(at % 12) / 12, ((at % 12) + 1) / 12].map((share) => Math.exp(0.01 * share));
      five.open[at] = five.low[at] = from ?? NaN;
      five.close[at] = five.high[at] = until ?? NaN;
    }
    return five;
  };

  test('are by range and body of whole hours', () => {
    const { openTimeS, variance } = hourlyVariances(climbing(24));

    expect([...openTimeS]).toEqual([0, 3600]);
    // ln H/L = ln C/O = 0.01: 0.0001 (0.5 - (2 ln 2 - 1)).
    for (const value of variance) expect(value).toBeCloseTo(0.0001 * (1.5 - 2 * Math.LN2), 12);
  });

  test('leave out an hour that has not closed, and one with a quarter of its bars missing', () => {
    expect(hourlyVariances(climbing(23)).openTimeS).toHaveLength(1);
    const gap = climbing(24);
    for (let at = 3; at < 24; at += 1) gap.openTimeS[at] = (at + 3) * 300;

    expect(hourlyVariances(gap).openTimeS[0]).toBe(3600);
  });

  test('are none of longer bars', () => {
    expect(hourlyVariances(createBars(10, 86_400)).openTimeS).toHaveLength(0);
  });
});

describe('the forecast of variance', () => {
  const AT_S = 20_000 * 86_400;
  const daysOf = (count: number, variance: number): DailyVariances => ({
    openTimeS: Array.from({ length: count }, (_, day) => AT_S - (count - day) * 86_400),
    variance: Array.from({ length: count }, () => variance),
  });
  const hoursOf = (count: number, varianceOf: (back: number) => number): HourlyVariances => ({
    openTimeS: Float64Array.from({ length: count }, (_, at) => AT_S - (count - at) * 3600),
    variance: Float64Array.from({ length: count }, (_, at) => varianceOf(count - at)),
  });
  const build = (overrides: Partial<VarianceHistory> = {}): VarianceHistory => ({
    atS: AT_S,
    hours: NO_HOURS,
    days: daysOf(40, 0.0004),
    rhythm: FLAT_WEEK,
    dvol: null,
    ...overrides,
  });

  test('of a constant variance is that variance times the constant of the horizon, in a still market and in a wild one', () => {
    for (const scale of [1, 1e-4, 1e4]) {
      const daily = 0.0004 * scale;
      const forecast = forecastVariance(build({ days: daysOf(3, daily) }));

      for (const hours of HORIZONS) {
        const expected = (constantFor(hours, daily) * 0.0004 * hours) / 24;
        expect((forecast?.over(hours) ?? NaN) / scale).toBeCloseTo(expected, 12);
      }
      expect((forecast?.over(336) ?? NaN) / scale).toBeCloseTo(constantFor(168, daily) * 0.0056, 12);
    }
  });

  test('has fatter tails in a still market than in a wild one, and for a week than for a day', () => {
    const degrees = (daily: number): number[] => {
      const forecast = forecastVariance(build({ days: daysOf(40, daily * e ** -0.185) }));
      return HORIZONS.map((hours) => forecast?.degreesOfFreedom(hours) ?? NaN);
    };
    const close = (expected: number[]): unknown[] =>
      expected.map((each) => expect.closeTo(each, 10) as unknown);

    expect(degrees(0.03 ** 2)).toEqual(close([4.3, 4.3, 3.8]));
    // Days of 6 % have 2^(1/4) times as many, days of 1.5 % that much fewer.
    expect(degrees(0.06 ** 2)).toEqual(close([4.3 * 2 ** 0.25, 4.3 * 2 ** 0.25, 3.8 * 2 ** 0.25]));
    expect(degrees(0.015 ** 2)).toEqual(close([4.3 / 2 ** 0.25, 4.3 / 2 ** 0.25, 3.8 / 2 ** 0.25]));
    expect(degrees(1)).toEqual([8, 8, 8]);
    expect(degrees(1e-6)).toEqual([3, 3, 3]);
  });

  test('weighs the last four hours more after busy hours than before them', () => {
    const rhythm = coinWeek();
    // Four times the variance in the last four hours that the rhythm has for them.
    const shockAt = (hourUtc: number): number => {
      const atS = AT_S + hourUtc * 3600;
      const at = (shock: number): VarianceHistory => ({
        ...build({ atS, rhythm }),
        hours: {
          openTimeS: Float64Array.from({ length: 720 }, (_, hour) => atS - (720 - hour) * 3600),
          variance: Float64Array.from({ length: 720 }, (_, hour) => {
            const timeS = atS - (720 - hour) * 3600;
            return ((hour >= 716 ? shock : 1) * 0.0004 * meanFactor(rhythm, timeS, 1)) / 24;
          }),
        },
      });
      const over = (shock: number): number => forecastVariance(at(shock))?.over(4) ?? NaN;
      return Math.log(over(4) / over(1));
    };

    // At 18 UTC the four hours behind hold New York's morning; at 11 the four ahead do.
    expect(shockAt(18)).toBeGreaterThan(1.4 * shockAt(11));
  });

  test('is unknown without any day or hour', () => {
    expect(forecastVariance(build({ days: daysOf(0, 0) }))).toBeNull();
  });

  test('weighs what the last four hours, day, week, month and all days say', () => {
    // Four times the variance in the last four hours alone, hours of 0.0004 / 24 else.
    const hours = hoursOf(720, (back) => ((back <= 4 ? 4 : 1) * 0.0004) / 24);
    const forecast = forecastVariance(build({ hours }));

    // Means: 4, (20 + 16) / 24 = 1.5, (164 + 16) / 168, (716 + 16) / 720, 1.
    const grown = 4 ** 0.31 * 1.5 ** 0.33 * (180 / 168) ** 0.2 * (732 / 720) ** 0.06;
    const ofDay = 4 ** 0.16 * 1.5 ** 0.335 * (180 / 168) ** 0.205 * (732 / 720) ** 0.145;
    const constant = constantFor(4, 0.0004, e ** 0.185 * 0.0004 * ofDay);
    expect(forecast?.over(4)).toBeCloseTo((constant * 0.0004 * grown) / 6, 12);
  });

  test('goes by days where hours are few or old', () => {
    const wild = (atS: number): VarianceHistory =>
      build({ atS, hours: hoursOf(3, () => 0.01), days: daysOf(40, 0.0004) });

    expect(forecastVariance(wild(AT_S))?.over(24)).toBeCloseTo(constantFor(24, 0.0004) * 0.0004, 12);
    const old = { ...wild(AT_S + 3 * 3600), hours: hoursOf(720, () => 0.01) };
    expect(forecastVariance(old)?.over(24)).toBeCloseTo(constantFor(24, 0.0004) * 0.0004, 12);
  });

  test('is blended with implied variance from a day upwards only', () => {
    const forecast = forecastVariance(build({ dvol: 50 }));

    // 0.6 own + 0.4 * 0.85 * 0.5^2 / 365 = 0.000232877.
    const blended = 0.6 * 0.0004 + 0.000232877 / e ** 0.185;
    const dayVariance = e ** 0.185 * blended;
    expect(forecast?.over(24)).toBeCloseTo(constantFor(24, 0.0004, dayVariance) * blended, 9);
    expect(forecast?.over(4)).toBeCloseTo((constantFor(4, 0.0004, dayVariance) * 0.0004) / 6, 9);
  });

  test('divides each day by its own factor and multiplies by the hours ahead', () => {
    const rhythm = coinWeek();
    const days = daysOf(56, 0);
    const rhythmic = {
      ...days,
      variance: days.openTimeS.map((openS) => 0.0004 * meanFactor(rhythm, openS, 24)),
    };
    const forecast = forecastVariance(build({ days: rhythmic, rhythm }));

    const dayVariance = e ** 0.185 * 0.0004 * meanFactor(rhythm, AT_S, 24);
    for (const hours of HORIZONS) {
      const expected = constantFor(hours, 0.0004, dayVariance) * 0.0004 * meanFactor(rhythm, AT_S, hours);
      expect(((forecast?.over(hours) ?? NaN) * 24) / hours).toBeCloseTo(expected, 12);
    }
  });

  test('told by nodes is interpolated by the logarithm of its scale, and grows with the hours outside them', () => {
    const forecast = constantVolatility(0.0004);

    for (const hours of [1, 4, 12, 24, 168, 500]) {
      expect(returnLaw(forecast, hours).sigma).toBeCloseTo(0.02 * Math.sqrt(hours / 24), 12);
    }
    expect(annualVolatility(forecast)).toBeCloseTo(0.02 * Math.sqrt(365), 12);
    // 4 hours 0.0001, 24 hours 0.0004: half way in the logarithms 0.0002.
    const uneven = {
      nodes: [
        { hours: 4, variancePerHour: 0.000025 },
        { hours: 24, variancePerHour: 0.0004 / 24 },
      ],
    };
    expect(returnLaw(uneven, Math.sqrt(4 * 24)).sigma ** 2).toBeCloseTo(0.0002, 12);
    const [short, long] = [0.0001 / 4, 0.0004 / 24];
    const fatter = {
      nodes: [
        { hours: 4, variancePerHour: short, degreesOfFreedom: 6 },
        { hours: 24, variancePerHour: long, degreesOfFreedom: 4 },
      ],
    };
    // Squared scales 2/3 and 1/2 of the variances; half way five degrees of freedom, a variance of 5/3 of the squared scale.
    const halfWay = returnLaw(fatter, Math.sqrt(4 * 24));
    expect(halfWay.degreesOfFreedom).toBeCloseTo(5, 12);
    expect(halfWay.sigma ** 2).toBeCloseTo(
      (5 / 3) * Math.sqrt((((short * 4 * 4) / 6) * (long * 24)) / 2),
      12,
    );
  });
});
