import { describe, expect, test } from 'vitest';

import type { MarketReport } from '../../../core/market/market-report.ts';
import { badgeText } from '../../../core/watch/badge.ts';

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
    expect(badgeText(report(distances))).toBe(text);
  });

  test('is empty while no venue tells the price', () => {
    expect(badgeText(report([0.05], 'failed'))).toBe('');
  });
});
