import { describe, expect, test } from 'vitest';

import { clusterDraws } from '../../../core/risk/touch/cluster-draws.ts';
import { reportVolatility } from '../../../core/risk/touch/report-volatility.ts';
import { returnLaw } from '../../../core/risk/touch/volatility-forecast.ts';
import { buildReport } from '../../support/sample-report.ts';

describe('the volatility of a report', () => {
  test('is its forecast', () => {
    const volatility = { nodes: [{ hours: 24, variancePerHour: 0.0001 }] };

    const found = reportVolatility(buildReport({ volatility }));

    expect(found).toEqual({ forecast: volatility, basis: 'forecast' });
  });

  test('is the mean range of a day over sqrt(8 / pi) where there is no forecast', () => {
    const { context } = buildReport();
    const report = buildReport({ price: 100, atr1dUsd: 1.595_769, context: { ...context, dvol: null } });

    const found = reportVolatility(report);

    expect(found?.basis).toBe('range');
    expect(found && returnLaw(found.forecast, 24).sigma).toBeCloseTo(0.01, 7);
    expect(found && returnLaw(found.forecast, 4).sigma).toBeCloseTo(0.01 / Math.sqrt(6), 7);
  });

  test.each([{ atr1dUsd: null }, { price: null }, { atr1dUsd: 0 }])('is not known of %o', (part) => {
    expect(reportVolatility(buildReport(part))).toBeNull();
  });
});

describe('cascades as a report tells them', () => {
  const [cluster] = buildReport().clusters;
  const at = (price: number): number => Math.log(100 / price);
  const clusters = cluster
    ? [
        {
          ...cluster,
          side: 'long' as const,
          low: 90,
          high: 92,
          cascade: { terminal: { p5: 88, p50: 85, p95: 80 }, forcedUsd: 1, amplification: 1 },
        },
      ]
    : [];

  test('carry the price from the far edge of a cluster to where it ends, in three draws of 3, 10 and 3', () => {
    const draws = clusterDraws('long', 100, clusters);

    expect(draws.map((draw) => draw(at(91)))).toEqual(Array.from({ length: 16 }, () => at(91)));
    const ends = draws.map((draw) => Math.round(100 * Math.exp(-draw(at(89.9)))));
    expect(ends).toEqual([88, 88, 88, ...Array.from({ length: 10 }, () => 85), 80, 80, 80]);
    expect(draws[0]?.(at(70))).toBe(at(70));
  });

  test('do not exist on the other side, behind the price or without a cascade', () => {
    expect(clusterDraws('short', 100, clusters)).toEqual([]);
    expect(clusterDraws('long', 85, clusters)).toEqual([]);
    expect(
      clusterDraws(
        'long',
        100,
        clusters.map((one) => ({ ...one, cascade: null })),
      ),
    ).toEqual([]);
  });
});
