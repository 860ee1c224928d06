import { describe, expect, test } from 'vitest';

import type { MarketReport } from '../../../core/market/market-report.ts';
import { badgeOf } from '../../../core/service/badge.ts';

const report = (distances: readonly number[], status = 'ok'): MarketReport =>
  ({
    clusters: distances.map((distance) => ({ distance })),
    sources: [{ kind: 'ticker', status }],
  }) as unknown as MarketReport;

describe('the badge', () => {
  test.each<[readonly number[], string]>([
    [[-0.0634, 0.0512], '5.1%'],
    [[-0.0012], '0.1%'],
    [[0.0994], '9.9%'],
    [[0.0996], '10%'],
    [[-0.237], '24%'],
    [[], ''],
  ])('for clusters at %o reads %o', (distances, text) => {
    expect(badgeOf(report(distances), [], 0)).toEqual({ text, isWarning: false });
  });

  test('is empty while no venue tells the price', () => {
    expect(badgeOf(report([0.05], 'failed'), [], 0).text).toBe('');
  });

  test('is a warning for an hour, unless it was dismissed', () => {
    const warned = { ...report([0.05]), warnings: [{ id: 'a', at: 1000 }] } as unknown as MarketReport;

    expect(badgeOf(warned, [], 2000)).toEqual({ text: '!', isWarning: true });
    expect(badgeOf(warned, ['a'], 2000).text).toBe('5.0%');
    expect(badgeOf(warned, [], 1000 + 3_600_000).text).toBe('5.0%');
  });
});
