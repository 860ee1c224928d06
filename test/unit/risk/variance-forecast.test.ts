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
import {
  garmanKlassVariance,
  parkinsonVariance,
  realisedVariance,
  rogersSatchellVariance,
  yangZhangVariance,
} from '../../../core/risk/touch/volatility.ts';
import {
  annualVolatility,
  constantVolatility,
  sigmaAt,
} from '../../../core/risk/touch/volatility-forecast.ts';
import { coinWeek, FLAT_WEEK, meanFactor } from '../../../core/risk/touch/week-rhythm.ts';

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

  test('of a constant variance is that variance times the constant of the horizon, in any unit', () => {
    for (const scale of [1, 1e-4, 1e4]) {
      const forecast = forecastVariance(build({ days: daysOf(3, 0.0004 * scale) }));

      expect((forecast?.over(4) ?? NaN) / scale).toBeCloseTo((Math.exp(0.15) * 0.0004) / 6, 12);
      expect((forecast?.over(24) ?? NaN) / scale).toBeCloseTo(Math.exp(0.195) * 0.0004, 12);
      expect((forecast?.over(168) ?? NaN) / scale).toBeCloseTo(Math.exp(0.335) * 0.0028, 12);
      expect((forecast?.over(336) ?? NaN) / scale).toBeCloseTo(Math.exp(0.335) * 0.0056, 12);
    }
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
    expect(forecast?.over(4)).toBeCloseTo((Math.exp(0.15) * 0.0004 * grown) / 6, 12);
  });

  test('goes by days where hours are few or old', () => {
    const wild = (atS: number): VarianceHistory =>
      build({ atS, hours: hoursOf(3, () => 0.01), days: daysOf(40, 0.0004) });

    expect(forecastVariance(wild(AT_S))?.over(24)).toBeCloseTo(Math.exp(0.195) * 0.0004, 12);
    const old = { ...wild(AT_S + 3 * 3600), hours: hoursOf(720, () => 0.01) };
    expect(forecastVariance(old)?.over(24)).toBeCloseTo(Math.exp(0.195) * 0.0004, 12);
  });

  test('is blended with implied variance from a day upwards only', () => {
    const forecast = forecastVariance(build({ dvol: 50 }));

    // 0.6 own + 0.4 * 0.85 * 0.5^2 / 365 = 0.000232877.
    expect(forecast?.over(24)).toBeCloseTo(0.6 * Math.exp(0.195) * 0.0004 + 0.000232877, 9);
    expect(forecast?.over(4)).toBeCloseTo((Math.exp(0.15) * 0.0004) / 6, 12);
  });

  test('divides each day by its own factor and multiplies by the hours ahead', () => {
    const rhythm = coinWeek();
    const days = daysOf(56, 0);
    const rhythmic = {
      ...days,
      variance: days.openTimeS.map((openS) => 0.0004 * meanFactor(rhythm, openS, 24)),
    };
    const forecast = forecastVariance(build({ days: rhythmic, rhythm }));

    for (const hours of [4, 24, 168]) {
      const constant = { 4: 0.15, 24: 0.195, 168: 0.335 }[hours] ?? NaN;
      const expected = Math.exp(constant) * 0.0004 * meanFactor(rhythm, AT_S, hours);
      expect(((forecast?.over(hours) ?? NaN) * 24) / hours).toBeCloseTo(expected, 12);
    }
  });

  test('told by nodes is interpolated by its logarithm, and grows with the hours outside them', () => {
    const forecast = constantVolatility(0.0004);

    for (const hours of [1, 4, 12, 24, 100, 168, 500]) {
      expect(sigmaAt(forecast, hours)).toBeCloseTo(0.02 * Math.sqrt(hours / 24), 12);
    }
    expect(annualVolatility(forecast)).toBeCloseTo(0.02 * Math.sqrt(365), 12);
    // 4 hours 0.0001, 24 hours 0.0004: half way in the logarithms 0.0002.
    const uneven = {
      nodes: [
        { hours: 4, variancePerHour: 0.000025 },
        { hours: 24, variancePerHour: 0.0004 / 24 },
      ],
    };
    expect(sigmaAt(uneven, Math.sqrt(4 * 24)) ** 2).toBeCloseTo(0.0002, 12);
  });
});
