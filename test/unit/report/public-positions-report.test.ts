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
    nearest: [],
  });
});

test('the largest within five percent of their liquidation are told, whoever holds them', () => {
  const at = (sizeBase: number, liquidationPrice: number | null, side: 'long' | 'short' = 'long') =>
    buildPublicPosition({ sizeBase, liquidationPrice, side });
  const positions = [
    at(1, 98),
    at(9, 94),
    at(4, 95.5),
    at(3, 104, 'short'),
    at(2, 97),
    // The price is past it, or nothing liquidates it.
    at(7, 101),
    at(8, null),
  ];

  expect(reportPublicPositions(positions, 100).nearest).toEqual([
    { side: 'long', usd: 400, liquidationPrice: 95.5 },
    { side: 'short', usd: 300, liquidationPrice: 104 },
    { side: 'long', usd: 200, liquidationPrice: 97 },
  ]);
});
