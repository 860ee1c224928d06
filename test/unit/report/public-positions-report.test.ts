import { expect, test } from 'vitest';

import { reportPublicPositions } from '../../../core/report/public-positions-report.ts';
import { buildPublicPosition } from '../../support/public-positions.ts';

test('known positions are counted, and valued by side at the price', () => {
  const positions = [
    buildPublicPosition({ atS: 500, sizeBase: 2 }),
    buildPublicPosition({ atS: 400, sizeBase: 0.5, liquidationPrice: null }),
    buildPublicPosition({ atS: 600, side: 'short', sizeBase: 3 }),
  ];

  expect(reportPublicPositions(positions, 90_000)).toEqual({
    venue: 'hyperliquid',
    positions: 3,
    // 2.5 and 3 coins at 90,000.
    longUsd: 225_000,
    shortUsd: 270_000,
    since: 400_000,
  });
});
