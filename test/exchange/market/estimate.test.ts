import { describe, expect, test } from 'vitest';

import { expectedForcedMap } from '../../../core/engine/forecast/forced-map.ts';
import { type Forecaster, forecastAt } from '../../../core/engine/forecast/forecaster.ts';
import { atRiskTo } from '../../../core/engine/ladder.ts';
import { findClusters, liquidationMap, rebuildInventory } from '../../../core/engine/index.ts';
import { createStockAnchor, takeStock } from '../../../core/engine/public/stock-anchor.ts';
import type { LiquidationMap } from '../../../core/market/liquidation-map.ts';
import type { PublicPosition } from '../../../core/market/public-position.ts';
import {
  calibrated,
  hyperliquidPositions,
  januaryMarket,
  NOW_S,
  PRICE,
} from '../../support/january-market.ts';
import type { CoinMarket } from './coin-market.ts';
import { exposureBetweenUsd } from './truth.ts';

/** Truth over estimate of the scenario's two figures: longs down to 84,000, shorts from 94,000 to 95,000. */
function factorsOf(coin: CoinMarket, map: LiquidationMap): readonly number[] {
  const to = (price: number): number => atRiskTo(map, PRICE, price).exposureUsd;
  return [
    exposureBetweenUsd(coin, NOW_S, 'long', 84_000, PRICE) / to(84_000),
    exposureBetweenUsd(coin, NOW_S, 'short', 94_000, 95_000) / (to(95_000) - to(94_000)),
  ];
}

/** By how much the worse of both figures is off, in either direction. */
const worst = (factors: readonly number[]): number =>
  Math.max(...factors.map((factor) => Math.max(factor, 1 / factor)));

const show = (what: string, factors: readonly number[]): void =>
  console.log(`truth over estimate, ${what}: ${factors.map((factor) => factor.toFixed(2)).join(' and ')}`);

function mapWith(forecaster: Forecaster, positions: readonly PublicPosition[]): LiquidationMap {
  const anchor = takeStock(createStockAnchor(), forecaster.state.inventory, positions, NOW_S);
  return expectedForcedMap(forecastAt(forecaster, NOW_S, { price: PRICE, known: { positions, anchor } }));
}

test('what the public bars show lets the engine find both figures of the scenario within a factor of 3', () => {
  const { coin, bars, older } = januaryMarket(1);

  const map = liquidationMap(rebuildInventory(bars, { older })!, PRICE);
  const shorts = findClusters(map, { atr1d: 2200 }).filter((cluster) => cluster.side === 'short');

  expect(worst(factorsOf(coin, map))).toBeLessThan(3);
  expect(shorts.some((cluster) => cluster.low < 95_000 && cluster.high > 94_000)).toBe(true);
}, 60_000);

describe.each([1, 2, 3])('in the market of seed %i', (seed) => {
  const january = januaryMarket(seed);
  const forecaster = calibrated(january);
  const positions = hyperliquidPositions(january.coin, NOW_S);

  test('calibration on the forced orders that Bybit printed alone keeps both figures within a factor of 3.5', () => {
    const { map } = forecastAt(forecaster, NOW_S, { price: PRICE });

    // Who dies here opened in the last four days, otherwise than usual, and was not swept yet: no print speaks of them.
    const factors = factorsOf(january.coin, map);
    show('forced orders', factors);
    expect(worst(factors)).toBeLessThan(3.5);
  });

  test('the positions that Hyperliquid shows bring both figures within a factor of 1.5', () => {
    const factors = factorsOf(january.coin, mapWith(forecaster, positions));

    show('forced orders and public positions', factors);
    expect(worst(factors)).toBeLessThan(1.5);
  });

  test('one in eight of those positions does not make either figure worse', () => {
    const some = positions.filter((_, index) => index % 8 === 0);
    const without = factorsOf(january.coin, forecastAt(forecaster, NOW_S, { price: PRICE }).map);

    const factors = factorsOf(january.coin, mapWith(forecaster, some));

    show(`forced orders and ${some.length} public positions`, factors);
    factors.forEach((factor, index) =>
      expect(Math.abs(Math.log(factor))).toBeLessThan(Math.abs(Math.log(without[index]!))),
    );
  });
});
