import { describe, expect, test } from 'vitest';

import { badgeText } from '../../../core/i18n/badge-text.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import { badgeOf } from '../../../core/service/badge.ts';

const report = (distances: readonly number[], status = 'ok'): MarketReport =>
  ({
    clusters: distances.map((distance) => ({ distance })),
    sources: [{ kind: 'ticker', status }],
  }) as unknown as MarketReport;

const textOf = (...of: Parameters<typeof badgeOf>): string => badgeText(badgeOf(...of));

describe('the badge', () => {
  test.each<[readonly number[], string]>([
    [[-0.0634, 0.0512], '5.1%'],
    [[-0.0012], '0.1%'],
    [[0.0994], '9.9%'],
    [[0.0996], '10%'],
    [[-0.237], '24%'],
    [[], ''],
  ])('for clusters at %o reads %o', (distances, text) => {
    expect(textOf(report(distances), [], 0)).toBe(text);
  });

  test('is empty while no venue tells the price', () => {
    expect(textOf(report([0.05], 'failed'), [], 0)).toBe('');
  });

  test('is a warning for an hour, unless it was dismissed', () => {
    const warned = { ...report([0.05]), warnings: [{ id: 'a', at: 1000 }] } as unknown as MarketReport;

    expect(textOf(warned, [], 2000)).toBe('!');
    expect(textOf(warned, ['a'], 2000)).toBe('5.0%');
    expect(textOf(warned, [], 1000 + 3_600_000)).toBe('5.0%');
  });
});
