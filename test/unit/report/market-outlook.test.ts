import { describe, expect, test } from 'vitest';
import { type DailyCandle } from '../../../core/levels/daily-candle.ts';
import { DAY_S } from '../../../core/market/time.ts';
import type { LevelReport } from '../../../core/market/market-report.ts';
import { assessOutlook, type OutlookInput } from '../../../core/report/market-outlook.ts';
import { buildReport, SAMPLE_AT } from '../../support/sample-report.ts';

const DAYS = 220;
const FIRST_DAY_S = Math.floor(SAMPLE_AT / 1000 / DAY_S - DAYS) * DAY_S;

/** Waves of thirty days between 85,000 and 95,000, up to the sample's day. */
const daily: readonly DailyCandle[] = Array.from({ length: DAYS + 3 }, (_, day) => {
  const closeOf = (index: number): number => 90_000 + 5000 * Math.sin((2 * Math.PI * index) / 30);
  const [open, close] = [closeOf(day - 1), closeOf(day)];
  return {
    openTimeS: FIRST_DAY_S + day * DAY_S,
    open,
    high: Math.max(open, close) + 600,
    low: Math.min(open, close) - 600,
    close,
    volumeBase: 20_000,
  };
});

const sample = buildReport();
const buildInput = (overrides: Partial<OutlookInput> = {}): OutlookInput => ({
  assetClass: 'crypto',
  bars: null,
  daily,
  nowMs: SAMPLE_AT,
  price: sample.price,
  map: sample.map,
  clusters: sample.clusters,
  books: [],
  coverage: 1,
  survival: null,
  dailyVolumeUsd: 5e10,
  dvol: 43,
  ...overrides,
});

describe('the outlook of a market', () => {
  test('judges each level in the horizons in which it can be reached, and each cluster', () => {
    const outlook = assessOutlook(buildInput());
    const horizonsOf = (id: string): readonly number[] =>
      outlook.breakdown.filter(({ levelId }) => levelId === id).map(({ horizonHours }) => horizonHours);
    const distanceOf = ({ low, high }: LevelReport): number =>
      Math.max(0, low - (sample.price ?? 0), (sample.price ?? 0) - high);
    const byDistance = outlook.levels.toSorted((a, b) => distanceOf(a) - distanceOf(b));

    expect(horizonsOf(byDistance[0]!.id)).toEqual([4, 24, 168]);
    expect(outlook.breakdown.every(({ touch }) => touch >= 0.001)).toBe(true);
    expect(Object.keys(outlook.clusterDetails)).toEqual(sample.clusters.map(({ id }) => id));
    expect(outlook.scenarios.up?.trigger).toBeGreaterThan(sample.price ?? NaN);
    expect(outlook.scenarios.down?.target).toBeLessThan(outlook.scenarios.down?.trigger ?? NaN);
  });

  test('holds finite numbers only, with chances between 0 and 1', () => {
    for (const { touch, closeBeyond, amplification, releasedUsd, terminal } of assessOutlook(buildInput())
      .breakdown) {
      expect(touch).toBeGreaterThanOrEqual(closeBeyond);
      expect(touch).toBeLessThanOrEqual(1);
      expect(amplification).toBeGreaterThanOrEqual(1);
      expect([releasedUsd, terminal.p5, terminal.p50, terminal.p95].every(Number.isFinite)).toBe(true);
    }
  });

  test('is the same for the same input', () => {
    expect(assessOutlook(buildInput())).toEqual(assessOutlook(buildInput()));
  });

  test('does not know candles that close later', () => {
    const now = buildInput({
      daily: daily.filter(({ openTimeS }) => (openTimeS + DAY_S) * 1000 <= SAMPLE_AT),
    });

    expect(assessOutlook(buildInput())).toEqual(assessOutlook(now));
  });

  test.each([
    ['a map', { map: null }],
    ['a price', { price: null }],
    ['thirty days', { daily: daily.slice(DAYS - 25) }],
    ['turnover', { dailyVolumeUsd: 0 }],
  ])('without %s still has levels, and says nothing of their breaks', (_name, overrides) => {
    const outlook = assessOutlook(buildInput(overrides));

    expect(outlook.levels.length).toBeGreaterThan(0);
    expect(outlook).toMatchObject({ breakdown: [], scenarios: { up: null, down: null }, clusterDetails: {} });
  });

  test('less liquidity carries every break farther', () => {
    const normal = assessOutlook(buildInput()).breakdown;
    const thin = assessOutlook(buildInput({ survival: 0.1 })).breakdown;

    for (const [index, { amplification }] of thin.entries())
      expect(amplification).toBeGreaterThanOrEqual(normal[index]?.amplification ?? NaN);
  });
});
