import { describe, expect, test } from 'vitest';

import { buildBandRows } from '../../../components/bands/band-rows.ts';
import type { MapReport } from '../../../core/market/market-report.ts';
import { buildReport } from '../../support/sample-report.ts';

const report = buildReport();
const map = report.map as MapReport;
const options = {
  map,
  clusters: report.clusters,
  view: 'exposure',
  price: 90_912,
  span: 0.12,
  rowCount: 56,
  multiplier: 1,
} as const;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('rows', () => {
  test('have round edges and reach the span on both sides', () => {
    const { rows } = buildBandRows(options);

    // 2 * 0.12 * 90,912 / 56 = 389.6, so 500 USD a row, from 80,000 to 102,000.
    expect(rows[0]?.low).toBe(80_000);
    expect(rows.at(-1)?.high).toBe(102_000);
    expect(rows).toHaveLength(44);
  });

  test('keep the dollars of the map', () => {
    const { rows } = buildBandRows({ ...options, span: 0.4 });

    const [longUsd, shortUsd] = [sum(rows.map((row) => row.longUsd)), sum(rows.map((row) => row.shortUsd))];

    expect(longUsd / sum(map.longExposureUsd)).toBeCloseTo(1, 9);
    expect(shortUsd / sum(map.shortExposureUsd)).toBeCloseTo(1, 9);
  });

  test('share a bin that lies across an edge', () => {
    // One bin over [100, 200) of 100 USD: rows of 25 from 50 to 250 hold a quarter each.
    const single: MapReport = {
      logStep: Math.LN2,
      firstBin: Math.log(100) / Math.LN2,
      longExposureUsd: [100],
      shortExposureUsd: [0],
      longForcedUsd: [0],
      shortForcedUsd: [0],
      memory: 1,
    };

    const { rows } = buildBandRows({
      ...options,
      map: single,
      clusters: [],
      price: 150,
      span: 0.6,
      rowCount: 8,
    });

    expect(rows.filter((row) => row.longUsd > 1e-6).map((row) => [row.low, Math.round(row.longUsd)])).toEqual(
      [
        [100, 25],
        [125, 25],
        [150, 25],
        [175, 25],
      ],
    );
  });

  test('add up away from the price', () => {
    const { rows } = buildBandRows(options);
    const at = rows.findIndex((row) => row.low === 94_000);
    const middle = rows.findIndex((row) => row.high > options.price);

    const upTo = sum(rows.slice(middle, at + 1).map((row) => row.shortUsd));

    expect(rows[at]?.totalUsd).toBeCloseTo(upTo, 3);
  });

  test('carry the interval of the cluster that they lie in, and none elsewhere', () => {
    const { rows } = buildBandRows(options);

    expect(rows.find((row) => row.low === 94_000)?.interval?.p90).toBeCloseTo(1.46, 9);
    expect(rows.find((row) => row.low === 93_000)?.interval).toBeNull();
  });

  test('are in the units of the page', () => {
    const single = buildBandRows({ ...options, clusters: [] });
    const thousand = buildBandRows({ ...options, clusters: [], price: 90_912_000, multiplier: 1000 });

    expect(thousand.rows[10]?.low).toBe(85_000_000);
    expect(thousand.rows[10]?.longUsd).toBeCloseTo(single.rows[10]?.longUsd ?? 0, 3);
  });
});
