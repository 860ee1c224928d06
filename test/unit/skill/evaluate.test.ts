import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../core/market/random.ts';
import { evaluateDefinition, type EvaluationInput } from '../../../core/engine/skill/evaluate.ts';
import type { Forecast } from '../../../core/engine/skill/information-gain.ts';
import type { ObservedOrder } from '../../../core/engine/skill/region.ts';
import { bothVerdicts, skillVerdict } from '../../../core/engine/skill/verdict.ts';

const HOURS = 240;
const BINS = 8;

/** The hidden truth of the synthetic case: how densely orders wait in each bin below the price, hour by hour. */
function truthOf(hour: number): Float64Array {
  const random = createRandom(hour + 1);
  return Float64Array.from({ length: BINS }, () => random() ** 4);
}

/** Each hour the price falls by 2 % in eight steps of 25 bp from 100, and each step fires orders by the hidden truth. */
function buildCase(): EvaluationInput {
  const startS: number[] = [];
  const high: number[] = [];
  const low: number[] = [];
  const close: number[] = [];
  const orders: ObservedOrder[] = [];
  for (let hour = 0; hour < HOURS; hour++) {
    const truth = truthOf(hour);
    for (let minute = 0; minute < 60; minute++) {
      const from = 100 * Math.exp(-0.0025 * Math.min(minute, BINS));
      const until = 100 * Math.exp(-0.0025 * Math.min(minute + 1, BINS));
      const atS = 3600 * hour + 60 * minute;
      startS.push(atS);
      high.push(from);
      low.push(until);
      close.push(minute === 59 ? 100 : until);
      if (minute >= BINS) continue;
      orders.push({
        atMs: 1000 * atS + 30_000,
        side: 'long',
        price: Math.sqrt(from * until),
        notionalUsd: 1e6 * (truth[minute] ?? 0),
      });
    }
  }
  const timesS = Array.from({ length: HOURS - 1 }, (_, hour) => 3600 * (hour + 1));
  const hourOf = (atS: number): number => Math.round(atS / 3600);
  const forecastOf =
    (shift: number): Forecast =>
    (region) =>
      truthOf((hourOf(region.atS) + shift) % HOURS);
  return {
    path: {
      startS: Float64Array.from(startS),
      endS: Float64Array.from(startS, (atS) => atS + 60),
      high: Float64Array.from(high),
      low: Float64Array.from(low),
      close: Float64Array.from(close),
    },
    orders,
    windows: [{ startS: 0, endS: 3600 * HOURS }],
    horizonS: 3600,
    trainTimesS: timesS,
    testTimesS: timesS,
    trainUntilS: 3600 * HOURS,
    forecasts: { oracle: forecastOf(0), shuffled: forecastOf(17) },
  };
}

describe.each(['first', 'all'] as const)('on a synthetic case, by %s', (definition) => {
  const score = evaluateDefinition(buildCase(), definition);

  test('an oracle gains, with its whole interval above 0', () => {
    expect(score.scores.oracle?.gain?.p5).toBeGreaterThan(0.3);
    expect(score.scores.oracle?.perPrint?.p5).toBeDefined();
    expect(score.scores.oracle?.winsorised?.p5).toBeGreaterThan(0.3);
  });

  test('a shuffled oracle loses, with its whole interval below 0', () => {
    expect(score.scores.shuffled?.gain?.p95).toBeLessThan(0);
  });

  test('uniform gains exactly nothing against uniform and distance nothing against itself', () => {
    expect(score.scores.uniform?.againstUniform).toEqual({ mean: 0, p5: 0, p50: 0, p95: 0 });
    expect(score.scores.distance?.gain?.mean).toBe(0);
  });

  test('uniform is close to distance where distance says nothing', () => {
    expect(score.scores.uniform?.gain?.mean).toBeCloseTo(0, 1);
  });

  test('an oracle of places is better in dollars than the references', () => {
    expect(score.scores.oracle?.magnitude?.tweedie).toBeGreaterThan(0.5);
  });
});

describe('the verdict', () => {
  const score = evaluateDefinition(buildCase(), 'first');

  test('claims skill with its evidence when the interval is above 1', () => {
    expect(skillVerdict(score, 1, 'oracle')).toMatchObject({
      verdict: 'ahead',
      hasEvidence: true,
      days: 10,
      windows: 239,
    });
  });

  test('claims nothing when the interval holds 1', () => {
    expect(skillVerdict(score, 1, 'distance').verdict).toBe('not-shown');
  });

  test('says that a forecast is behind when the interval is below 1', () => {
    expect(skillVerdict(score, 1, 'shuffled').verdict).toBe('behind');
  });

  test('has the figure on all orders beside that by first passage', () => {
    const all = evaluateDefinition(buildCase(), 'all');
    const both = bothVerdicts(score, all, 1);

    expect([both.definition, both.other?.definition]).toEqual(['first', 'all']);
    expect(both.other?.usd).toBe(all.usd);
  });

  test('claims nothing below thirty windows or seven days', () => {
    expect(skillVerdict({ ...score, days: 6 }, 1, 'oracle').verdict).toBe('too-little-heard');
    expect(skillVerdict({ ...score, windows: 29 }, 1, 'oracle').verdict).toBe('too-little-heard');
  });
});
