import { expect, test } from 'vitest';

import { reportPublicPositions } from '../../../core/report/public-positions-report.ts';
import type { LiquidationMap } from '../../../core/market/liquidation-map.ts';
import { buildPublicPosition } from '../../support/public-positions.ts';

/** Longs of `longBase` coins and shorts of `shortBase` evenly over a tenth of log price on either side of `price`. */
function evenMap(price: number, longBase = 0, shortBase = 0): LiquidationMap {
  const logStep = 0.001;
  const firstBin = Math.floor(Math.log(price) / logStep) - 100;
  const column = (base: number, from: number): Float64Array =>
    new Float64Array(201).fill(base / 100, from, from + 100);
  return {
    price,
    logStep,
    firstBin,
    longExposureBase: column(longBase, 0),
    shortExposureBase: column(shortBase, 101),
    longForcedBase: new Float64Array(201),
    shortForcedBase: new Float64Array(201),
    memory: 1,
  };
}

test('known positions are counted, and valued by side at the price', () => {
  const positions = [
    buildPublicPosition({ atS: 500, sizeBase: 2 }),
    buildPublicPosition({ atS: 400, sizeBase: 0.5, liquidationPrice: null }),
    buildPublicPosition({ atS: 600, side: 'short', sizeBase: 3 }),
  ];

  expect(reportPublicPositions(positions, evenMap(90_000))).toEqual({
    venue: 'hyperliquid',
    positions: 3,
    // 2.5 and 3 coins at 90,000.
    longUsd: 225_000,
    shortUsd: 270_000,
    since: 400_000,
    nearest: [],
    near: { reach: 0.05, knownUsd: 0, usd: 0 },
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

  expect(reportPublicPositions(positions, evenMap(100)).nearest).toEqual([
    { side: 'long', usd: 400, liquidationPrice: 95.5 },
    { side: 'short', usd: 300, liquidationPrice: 104 },
    { side: 'long', usd: 200, liquidationPrice: 97 },
  ]);
});

test('how much of what the map has within five percent is known counts only what is liquidated there', () => {
  const positions = [
    buildPublicPosition({ sizeBase: 2, liquidationPrice: 96 }),
    buildPublicPosition({ sizeBase: 3, side: 'short', liquidationPrice: 102 }),
    // Too far, and past.
    buildPublicPosition({ sizeBase: 50, liquidationPrice: 90 }),
    buildPublicPosition({ sizeBase: 50, liquidationPrice: 103 }),
  ];

  const { near } = reportPublicPositions(positions, evenMap(100, 20, 40));

  // 2 coins at 96 and 3 at 102; of a tenth of log price 5 % is .0513 downwards and .0488 upwards.
  expect(near?.knownUsd).toBe(498);
  expect(near?.usd).toBeGreaterThan(2930);
  expect(near?.usd).toBeLessThan(3030);
});
